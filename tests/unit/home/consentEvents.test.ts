// A consent's events as the person enters them.
import { describe, expect, it } from "vitest";
import { dayOf, georgianInstant } from "../../../src/consent/calendar/day.ts";
import { dayOfEvent } from "../../../src/consent/record/consentState.ts";
import { enteredSince, instantOn, isOwnEvent } from "../../../src/home/data/consentEvents.ts";
import { valuesOf, wrongDate } from "../../../src/home/data/holdingValues.ts";
import { consentOf, holdingOf } from "../consent/build.ts";

const given = { state: "given", at: "2026-11-20T10:30:00.000Z", note: null, enteredAt: null } as const;
const now = Date.UTC(2026, 10, 21, 9);

describe("a consent's events", () => {
  it("two of one day can be entered the day after, one after the other", () => {
    const day = dayOf(2026, 11, 20);
    expect(dayOfEvent(given)).toBe(day);
    expect(instantOn(day, now, given)).toBe(given.at);
    expect(instantOn(day, now, undefined)).toBe("2026-11-19T20:00:00.000Z");
    expect(instantOn(day + 1, now, given)).toBe("2026-11-21T09:00:00.000Z");
    // Written in another zone by an import: the order of the texts is not the order of the instants.
    expect(instantOn(day, now, { ...given, at: "2026-11-20T01:00:00+04:00" })).toBe("2026-11-19T21:00:00.000Z");
    expect(dayOfEvent({ ...given, at: "2026-11-20T22:00:00Z" })).toBe(day + 1);
  });
  it("are shown with the day that was entered, wherever the computer is", () => {
    const zone = process.env["TZ"];
    for (const TZ of ["America/Los_Angeles", "Europe/Rome", "Asia/Tbilisi", "Pacific/Kiritimati"]) {
      process.env["TZ"] = TZ;
      expect(georgianInstant(instantOn(dayOf(2026, 11, 20), now, undefined)), TZ).toBe("20.11.2026");
    }
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  });
  it("what the person entered can be taken back; what a page or a paper of others bears out cannot", () => {
    const seen = { kind: "service", where: "https://www.my.gov.ge/x", sha256: null, seenAt: given.at, quote: null } as const;
    const own = consentOf({ events: [given] });
    expect(isOwnEvent(own, given)).toBe(true);
    expect(isOwnEvent({ ...own, evidence: [{ ...seen, kind: "own" }] }, given)).toBe(true);
    expect(isOwnEvent({ ...own, evidence: [seen] }, given)).toBe(false);
    expect(isOwnEvent({ ...own, evidence: [seen] }, { ...given, state: "withdrawn", at: "2026-11-21T09:00:00Z" })).toBe(true);
    const imported = { ...own, confidence: "imported", createdAt: "2026-11-20T12:00:00Z" } as const;
    expect(isOwnEvent(imported, given)).toBe(false);
    expect(isOwnEvent(imported, { ...given, at: "2026-11-21T09:00:00Z" })).toBe(true);
    // Its day is no matter: what the person wrote down, for whichever day, is theirs.
    const past = { ...given, state: "withdrawn", at: "2026-11-19T20:00:00Z" } as const;
    expect(isOwnEvent(imported, past)).toBe(false);
    expect(isOwnEvent(imported, { ...past, enteredAt: "2026-11-21T09:00:00Z" })).toBe(true);
    const changed = enteredSince({ ...imported, events: [given, past] }, { ...imported, events: [given] }, "2026-11-21T09:00:00Z");
    expect(changed.events.map(({ enteredAt }) => enteredAt)).toEqual([null, "2026-11-21T09:00:00Z"]);
  });
});

describe("a date in a record's form", () => {
  const today = dayOf(2026, 11, 26);
  it("is named where it does not exist, or where what has happened lies in the future", () => {
    const values = valuesOf(null);
    expect(wrongDate(values, null, today)).toBeNull();
    expect(wrongDate({ ...values, until: "2030-01-01", purposeEndedOn: "2027-01-01" }, { on: "2026-11-26", until: "" }, today)).toBeNull();
    expect(wrongDate({ ...values, since: "31.02.2026" }, null, today)).toEqual({ field: "since", why: "date" });
    expect(wrongDate({ ...values, ending: "destroyed" }, null, today)).toEqual({ field: "endedOn", why: "date" });
    expect(wrongDate({ ...values, ending: "destroyed", endedOn: "2026-11-27" }, null, today)).toEqual({ field: "endedOn", why: "day" });
    expect(wrongDate({ ...values, ending: "destroyed", endedOn: "2026-11-26" }, null, today)).toBeNull();
    expect(wrongDate(values, { on: "2026-11-27", until: "" }, today)).toEqual({ field: "consentOn", why: "day" });
    expect(wrongDate(values, { on: "", until: "x" }, today)).toEqual({ field: "consentUntil", why: "date" });
    expect(wrongDate(values, { on: "2026-11-26", until: "2026-11-25" }, today)).toEqual({ field: "consentUntil", why: "before" });
    expect(wrongDate(values, { on: "2026-11-26", until: "2026-11-26" }, today)).toBeNull();
    const late = { ...values, since: "2026-01-02", until: "2026-01-01" };
    expect(wrongDate(late, null, today)).toEqual({ field: "until", why: "before" });
    expect(wrongDate(late, null, today, holdingOf({ since: late.since, retention: { until: late.until, duration: null, text: null } }))).toBeNull();
  });
});
