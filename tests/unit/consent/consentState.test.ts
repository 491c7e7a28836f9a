// What a consent says on a day, whatever became of it and in whatever order.
import { describe, expect, it } from "vitest";
import { dayOf, isoOf } from "../../../src/consent/calendar/day.ts";
import { beginsOn, consentState, endedOn, givenAfterEnd, givenOn, lastBy, lastDayOf, withEvent, withoutCalledOff } from "../../../src/consent/record/consentState.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import type { Consent } from "../../../src/consent/record/record.ts";
import { consentOf } from "./build.ts";

const given = (more: Partial<Consent> = {}): Consent => consentOf({ events: [{ state: "given", at: "2025-01-01T08:00:00Z", note: null, enteredAt: null }], ...more });
const today = dayOf(2026, 11, 25);
const now = Date.UTC(2026, 10, 25, 9);

describe("consents", () => {
  it("expire after their last day, which is included; nothing else changes with time", () => {
    const consent = given({ validUntil: "2026-11-25" });
    expect(consentState(consent, today)).toBe("given");
    expect(consentState(consent, today + 1)).toBe("expired");
    expect(isoOf(endedOn(consent, today + 1) ?? 0)).toBe("2026-11-26");
    const withdrawn = given({ validUntil: "2026-01-01", events: [...given().events, { state: "withdrawn", at: "2025-06-01T21:00:00Z", note: null, enteredAt: null }] });
    expect(consentState(withdrawn, today)).toBe("withdrawn");
    // 21:00 UTC is the next day in Tbilisi.
    expect(isoOf(endedOn(withdrawn, today) ?? 0)).toBe("2025-06-02");
    expect(consentState(given({ events: [] }), today)).toBe("unknown");
    // Given anew after its last day, it is not over on that day; renewed before, it is.
    const renewed = (at: string) => given({ validUntil: "2026-01-31", events: [...given().events, { state: "renewed", at, note: null, enteredAt: null }] });
    const anew = renewed("2026-03-01T08:00:00Z");
    expect([consentState(anew, today), endedOn(anew, today), lastDayOf(anew, today)]).toEqual(["renewed", null, null]);
    // Still 31 January in Greenwich, and 1 February in Tbilisi.
    expect(consentState(renewed("2026-01-31T20:30:00Z"), today)).toBe("renewed");
    expect(consentState(renewed("2026-01-31T08:00:00Z"), today)).toBe("expired");
    expect(endedOn(given({ events: [{ state: "refused", at: "2025-01-01T08:00:00Z", note: null, enteredAt: null }] }), today)).toBeNull();
  });
  it("being asked once more undoes nothing that was decided, and nothing that was taken back", () => {
    const after = (...states: readonly Consent["events"][number]["state"][]) => given({ validUntil: null, events: states.map((state, i) => ({ state, at: `2026-0${i + 1}-10T08:00:00Z`, note: null, enteredAt: null })) });
    const told = (consent: Consent) => [consentState(consent, today), endedOn(consent, today)];
    expect(told(after("given", "requested"))).toEqual(["given", null]);
    expect(told(after("given", "requested", "deferred"))).toEqual(["given", null]);
    expect(told(after("withdrawn", "requested"))).toEqual(["withdrawn", dayOf(2026, 1, 10)]);
    expect(told(after("given", "refused"))).toEqual(["refused", dayOf(2026, 2, 10)]);
    expect(told(after("requested"))).toEqual(["requested", null]);
    expect(told(after("given", "unknown"))).toEqual(["unknown", null]);
  });
  it("an end that is written down for a day to come has not come, and what happens before it stands before it", () => {
    const consent = given({ validUntil: null, events: [{ state: "given", at: "2026-01-10T08:00:00Z", note: null, enteredAt: null }, { state: "expired", at: "2027-01-10T08:00:00Z", note: null, enteredAt: null }] });
    expect([consentState(consent, today), endedOn(consent, today), consentState(consent, dayOf(2027, 1, 10))]).toEqual(["given", null, "expired"]);
    const withdrawn = { ...consent, events: withEvent(consent.events, { state: "withdrawn", at: "2026-11-20T08:00:00Z", note: null, enteredAt: null }) };
    expect(withdrawn.events.map(({ state }) => state)).toEqual(["given", "withdrawn", "expired"]);
    expect([consentState(withdrawn, today), endedOn(withdrawn, today)]).toEqual(["withdrawn", dayOf(2026, 11, 20)]);
    expect(lastBy(consent.events, today)?.state).toBe("given");
  });
  it("given for a day to come, it counts from that day, and is not over before", () => {
    const at = "2027-01-10T08:00:00Z";
    const coming = given({ validUntil: "2027-12-31", events: [{ state: "given", at, note: null, enteredAt: null }] });
    const then = dayOf(2027, 1, 10);
    expect([consentState(coming, today), consentState(coming, then - 1), consentState(coming, then)]).toEqual(["unknown", "unknown", "given"]);
    expect([endedOn(coming, today), beginsOn(coming, today), beginsOn(coming, then)]).toEqual([null, then, null]);
    // What held before goes on holding as it did, whatever is to come.
    const renewed = given({ validUntil: "2026-12-31", events: [...given().events, { state: "renewed", at, note: null, enteredAt: null }] });
    expect([consentState(renewed, today), lastDayOf(renewed, today)]).toEqual(["given", dayOf(2026, 12, 31)]);
    expect([consentState(renewed, dayOf(2027, 1, 1)), beginsOn(renewed, dayOf(2027, 1, 1)), consentState(renewed, then)]).toEqual(["expired", then, "renewed"]);
    // The day after its last day it is given anew: nothing ends between the two.
    const onwards = given({ validUntil: "2026-12-31", events: [...given().events, { state: "renewed", at: "2027-01-01T08:00:00Z", note: null, enteredAt: null }] });
    expect(lastDayOf(onwards, today)).toBeNull();
    expect([givenOn(renewed.events, today), givenOn(renewed.events, then)]).toEqual([dayOf(2025, 1, 1), then]);
  });
  it("given for a day to come and taken back before, it is not given on that day; taken out again, it is", () => {
    const event = (state: Consent["events"][number]["state"], at: string, enteredAt: string | null = null): Consent["events"][number] => ({ state, at, note: null, enteredAt });
    const then = dayOf(2027, 1, 10);
    const coming = given({ validUntil: null, events: [event("given", "2027-01-10T08:00:00Z")] });
    const after = (consent: Consent, ...events: readonly Consent["events"][number][]): Consent => ({ ...consent, events: events.reduce((all, one) => withEvent(all, one), consent.events) });
    const withdrawn = event("withdrawn", "2026-11-25T08:00:00Z", "2026-11-25T08:00:00Z");
    for (const state of ["withdrawn", "refused", "terminated", "invalidated"] as const) {
      const off = after(coming, { ...withdrawn, state });
      expect([consentState(off, today), consentState(off, then), beginsOn(off, today), lastBy(off.events, today)?.state], state).toEqual([state, state, null, state]);
    }
    // What only was asked, or ended by its own time, calls off nothing that is given for later.
    for (const state of ["requested", "deferred", "expired", "unknown"] as const) expect(beginsOn(after(coming, { ...withdrawn, state }), today), state).toBe(then);
    const off = after(coming, withdrawn);
    expect(beginsOn({ ...off, events: off.events.filter((one) => one !== withdrawn) }, today)).toBe(then);
    // Of two that are to come, both; and what held until then ends with it.
    const renewed = after(given({ events: [...given().events, event("renewed", "2027-01-10T08:00:00Z"), event("renewed", "2028-01-10T08:00:00Z")] }), withdrawn);
    expect([today, then, dayOf(2028, 2, 1)].map((day) => [consentState(renewed, day), endedOn(renewed, day)])).toEqual([today, then, 0].map(() => ["withdrawn", today]));
    // Given anew after it, before the day that was called off, it holds.
    const anew = after(off, event("given", "2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z"));
    expect([consentState(anew, today), consentState(anew, dayOf(2026, 12, 1)), consentState(anew, then), givenOn(anew.events, then)]).toEqual(["withdrawn", "given", "given", dayOf(2026, 12, 1)]);
    expect(withoutCalledOff(anew.events).map(({ state }) => state)).toEqual(["withdrawn", "given"]);
    expect(withoutCalledOff(renewed.events).map(({ state }) => state)).toEqual(["given", "withdrawn"]);
    const file = { ...anew, id: "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", organisationId: "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c2" };
    expect(importRecords(JSON.parse(exportRecords([file], now)))).toEqual([file]);
  });
  it("a last day before the given day is a slip", () => {
    expect(givenAfterEnd(given({ validUntil: "2024-12-31" }))).toBe(dayOf(2025, 1, 1));
    expect(givenAfterEnd(given({ validUntil: "2025-01-01" }))).toBeNull();
    expect(givenAfterEnd(given({ validUntil: null }))).toBeNull();
    // Given anew later: until when, nobody said.
    expect(givenAfterEnd(given({ validUntil: "2025-06-30", events: [...given().events, { state: "renewed", at: "2026-03-01T08:00:00Z", note: null, enteredAt: null }] }))).toBeNull();
  });
  it("a file says of what was given anew after the last day that no end is stated; one of before is read as it was written", () => {
    const id = "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1";
    const again = given({ id, organisationId: id, holdingId: null, validUntil: "2026-01-31", events: [...given().events, { state: "renewed", at: "2026-03-01T08:00:00Z", note: null, enteredAt: null }] });
    const file = exportRecords([again], now);
    const durations = (JSON.parse(file) as { "@graph": readonly { "dpv:hasConsentStatus": readonly { "dpv:hasDuration": { "@type": string } }[] }[] })["@graph"][0]?.["dpv:hasConsentStatus"].map((one) => one["dpv:hasDuration"]["@type"]);
    expect(durations).toEqual(["dpv:UntilTimeDuration", "dpv:IndeterminateDuration"]);
    const before = JSON.stringify(JSON.parse(file)).replace('{"@type":"dpv:IndeterminateDuration"}', '{"@type":"dpv:UntilTimeDuration","rdf:value":"2026-01-31"}');
    for (const text of [file, before]) expect(importRecords(JSON.parse(text))).toEqual([again]);
    expect(() => importRecords(JSON.parse(before.replaceAll('"rdf:value":"2026-01-31"', '"rdf:value":"2027-01-31"')))).toThrow("is not what the consent says");
  });
  it("given a second time after its last day, it is not over on that day", () => {
    const again = given({ validUntil: "2026-01-31", events: [...given().events, { state: "withdrawn", at: "2026-02-01T08:00:00Z", note: null, enteredAt: null }, { state: "given", at: "2026-03-01T08:00:00Z", note: null, enteredAt: null }] });
    expect([consentState(again, today), lastDayOf(again, today)]).toEqual(["given", null]);
  });
});
