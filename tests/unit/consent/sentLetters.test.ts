// A letter that was sent stays what was sent; what was recorded can be taken back; what follows a letter grants nobody a new term.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, dayFromIso, dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { compose, copyOn, sentLetter } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import { soundRecord } from "../../../src/consent/record/sound.ts";
import { enter } from "../../../src/consent/request/enter.ts";
import { copyOf, type EventType, eventTypes, type RequestEvent } from "../../../src/consent/request/event.ts";
import { followUpOf, followUps } from "../../../src/consent/request/followUp.ts";
import { append, canHaveHappened, phaseOf, without } from "../../../src/consent/request/phase.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const organisation = organisationOf({ policy: policyProfiles[0] ?? null });
const law = { statutes, policies: [], calendar };
const of = { organisation, complainTo: null, court: null, given: null, follows: null } as const;
const today = dayOf(2026, 11, 26);

describe("a letter that was sent", () => {
  const request = requestOf("access", "self", [happened("sent", "2026-11-26")]);
  it("kept with its event, it is the same whatever happens and whatever day it is", () => {
    const copy = copyOn({ ...of, language: "ka", followUp: null, request: requestOf("access") }, null, calendar, today);
    expect(copy.text).toContain("თარიღი: 26.11.2026");
    const events = [happened("sent", "2026-11-26", { copy }), happened("received", "2026-11-27"), happened("refused", "2026-12-20")];
    expect(sentLetter({ ...of, request: { ...request, events, letter: { language: "ka", text: "ყალბი", madeFrom: null } } }, calendar)).toEqual({ copy, sent: events[0], rebuilt: false });
  });

  it("an older record has none: it is written as of the day of sending, or as the person had left it, and marked", () => {
    const found = sentLetter({ ...of, request: { ...request, events: [...request.events, happened("received", "2026-12-01")] } }, calendar);
    expect(found?.rebuilt).toBe(true);
    expect(found?.copy.text).toContain("თარიღი: 26.11.2026");
    expect(sentLetter({ ...of, request: { ...request, letter: { language: "en", text: "mine", madeFrom: null } } }, calendar)?.copy).toMatchObject({ language: "en", text: "mine" });
    expect(sentLetter({ ...of, request: requestOf("access", "self", [happened("signed", "2026-11-26")]) }, calendar)).toBeNull();
  });

  it("records of before letters were kept are sound, and have null and nothing begun", () => {
    const { followUps: _, ...old } = { ...request, events: [happened("sent", "2026-11-26"), happened("reminded", "2026-12-01")].map(({ copy: _copy, papers: _papers, note: _note, ...event }: RequestEvent & { copy?: unknown }) => event) };
    const sound = soundRecord(old.id, old);
    expect(sound).toMatchObject({ followUps: [], events: [{ type: "sent", copy: null, papers: [], note: null }, { type: "reminded", copy: null, papers: [], note: null }] });
  });

  it("each letter that follows one has an event that keeps it", () => {
    const events = eventTypes.map((type) => happened(type, "2026-12-01"));
    expect(new Set(events.flatMap((one) => followUpOf(one) ?? []))).toEqual(new Set(followUps));
    for (const one of events) expect("copy" in one).toBe(one.type === "sent" || followUpOf(one) !== null);
    expect(copyOf(happened("received", "2026-12-01"))).toBeNull();
  });
});

describe("what follows a letter", () => {
  const words = (followUp: (typeof followUps)[number] | null, events: readonly RequestEvent[], on: Day, language: "ka" | "en" = "ka"): string =>
    letterText(compose({ ...of, language, request: requestOf("access", "self", events), followUp: followUp && { kind: followUp, about: followUp === "complaint" || followUp === "claim" ? "refusal" : null, overdue: false } }, calendar, on));

  it("names no last day and no term where no receipt is known, and has no hole", () => {
    const events = [happened("sent", "2026-11-26"), happened("refused", "2026-12-01"), happened("feeAsked", "2026-12-02"), happened("askedMore", "2026-12-03")];
    for (const language of ["ka", "en"] as const) {
      for (const kind of followUps) {
        const text = words(kind, events, dayOf(2026, 12, 14), language);
        expect(text, kind).not.toMatch(/28\.12\.2026|29\.12\.2026|ბოლო დღე|[{}]|undefined|null|\n{3}| {2}/);
        // The same tomorrow, but for its own date.
        expect(words(kind, events, dayOf(2026, 12, 15), language).replaceAll("15.12.2026", "14.12.2026")).toBe(text);
      }
    }
  });

  it("with a receipt names the day that the receipt gives, and the first letter the term that would run", () => {
    const events = [happened("sent", "2026-11-26"), happened("received", "2026-11-27")];
    for (const on of [dayOf(2026, 12, 1), dayOf(2026, 12, 8)]) expect(words("reminder", events, on)).toContain("პასუხის ვადის ბოლო დღე: 11.12.2026");
    expect(words(null, [], today)).toContain("10 სამუშაო დღე");
  });
});

describe("asking whether it has arrived", () => {
  const ask = (channel: string, ...more: readonly EventType[]): string | null => {
    const { askReceiptOn } = situationOf(requestOf("access", "self", [happened("sent", "2026-11-26", { channel }), ...more.map((type) => happened(type, "2026-11-27"))]), law, today);
    return askReceiptOn === null ? null : isoOf(askReceiptOn);
  };
  it("three working days after, five by post; not once the receipt is known, or something was answered, or it came back", () => {
    expect([ask("mail"), ask("portal"), ask("person"), ask("post")]).toEqual(["2026-12-01", "2026-12-01", "2026-12-01", "2026-12-03"]);
    expect([ask("mail", "received"), ask("mail", "returned"), ask("mail", "satisfied"), ask("mail", "closed")]).toEqual([null, null, null, null]);
    // A reminder has days of its own: what was done is not asked for again at once.
    expect(ask("mail", "reminded")).toBe("2026-12-02");
  });
});

describe("entering and taking back", () => {
  it("what the clock has found is entered before what rests on it, under its own day; and with nothing else", () => {
    const events = [happened("sent", "2026-11-26"), happened("received", "2026-11-27")];
    const late = situationOf(requestOf("access", "self", events), law, dayOf(2026, 12, 14));
    const types = (event: RequestEvent, at = late): unknown => {
      const added = enter(events, event, at);
      return "events" in added ? added.events.slice(2).map(({ type, on }) => [type, on]) : added;
    };
    expect(types(happened("complained", "2026-12-14"))).toEqual([["silent", "2026-12-12"], ["complained", "2026-12-14"]]);
    expect(types(happened("satisfied", "2026-12-14"))).toEqual([["silent", "2026-12-12"], ["satisfied", "2026-12-14"]]);
    // It came in time, and is only entered late.
    expect(types(happened("satisfied", "2026-12-10"))).toEqual([["satisfied", "2026-12-10"]]);
    expect(types(happened("closed", "2026-12-14"))).toEqual([["closed", "2026-12-14"]]);
    expect(types(happened("satisfied", "2026-12-14"), situationOf(requestOf("access", "self", events), law, dayOf(2026, 12, 11)))).toEqual([["satisfied", "2026-12-14"]]);
    expect(types(happened("judged", "2026-12-14"))).toEqual({ refused: "notHere" });
  });

  it("a model: whatever is entered and taken back, the list can have happened, has a next step, and taking back undoes one entry", () => {
    const acts = fc.array(fc.oneof({ weight: 3, arbitrary: fc.record({ type: fc.constantFrom(...eventTypes), later: fc.nat({ max: 20 }) }) }, { weight: 1, arbitrary: fc.constant("back" as const) }), { maxLength: 40 });
    fc.assert(
      fc.property(acts, (list) => {
        let events: readonly RequestEvent[] = [];
        let day = dayOf(2026, 6, 1);
        for (const act of list) {
          const situation = situationOf(requestOf("access", "self", events), law, day);
          if (act === "back") {
            const last = events.at(-1);
            const before = (last && without(events, last)) ?? [];
            expect(canHaveHappened(before)).toBe(true);
            // And it can be put back.
            if (last) expect(append(before, last)).toEqual({ events });
            events = before;
          } else {
            day += act.later;
            const event = happened(act.type, isoOf(day));
            const added = enter(events, event, situationOf(requestOf("access", "self", events), law, day));
            if ("events" in added) {
              expect(added.events.at(-1)).toEqual(event);
              expect(added.events.slice(0, events.length)).toEqual(events);
              const between = added.events.slice(events.length, -1);
              expect(between.map(({ type }) => type)).toEqual(between.length === 0 ? [] : ["silent"]);
              for (const one of between) expect(dayFromIso(one.on)).toBe(situation.complainFrom);
              events = added.events;
            } else if (added.refused === "notHere") expect("refused" in append(events, event)).toBe(true);
          }
          expect(canHaveHappened(events)).toBe(true);
          expect(situationOf(requestOf("access", "self", events), law, day).steps.length, phaseOf(events)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
});
