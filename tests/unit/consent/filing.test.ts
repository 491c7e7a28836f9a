// A refusal of public information can be complained of for a month: whoever is not told so loses the right.
import { describe, expect, it } from "vitest";
import { type Day, dayFromIso, dayOf } from "../../../src/consent/calendar/day.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import type { RequestKind } from "../../../src/consent/law/requestKind.ts";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { trackRequests, type TrackedRequest } from "../../../src/consent/view/overview.ts";
import { dueDays } from "../../../src/consent/view/reminders.ts";
import { dueOf } from "../../../src/personal/due.ts";
import { happened, organisationOf, requestOf } from "./build.ts";

const sent = [happened("sent", "2026-01-12"), happened("received", "2026-01-12")];
const day = (iso: string): Day => dayFromIso(iso) ?? Number.NaN;

function tracked(iso: string, events: readonly RequestEvent[], kind: RequestKind = "publicInformation"): readonly TrackedRequest[] {
  return trackRequests(ledgerOf([organisationOf({ sector: "public" }), requestOf(kind, "self", events)]), { statutes, calendar: workCalendar() }, day(iso));
}
const fileBy = (...of: Parameters<typeof tracked>): Day | null | undefined => tracked(...of)[0]?.situation.fileBy;
const remindOn = (iso: string, events: readonly RequestEvent[]): readonly Day[] => dueDays(tracked(iso, events), [], day(iso)).map((one) => one.day);
const names = { request: () => "", keeping: () => "", receipt: () => "", look: () => "", filing: () => "ბოლო დღე", decision: () => "", unverified: "" };

describe("the last day for a complaint about a refusal of public information", () => {
  const refused = [...sent, happened("refused", "2026-01-31")];
  it("is a month from the answer that stands, in a short month its last day", () => {
    expect(fileBy("2026-02-02", refused)).toBe(dayOf(2026, 2, 28));
    expect(fileBy("2024-02-02", [happened("sent", "2024-01-12"), happened("refused", "2024-01-31")])).toBe(dayOf(2024, 2, 29));
    expect(fileBy("2026-02-02", [...sent, happened("partly", "2026-01-20")])).toBe(dayOf(2026, 2, 20));
    // Answered anew, or found wanting by the person: the answer that they got.
    expect(fileBy("2026-02-12", [...sent, happened("partly", "2026-01-20"), happened("refused", "2026-02-10")])).toBe(dayOf(2026, 3, 10));
    expect(fileBy("2026-02-12", [...sent, happened("satisfied", "2026-01-20"), happened("contested", "2026-02-10")])).toBe(dayOf(2026, 2, 20));
  });

  it("is none where nothing stands to be complained of, and where no law of it is known", () => {
    for (const more of [[], [happened("promised", "2026-01-20")], [happened("satisfied", "2026-01-20")]]) expect(fileBy("2026-01-25", [...sent, ...more])).toBeNull();
    expect(fileBy("2026-02-02", [...sent, happened("satisfied", "2026-01-20")])).toBeNull();
    expect(fileBy("2026-02-02", [...refused, happened("complained", "2026-02-01")])).toBeNull();
    expect(fileBy("2026-02-02", [...refused, happened("closed", "2026-02-01")])).toBeNull();
    expect(fileBy("2026-02-02", refused, "access")).toBeNull();
  });

  it("of silence is a month from the day after the earlier reading's last, once it is late by both: nobody knows that it can be complained of for longer", () => {
    // Received on 12 January: ten days end on the 22nd, ten working days, without the 19th, on the 27th.
    for (const more of [[], [happened("promised", "2026-01-20")]]) {
      expect(fileBy("2026-01-27", [...sent, ...more])).toBeNull();
      expect(fileBy("2026-01-28", [...sent, ...more])).toBe(dayOf(2026, 2, 23));
    }
    expect(remindOn("2026-02-17", sent)).toEqual([dayOf(2026, 2, 16)]);
    expect(fileBy("2026-02-02", [...sent, happened("complained", "2026-02-01")])).toBeNull();
    expect(fileBy("2026-02-02", sent, "access")).toBeNull();
  });

  it("reminds a week before, once the refusal's explanation is behind, until it is over", () => {
    expect(remindOn("2026-02-02", refused)).toEqual([day("2026-02-03")]);
    expect(remindOn("2026-02-04", refused)).toEqual([day("2026-02-21")]);
    expect(remindOn("2026-02-28", refused)).toEqual([day("2026-02-21")]);
    expect(remindOn("2026-03-01", refused)).toEqual([]);
  });

  it("stands among what is due and in the person's calendar", () => {
    const due = (iso: string): readonly string[] =>
      dueOf({ tracked: tracked(iso, refused), rows: [], organisations: new Map(), notices: [], answers: [], drafts: [], forms: [], cardEnds: null, today: day(iso), language: "ka" }).map((one) => `${one.kind} ${one.day}`);
    expect(due("2026-02-04")).toEqual([`filing ${dayOf(2026, 2, 28)}`]);
    expect(due("2026-03-01")).toEqual([]);
    const entries = calendarEntries(tracked("2026-02-04", refused), [], "ka", names).filter(({ uid }) => uid.endsWith("-filing"));
    expect(entries).toMatchObject([{ uid: `${requestOf().id}-filing`, day: dayOf(2026, 2, 28), summary: "ბოლო დღე", cancelled: false }]);
  });
});

describe("a complaint about what was decided, with no request before", () => {
  const complaint = (events: readonly RequestEvent[], more: object = {}) => ({ ...requestOf("complaint", "self", events), complainTo: { kind: "higherBody" as const, name: "" }, decidedOn: "2026-01-31", ...more });
  const of = (iso: string, ...about: Parameters<typeof complaint>) => trackRequests(ledgerOf([organisationOf({ sector: "public" }), complaint(...about)]), { statutes, calendar: workCalendar() }, day(iso));
  it("that is written and not sent has the last day on which it is filed, among what is due, in the reminders and in the calendar; sent, it has it no more", () => {
    for (const events of [[], [happened("signed", "2026-02-01")], [happened("sent", "2026-02-01"), happened("returned", "2026-02-03")]]) {
      const written = of("2026-02-05", events);
      expect(written[0]?.situation.fileBy).toBe(dayOf(2026, 2, 28));
      expect(dueDays(written, [], day("2026-02-05")).map((one) => one.day)).toEqual([dayOf(2026, 2, 21)]);
      const due = dueOf({ tracked: written, rows: [], organisations: new Map(), notices: [], answers: [], drafts: [], forms: [], cardEnds: null, today: day("2026-02-05"), language: "ka" });
      expect(due.find(({ kind }) => kind === "filing")?.day).toBe(dayOf(2026, 2, 28));
      expect(calendarEntries(written, [], "ka", names).map(({ uid }) => uid)).toEqual([`${requestOf().id}-filing`]);
    }
    expect(of("2026-02-05", [happened("sent", "2026-02-01")])[0]?.situation.fileBy).toBeNull();
    // Of others no such time is known, and where nobody said the day, none is made up.
    for (const more of [{ complainTo: null }, { complainTo: { kind: "otherBody", name: "" } }, { decidedOn: null }]) expect(of("2026-02-05", [], more)[0]?.situation.fileBy).toBeNull();
  });
});
