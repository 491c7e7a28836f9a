import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { addressees } from "../../../src/consent/data/authorities.ts";
import { type CalendarEntry, icsFile } from "../../../src/consent/ics.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { ownRuleSet } from "../../../src/consent/policy/ownRules.ts";
import { situationOf } from "../../../src/consent/request/situation.ts";
import { calendarEntries } from "../../../src/consent/view/calendarEntries.ts";
import { happened, requestOf } from "./build.ts";
import { addresseesOn, supervisorOn } from "../../../src/consent/law/addressee.ts";

const entry: CalendarEntry = { uid: "5d1f-law-3144-fulfilment", day: dayOf(2026, 12, 8), summary: "პასუხის ვადა", description: "ვადა გავიდა; იხილეთ „მოქალაქე“,\nსაჩივარი", cancelled: false };
const now = Date.UTC(2026, 10, 25, 9, 30, 15);

/** What a calendar reads: unfolded lines. */
const lines = (text: string): readonly string[] => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar file", () => {
  it("names the day of an organisation's own rules, and never the organisation: that outlives the record, and could break out of its line", () => {
    const name = "შპს „ბანკი“, „ა“\r\nATTENDEE:mailto:x@example.ge";
    const policy = ownRuleSet({ organisation: name, day: dayOf(2026, 5, 1) }, [{ stage: "fulfilment", count: 5, unit: "days", section: "" }], null, dayOf(2026, 5, 1));
    const request = requestOf("access", "self", [happened("sent", "2026-06-01"), happened("received", "2026-06-01")]);
    const situation = situationOf(request, { statutes, policies: policy ? [policy] : [], calendar: workCalendar() }, dayOf(2026, 6, 2));
    const uids = calendarEntries([{ request, situation }], [], "ka", { request: () => "", keeping: () => "", receipt: () => "", look: () => "", filing: () => "", decision: () => "", unverified: "" }).map(({ uid }) => uid);
    expect(uids).toEqual([`${request.id}-policy-2026-05-01-fulfilment-days`, `${request.id}-law-3144-fulfilment-workingDays`]);
    expect(lines(icsFile([{ ...entry, uid: name }], now)).filter((line) => line.startsWith("ATTENDEE"))).toEqual([]);
    expect(lines(icsFile([{ ...entry, uid: "ა,ბ" }], now))).toContain(String.raw`UID:ა\,ბ@moqalaqe.invalid`);
  });
  it("is an event of one day, with a reminder the day before", () => {
    const read = lines(icsFile([entry], now));
    for (const line of ["BEGIN:VCALENDAR", "UID:5d1f-law-3144-fulfilment@moqalaqe.invalid", "SEQUENCE:28373415", "DTSTAMP:20261125T093015Z", "DTSTART;VALUE=DATE:20261208", "DTEND;VALUE=DATE:20261209", "TRIGGER:-P1D", "STATUS:CONFIRMED"]) expect(read).toContain(line);
    expect(read).toContain(String.raw`DESCRIPTION:ვადა გავიდა\; იხილეთ „მოქალაქე“\,\nსაჩივარი`);
    expect(read.at(-1)).toBe("");
  });
  it("a later file replaces it: same UID, higher SEQUENCE; a request that is over takes it out", () => {
    const later = lines(icsFile([{ ...entry, day: entry.day + 14, cancelled: true }], now + 1_000));
    expect(later).toContain("UID:5d1f-law-3144-fulfilment@moqalaqe.invalid");
    expect(later).toContain("SEQUENCE:28373416");
    expect(later).toContain("STATUS:CANCELLED");
    expect(later.some((line) => line.startsWith("BEGIN:VALARM"))).toBe(false);
  });
  it("no line is longer than 75 octets and no letter is cut in two", () => {
    expect(icsFile([{ ...entry, summary: "ბანკი\0\u000b\u001b\u007f\u0085, I" }], now)).toContain("SUMMARY:ბანკი\\, I\r\n");
    const text = icsFile([{ ...entry, summary: "ძალიან გრძელი სათაური 😀 ".repeat(20) }], now);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines(text)).toContain(`SUMMARY:${"ძალიან გრძელი სათაური 😀 ".repeat(20)}`);
    expect(text).not.toContain("\uFFFD");
  });
});

describe("addressees", () => {
  it("the supervisor of each day, without gaps or overlaps since 2013", () => {
    const at = (year: number, month: number, date: number): string => supervisorOn(dayOf(year, month, date)).id;
    expect(at(2026, 3, 1)).toBe("pdps");
    expect(at(2026, 3, 2)).toBe("state-audit-office");
    expect(at(2022, 2, 28)).toBe("state-inspector");
    expect(at(2022, 3, 1)).toBe("pdps");
    for (let day = dayOf(2013, 1, 1); day < dayOf(2030, 1, 1); day += 1) expect(addressees.filter((one) => one.kind === "supervisor" && one === supervisorOn(day))).toHaveLength(1);
    // Nobody did before: who enters a letter of such a day sees it with the first who could take it up, and no broken page.
    for (const day of [dayOf(2012, 12, 31), dayOf(1990, 1, 1)]) expect(supervisorOn(day).id).toBe("inspector");
  });
  it("line 116: the supervisor, other bodies, the court; the superior body only for a public institution", () => {
    const day = dayOf(2026, 11, 25);
    expect(addresseesOn(day, false).map(({ kind }) => kind)).toEqual(["supervisor", "court", "otherBody"]);
    expect(addresseesOn(day, true).map(({ kind }) => kind)).toEqual(["supervisor", "court", "higherBody", "otherBody"]);
  });
});
