// What is taken back loses no word, and no letter says that it is signed with the card when it is not.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureLine, signedBy, signFor, unsigned } from "../../../src/consent/letters/signature.ts";
import { putBack, takenBack } from "../../../src/consent/letters/takeBack.ts";
import { eventTypes } from "../../../src/consent/request/event.ts";
import type { followUps } from "../../../src/consent/request/followUp.ts";
import { append, place, standsBefore } from "../../../src/consent/request/phase.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { happened, requestOf } from "./build.ts";

const ends = (by: "hand" | "card" | "sent"): string => `მოგმართავთ.\n\n${signatureLine("ka", by)}`;
const sent = [happened("sent", "2026-06-01"), happened("received", "2026-06-02")];
const copy = { language: "ka", title: "შეხსენება", text: ends("card"), file: null } as const;
const reminded = happened("reminded", "2026-06-20", { copy });
const begun = (text: string | null, kind: (typeof followUps)[number] = "reminder"): DataRequest["followUps"][number] => ({ kind, language: "ka", text, madeFrom: null });

describe("a letter that is not signed with the card", () => {
  it("does not say so, in any language; what it says else, and the person's own end, stay", () => {
    for (const language of ["ka", "en"] as const) {
      const card = `x\n${signatureLine(language, "card")}`;
      expect(signedBy(unsigned(card, language), language)).toBe("hand");
      expect(signFor(unsigned(card, language), language, "card")).toBe(card);
      expect(unsigned(`${card}\nჩემი ხელით`, language)).toBe(`${card}\nჩემი ხელით`);
    }
    expect(unsigned(ends("sent"), "ka")).toBe(ends("sent"));
  });

  it("nor does the own one whose signature was taken back, nor the draft that a sending leaves", () => {
    const request = { ...requestOf("access", "self", [happened("signed", "2026-06-01")]), letter: { language: "ka", text: ends("card"), madeFrom: null } } as const;
    const [signed] = request.events;
    expect(signed && takenBack(request, signed)).toEqual({ ...request, events: [], letter: { language: "ka", text: ends("hand"), madeFrom: null } });
    expect(takenBack(requestOf("access", "self", [...sent, reminded]), reminded)?.followUps).toEqual([begun(ends("hand"))]);
  });
});

describe("what was taken back", () => {
  const request = requestOf("access", "self", [...sent, reminded]);
  it("is put back with its papers, and the draft that it had left goes; one that was written on stays", () => {
    const back = takenBack(request, reminded);
    if (!back) throw new Error("it is the last");
    expect(putBack(back, reminded, null)).toEqual(request);
    const more = { ...back, followUps: [begun("სხვა"), begun(null, "complaint")] };
    expect(putBack(more, reminded, null)).toEqual({ ...request, followUps: more.followUps });
    expect(putBack({ ...back, followUps: [begun(null)] }, reminded, null)).toEqual(request);
  });

  it("is not, where something else has happened since, and none is taken that something may rest on", () => {
    const closed = requestOf("access", "self", [...sent, happened("closed", "2026-06-21")]);
    expect(putBack(closed, reminded, null)).toEqual({ refused: "notHere" });
    expect(takenBack(closed, reminded)).toBeNull();
  });

  it("an answer that was found late, and stands before others, is taken alone and put back where it stood", () => {
    const [refused, complained] = [happened("refused", "2026-06-12"), happened("complained", "2026-06-15")];
    const before = requestOf("access", "self", [...sent, happened("promised", "2026-06-08"), refused, complained]);
    // Of one day with the one before it: by its day alone it would come back behind the other.
    const late = happened("partly", "2026-06-08");
    const placed = place(before.events, late);
    if ("refused" in placed) throw new Error("an answer may come");
    const entered = { ...before, events: placed.events };
    expect(entered.events.map(({ type }) => type)).toEqual(["sent", "received", "promised", "partly", "refused", "complained"]);
    expect(takenBack(entered, late)).toEqual(before);
    const promised = entered.events[2];
    const without = promised && takenBack(entered, promised);
    if (!promised || !without) throw new Error("an answer with another behind it can be taken back");
    expect(putBack(without, promised, standsBefore(entered.events, promised))).toEqual(entered);
    // The one that it stood before was taken back as well.
    expect(putBack({ ...without, events: without.events.filter(({ id }) => id !== late.id) }, promised, late.id)).toEqual(before);
    // What the complaint is about stays.
    for (const one of [refused, ...sent]) expect(takenBack(entered, one), one.type).toBeNull();
  });

  it("a model: whatever happened last comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...eventTypes), { maxLength: 12 }), (types) => {
        let now = requestOf();
        for (const [i, type] of types.entries()) {
          const added = append(now.events, happened(type, "2026-06-01", { id: `e${i}` }));
          if ("events" in added) now = { ...now, events: added.events };
        }
        const last = now.events.at(-1);
        const before = last && takenBack(now, last);
        if (before) expect(putBack(before, last, null)).toEqual(now);
      }),
    );
  });
});
