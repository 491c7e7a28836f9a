// What can have come before what: a receipt is no later than an answer, a letter that was believed to be lost may be answered, and whoever
// said that all is there may still send the rest.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { RequestKind } from "../../../src/consent/law/requestKind.ts";
import { compose } from "../../../src/consent/letters/compose.ts";
import { letterText } from "../../../src/consent/letters/letter.ts";
import { outcomeOf } from "../../../src/consent/request/outcome.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import type { FollowUp } from "../../../src/consent/request/followUp.ts";
import type { Grievance } from "../../../src/consent/request/grievance.ts";
import { phaseOf, place } from "../../../src/consent/request/phase.ts";
import { type Situation, situationOf } from "../../../src/consent/request/situation.ts";
import { answerTypes } from "../../../src/consent/request/event.ts";
import { provedBy } from "../../../src/home/data/portalTrail.ts";
import { happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const calendar = workCalendar();
const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const iso = (on: number | null): string | null => (on === null ? null : isoOf(on));
const at = (on: string, events: readonly RequestEvent[], kind: RequestKind = "access"): Situation => situationOf(requestOf(kind, "self", events), { statutes, policies: [], calendar }, day(on));
const sent = happened("sent", "2026-06-01");
const placed = (events: readonly RequestEvent[], event: RequestEvent): readonly RequestEvent[] => {
  const found = place(events, event);
  if ("refused" in found) throw new Error(found.refused);
  return found.events;
};
function letter(on: string, events: readonly RequestEvent[], kind: FollowUp, about: Grievance | null = null): string {
  const request = requestOf("access", "self", events);
  const { overdue } = at(on, events);
  return letterText(compose({ language: "en", request, organisation: organisationOf(), followUp: { kind, about, overdue }, complainTo: null, court: null, given: null, follows: null }, calendar, day(on)));
}

describe("a receipt", () => {
  it("of a later day than an answer is refused with its reason, of whatever kind the answer was; of its day or before it stands", () => {
    for (const type of answerTypes.filter((one) => one !== "satisfied")) {
      const events = [sent, happened(type, "2026-06-05")];
      expect(place(events, happened("received", "2026-06-08")), type).toEqual({ refused: "afterTheAnswer" });
      for (const on of ["2026-06-02", "2026-06-05"]) expect(iso(at("2026-06-08", placed(events, happened("received", on))).receivedOn), type).toBe(on);
    }
    // An answer to the letter that came back says nothing of the one that was sent after it.
    const again = [sent, happened("returned", "2026-06-04"), happened("sent", "2026-06-05")];
    expect(iso(at("2026-06-09", placed(again, happened("received", "2026-06-08"))).receivedOn)).toBe("2026-06-08");
  });

  it("that an answer found later shows to be a slip counts as none: no time is longer for it, and no letter names it", () => {
    const events = placed([sent, happened("received", "2026-06-12")], happened("askedMore", "2026-06-05"));
    const now = at("2026-06-15", events);
    expect([iso(now.receivedOn), now.receiptKnown, now.steps.some(({ kind }) => kind === "enterReceipt")]).toEqual(["2026-06-05", false, true]);
    expect(iso(now.complainFrom)).toBe("2026-06-20");
    expect(letter("2026-06-15", events, "reminder")).not.toContain("12.06.2026");
    const right = placed(events, happened("received", "2026-06-02"));
    expect([iso(at("2026-06-15", right).receivedOn), at("2026-06-15", right).receiptKnown]).toEqual(["2026-06-02", true]);
    expect(letter("2026-06-15", right, "reminder")).toContain("Received on: 02.06.2026");
  });

  it("is not offered from the portal's confirmation where an answer came before it", () => {
    const carrier = { sent: { number: "123", day: day("2026-06-08") } };
    expect(provedBy({ events: [sent, happened("promised", "2026-06-05")] }, carrier)).toEqual([]);
    expect(provedBy({ events: [sent, happened("promised", "2026-06-08")] }, carrier)).toEqual(["received"]);
  });
});

describe("an answer to a letter that was believed to be lost", () => {
  const twice = [sent, happened("returned", "2026-06-08"), happened("sent", "2026-06-09")];
  it("is recorded under its own day, proves that the first sending had come, and names that one in what follows", () => {
    const events = placed(twice, happened("promised", "2026-06-05"));
    const now = at("2026-06-10", events);
    expect([now.phase, iso(now.receivedOn), iso(now.complainFrom)]).toEqual(["promised", "2026-06-05", "2026-06-20"]);
    expect(letter("2026-06-22", events, "complaint", "silence")).toContain("Sent on: 01.06.2026");
    expect(letter("2026-06-22", [...twice, happened("promised", "2026-06-10")], "complaint", "silence")).toContain("Sent on: 09.06.2026");
    // Its receipt is of that sending, too, also where the second one's was entered before: what is offered can be entered.
    for (const all of [events, placed([...twice, happened("received", "2026-06-12")], happened("promised", "2026-06-05"))]) {
      expect(at("2026-06-13", all).steps.some(({ kind }) => kind === "enterReceipt")).toBe(true);
      expect(iso(at("2026-06-13", placed(all, happened("received", "2026-06-03"))).receivedOn)).toBe("2026-06-03");
      expect(place(all, happened("received", "2026-05-31"))).toEqual({ refused: "beforeTheLast" });
    }
    // The law of the day of that sending.
    expect(situationOf(requestOf("access", "self", [happened("sent", "2024-02-28"), happened("returned", "2024-03-01"), happened("sent", "2024-03-04"), happened("promised", "2024-02-29")]), { statutes, policies: [], calendar }, day("2024-03-05")).deadlines[0]?.ruleSetId).toBe("law-5669");
  });
  it("is refused only before the first of them; a receipt is the last sending's", () => {
    expect(place(twice, happened("promised", "2026-05-31"))).toEqual({ refused: "beforeTheLast" });
    expect(place(twice, happened("received", "2026-06-03"))).toEqual({ refused: "beforeTheLast" });
  });
});

describe("after all was said to be there", () => {
  const done = [sent, happened("received", "2026-06-01"), happened("satisfied", "2026-06-08")];
  it("the rest that is promised is waited for, reminds, and is complained of when the law's day is over", () => {
    const events = placed(done, happened("promised", "2026-06-10"));
    const now = at("2026-06-11", events);
    expect([now.phase, iso(now.remindOn), now.overdue]).toEqual(["promised", "2026-06-15", false]);
    expect(now.steps.find(({ kind }) => kind === "complain")?.from).toBe(day("2026-06-16"));
    const complaint = letter("2026-06-16", events, "complaint", "silence");
    expect(complaint).toContain("I received a notice from the respondent (10.06.2026), yet the time set by law has passed");
    expect(complaint).not.toContain("no answer");
    expect(phaseOf(placed(events, happened("satisfied", "2026-06-12")))).toBe("satisfied");
  });
  it("a promise of that very day, or of before it, was made before it", () => {
    for (const on of ["2026-06-08", "2026-06-05"]) for (const type of ["promised", "deferred", "askedMore"] as const) expect(placed(done, happened(type, on)).map((one) => one.type)).toEqual(["sent", "received", type, "satisfied"]);
  });
  it("nothing is gone as long as its erasure is only promised", () => {
    const holding = holdingOf({ data: [{ name: "ტელეფონი", special: null }] });
    const outcome = (events: readonly RequestEvent[]) => outcomeOf({ ...requestOf("erase", "self", events), holdingId: holding.id }, [holding], [], day("2026-06-20"));
    expect(outcome(done)?.kind).toBe("ended");
    expect(outcome(placed(done, happened("promised", "2026-06-10")))).toBeNull();
    expect(outcome(placed(placed(done, happened("promised", "2026-06-10")), happened("satisfied", "2026-06-12")))?.kind).toBe("ended");
  });
});
