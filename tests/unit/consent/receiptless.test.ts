// What nobody entered a receipt of, what nobody knows a time for, and what looks wrong and is not: nobody waits for ever, and nobody is
// led to complain too early.
import { describe, expect, it } from "vitest";
import { dayFromIso, isoOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { policyProfiles } from "../../../src/consent/data/policies.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { enter } from "../../../src/consent/request/enter.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { deferralFault, type NextStep } from "../../../src/consent/request/nextStep.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { type Law, situationOf } from "../../../src/consent/request/situation.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { owedDay } from "../../../src/consent/view/reminders.ts";
import { happened, policyOf, requestOf } from "./build.ts";

const day = (iso: string): number => dayFromIso(iso) ?? Number.NaN;
const lawAlone: Law = { statutes, policies: [], calendar: workCalendar() };
const withPolicy: Law = { ...lawAlone, policies: policyProfiles };
const at = (iso: string, request: DataRequest, law: Law = lawAlone) => situationOf(request, law, day(iso));
const kinds = (steps: readonly NextStep[]): readonly string[] => steps.map(({ kind }) => kind);
const complaint = (steps: readonly NextStep[]): NextStep | undefined => steps.find(({ kind }) => kind === "complain");
const iso = (one: number | null): string | null => (one === null ? null : isoOf(one));
const sent = happened("sent", "2026-06-01");
const received = happened("received", "2026-06-01");
const deferral = (on: string, more: object = {}): RequestEvent => happened("deferred", on, { notice: { official: "ბ. ნ.", sentOn: on, reason: "არქივი", until: "2026-06-29", inWriting: true, explainsAppeal: true, ...more } });

describe("a fee for a letter whose receipt nobody entered", () => {
  const request = requestOf("access", "self", [sent, happened("feeAsked", "2026-06-05")]);
  it("proves that it came: the clock runs, reminds and ends, and the receipt can still be entered", () => {
    const soon = at("2026-06-08", request);
    expect([iso(soon.receivedOn), soon.receiptKnown, soon.phase, soon.askReceiptOn, iso(soon.complainFrom)]).toEqual(["2026-06-05", false, "underway", null, "2026-06-20"]);
    expect(kinds(soon.steps)).toEqual(["wait", "enterAnswer", "complain", "enterReceipt", "objectToFee", "close"]);
    expect(iso(owedDay(soon, day("2026-06-08")))).toBe("2026-06-19");
    const late = at("2026-06-20", request);
    expect([late.overdue, late.steps[0]?.kind]).toEqual([true, "complain"]);
    const names = { request: () => "x", keeping: () => "", receipt: () => "y", look: () => "", filing: () => "", decision: () => "", unverified: "" };
    expect(calendarEntries([{ request, situation: soon }], [], "ka", names).map((one) => [isoOf(one.day), one.cancelled])).toEqual([["2026-06-19", false]]);
  });
});

describe("a reminder about a letter of which nobody knows whether it came", () => {
  it("has its own days: the badge does not stay for what has been done", () => {
    const before = at("2026-06-05", requestOf("access", "self", [sent]));
    expect([iso(before.askReceiptOn), iso(owedDay(before, day("2026-06-05")))]).toEqual(["2026-06-04", "2026-06-04"]);
    const reminded = at("2026-06-05", requestOf("access", "self", [sent, happened("reminded", "2026-06-05")]));
    expect(iso(owedDay(reminded, day("2026-06-05")))).toBe("2026-06-10");
    // A letter that came back and left again begins anew.
    const again = at("2026-06-12", requestOf("access", "self", [sent, happened("reminded", "2026-06-05"), happened("returned", "2026-06-08"), happened("sent", "2026-06-09")]));
    expect(iso(again.askReceiptOn)).toBe("2026-06-12");
  });
});

describe("refused public information", () => {
  it("reminds of the day on which its written explanation is due, and of nothing after it", () => {
    const refused = (kind: "publicInformation" | "access") => requestOf(kind, "self", [sent, received, happened("refused", "2026-06-05")]);
    const due = (on: string, kind: "publicInformation" | "access" = "publicInformation"): string | null => iso(owedDay(at(on, refused(kind)), day(on)));
    expect([due("2026-06-05"), due("2026-06-08"), due("2026-06-09"), due("2026-06-05", "access")]).toEqual(["2026-06-08", "2026-06-08", null, null]);
  });
});

describe("where nobody knows a time", () => {
  const third = (...events: readonly RequestEvent[]): DataRequest => requestOf("access", "thirdParty", [sent, received, ...events]);
  it("silence is complained of after a reminder, not on the first day", () => {
    for (const events of [[], [happened("promised", "2026-06-03")]]) {
      const before = at("2026-06-04", third(...events));
      expect([before.complainFrom, kinds(before.steps)]).toEqual([null, ["wait", "enterAnswer", "remind", "close"]]);
      expect(complaint(at("2026-08-04", third(...events, happened("reminded", "2026-07-04"))).steps)).toMatchObject({ about: "silence", from: null });
    }
    expect(kinds(at("2026-06-04", third(deferral("2026-06-03"))).steps)).toEqual(["wait", "enterAnswer", "remind", "close"]);
    // A policy that promises a first answer and nothing else.
    const late = at("2026-06-20", third(), { ...lawAlone, policies: [policyOf("firstAnswer:3:workingDays")] });
    expect([late.late, kinds(late.steps)]).toEqual([true, ["remind", "enterAnswer", "close"]]);
    // Of a complaint nobody complains: once reminded, a court can hear of it.
    const complained = (...events: readonly RequestEvent[]): DataRequest => ({ ...requestOf("complaint", "self", [sent, received, ...events]), complainTo: { kind: "otherBody", name: "მერია" } });
    expect(kinds(at("2026-08-04", complained()).steps)).toEqual(["wait", "enterAnswer", "remind", "close"]);
    expect(at("2026-08-04", complained(happened("reminded", "2026-07-04"))).steps.find(({ kind }) => kind === "sue")).toMatchObject({ letter: "claim", about: "silence", from: null });
    // Also where its answer was put off or more was asked: without a reason, and where the time is known and has passed.
    for (const answer of [deferral("2026-06-03"), deferral("2026-06-03", { reason: null }), happened("askedMore", "2026-06-03")]) {
      const waited = [complained(answer, happened("reminded", "2026-07-04")), requestOf("complaint", "self", [sent, received, answer])];
      for (const [i, request] of waited.entries()) {
        if (i === 0 && answer.type === "askedMore") continue;
        const { steps } = at("2026-12-04", request);
        expect([steps.filter(({ kind }) => kind === "sue").map(({ about }) => about), steps.some(({ kind }) => kind === "complain")]).toEqual([["silence"], false]);
      }
    }
    // The old law had no such right, and so no time for it.
    const old = requestOf("objection", "self", [happened("sent", "2023-05-02"), happened("received", "2023-05-02")]);
    expect(complaint(at("2023-05-03", old).steps)).toBeUndefined();
  });
});

describe("a day off that was entered after the last day had passed in silence", () => {
  it("moves it, and with it the silence on record", () => {
    const request = requestOf("access", "self", [sent, received, happened("silent", "2026-06-16"), happened("reminded", "2026-06-16")]);
    const moved: Law = { ...lawAlone, calendar: workCalendar({ daysOff: ["2026-06-10", "2026-06-11"], worked: [] }) };
    expect(at("2026-06-16", request).overdue).toBe(true);
    const now = at("2026-06-16", request, moved);
    expect([now.overdue, iso(now.complainFrom), now.steps[0]?.kind, complaint(now.steps)?.from]).toEqual([false, "2026-06-18", "wait", now.complainFrom]);
    expect(kinds(now.steps)).not.toContain("sue");
    expect(at("2026-06-18", request, moved).overdue).toBe(true);
  });
});

describe("papers found in another order", () => {
  const of = (events: readonly RequestEvent[]): readonly string[] => events.map(({ type }) => type);
  const entered = (events: readonly RequestEvent[], event: RequestEvent, today: string) => {
    const added = enter(events, event, at(today, requestOf("access", "self", events)));
    if ("refused" in added) throw new Error(added.refused);
    return added.events;
  };
  it("an answer goes to its place among the answers: a promise found after the refusal does not undo it", () => {
    const refused = [sent, received, happened("refused", "2026-06-10"), happened("contested", "2026-06-11")];
    const all = entered(refused, happened("promised", "2026-06-05"), "2026-06-12");
    expect(of(all)).toEqual(["sent", "received", "promised", "refused", "contested"]);
    expect([at("2026-06-12", requestOf("access", "self", all)).phase, complaint(at("2026-06-12", requestOf("access", "self", all)).steps)?.about]).toEqual(["refused", "refusal"]);
    // Of one day, the later entered is the later.
    expect(of(entered(refused.slice(0, 3), happened("partly", "2026-06-10"), "2026-06-12"))).toEqual(["sent", "received", "refused", "partly"]);
    // What is no answer, and what could not have happened there, stays at the end.
    expect(of(entered(refused.slice(0, 3), happened("reminded", "2026-06-05"), "2026-06-12"))).toEqual(["sent", "received", "refused", "reminded"]);
    // A complaint is where it was, and silence was found by the clock.
    expect(of(entered([sent, received, happened("silent", "2026-06-16"), happened("reminded", "2026-06-17")], deferral("2026-06-12"), "2026-06-18"))).toEqual(["sent", "received", "silent", "reminded", "deferred"]);
    expect(enter(refused, happened("promised", "2026-05-31"), at("2026-06-12", requestOf("access", "self", refused)))).toEqual({ refused: "beforeTheLast" });
  });

  it("whoever said that all is done may take it back", () => {
    const satisfied = [sent, received, happened("satisfied", "2026-06-05")];
    expect(kinds(at("2026-06-06", requestOf("access", "self", satisfied)).steps)).toEqual(["checkAnswer", "close", "contest", "enterAnswer"]);
    for (const [type, phase] of [["refused", "refused"], ["partly", "partial"]] as const) expect(at("2026-06-12", requestOf("access", "self", entered(satisfied, happened(type, "2026-06-08"), "2026-06-12"))).phase).toBe(phase);
  });
});

describe("lines 112, 113, 138: a deferral that only looks wrong", () => {
  it("the law's extension holds whatever the organisation's own policy says of deferrals", () => {
    const found = at("2026-06-12", requestOf("access", "self", [sent, received, deferral("2026-06-12")]), withPolicy);
    expect(found.deadlines.flatMap(({ problem }) => problem ?? [])).toEqual(["notForThisAsker"]);
    expect(deferralFault(found)).toBeNull();
    expect([found.steps[0]?.kind, complaint(found.steps)]).toEqual(["wait", expect.objectContaining({ about: "silence", from: day("2026-06-30") })]);
  });

  it("an official's name that is missing is said, and nobody is pressed to complain: the law wants the reason", () => {
    const form = at("2026-06-12", requestOf("access", "self", [sent, received, deferral("2026-06-12", { official: null, explainsAppeal: false })]));
    expect([deferralFault(form), kinds(form.steps)]).toEqual(["form", ["wait", "enterAnswer", "complain", "close"]]);
    expect(complaint(form.steps)).toMatchObject({ about: "deferral", from: null });
    const bare = at("2026-06-12", requestOf("access", "self", [sent, received, deferral("2026-06-12", { reason: " " })]));
    expect([deferralFault(bare), bare.steps[0]?.kind]).toEqual(["wrong", "complain"]);
    // To a third party the organisation owes what its policy says.
    const third = at("2026-06-12", requestOf("access", "thirdParty", [sent, received, deferral("2026-06-12", { official: null })]), withPolicy);
    expect([deferralFault(third), third.steps[0]?.kind]).toEqual(["wrong", "complain"]);
  });

  it("a notice is not sent after it came: a slip in its date makes nothing late", () => {
    const slip = at("2026-06-12", requestOf("access", "self", [sent, received, deferral("2026-06-12", { sentOn: "2027-06-12" })]));
    expect([slip.deadlines.flatMap(({ problem }) => problem ?? []), iso(slip.complainFrom)]).toEqual([[], "2026-06-30"]);
  });
});
