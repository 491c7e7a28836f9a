// What a request brought, for the record; and who stands in a letter before anybody types.
import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/consent/calendar/day.ts";
import { askersFor, isOwn, requestKinds } from "../../../src/consent/law/requestKind.ts";
import { specialOf, unknownHandling } from "../../../src/consent/record/record.ts";
import { retentionAlerts, retentionEnd } from "../../../src/consent/record/retention.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { soundRecord } from "../../../src/consent/record/sound.ts";
import type { EventType } from "../../../src/consent/request/event.ts";
import type { DataRequest } from "../../../src/consent/request/request.ts";
import { outcomeOf } from "../../../src/consent/request/outcome.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import { answeredBy } from "../../../src/consent/view/answered.ts";
import { reachOf } from "../../../src/consent/view/reach.ts";
import { trackRequests } from "../../../src/consent/view/overview.ts";
import { statutes } from "../../../src/consent/data/statutes.ts";
import { workCalendar } from "../../../src/consent/calendar/workCalendar.ts";
import { rowsOf } from "../../../src/consent/view/rows.ts";
import { recordsToExport } from "../../../src/home/data/exchange.ts";
import { consentState } from "../../../src/consent/record/consentState.ts";
import { holdingFields, itemsOf, valuesOf, withOne } from "../../../src/home/data/holdingValues.ts";
import { whoAsks } from "../../../src/home/data/whoAsks.ts";
import { nobody } from "../../../src/profile/profile.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const today = dayOf(2026, 11, 25);
const sent = [happened("sent", "2026-11-01"), happened("received", "2026-11-03")];

describe("what a request brought", () => {
  it("a withdrawal that arrived ends the consent that it names, from that day", () => {
    const consents = [consentOf({ id: "1", holdingId: "h" }), consentOf({ id: "2", holdingId: "other" }), consentOf({ id: "3", holdingId: "h", events: [{ state: "given", at: "2026-11-10T08:00:00Z", note: null, enteredAt: null }] })];
    const request = { ...requestOf("withdraw", "self", sent), holdingId: "h" };
    const outcome = outcomeOf(request, [], consents, today);
    // Not the one of another record, nor one that was given since.
    expect(outcome?.kind === "withdrawn" && outcome.changed.map(({ id, events }) => [id, events.at(-1)])).toEqual([["1", { state: "withdrawn", at: "2026-11-02T20:00:00.000Z", note: null, enteredAt: null }]]);
    expect(outcomeOf({ ...request, events: sent.slice(0, 1) }, [], consents, today)).toBeNull();
    expect(outcomeOf(request, [], outcome?.kind === "withdrawn" ? outcome.changed : [], today)).toBeNull();
    // Whatever is answered has arrived, also where nobody entered the receipt; what came back has not.
    const answered = (...types: readonly EventType[]) => outcomeOf({ ...request, events: [happened("sent", "2026-11-01"), ...types.map((type, i) => happened(type, `2026-11-0${i + 4}`))] }, [], consents, today);
    for (const type of ["satisfied", "refused", "promised", "askedMore"] as const) {
      const found = answered(type);
      expect(found?.kind === "withdrawn" && found.changed.map(({ events }) => events.at(-1)), type).toMatchObject([{ state: "withdrawn", at: "2026-11-03T20:00:00.000Z" }]);
    }
    expect([answered("returned"), answered("reminded"), answered("returned", "sent")]).toEqual([null, null, null]);
    // All, where the letter names none; none, where it names one and nobody knows which.
    expect(outcomeOf({ ...request, holdingId: null }, [], consents, today)?.changed).toHaveLength(2);
    expect(outcomeOf({ ...request, holdingId: null, asked: { ...request.asked, consent: "სიახლეები" } }, [], consents, today)).toBeNull();
    // Of two in one record, the one that the letter names, and neither if it names none of them.
    const news = consentOf({ id: "4", holdingId: "h", purpose: "სიახლეები" });
    const naming = (consent: string) => outcomeOf({ ...request, asked: { ...request.asked, consent } }, [], [...consents, news], today);
    const changed = (found: ReturnType<typeof outcomeOf>) => (found?.kind === "withdrawn" ? found.changed.map(({ id }) => id) : null);
    expect(changed(naming("სიახლეები "))).toEqual(["4"]);
    expect(changed(naming("რაღაც სხვა"))).toBeNull();
    expect(changed(outcomeOf({ ...request, holdingId: null, asked: { ...request.asked, consent: "სიახლეები" } }, [], [...consents, news], today))).toEqual(["4"]);
    // The one it names has ended: the other one that lasts is not taken for it.
    const ended = naming("სიახლეები ");
    expect(outcomeOf({ ...request, asked: { ...request.asked, consent: "სიახლეები" } }, [], [consentOf({ id: "1", holdingId: "h" }), ...(ended?.kind === "withdrawn" ? ended.changed : [])], today)).toBeNull();
    // The person said no: until it arrives anew, nothing is proposed.
    expect(outcomeOf({ ...request, declined: outcome?.eventId ?? "" }, [], consents, today)).toBeNull();
    // Asked for anew since, or with an end that is still to come, it is taken back all the same, and holds no longer.
    for (const later of [{ state: "requested", at: "2026-11-20T08:00:00Z", note: null, enteredAt: null }, { state: "expired", at: "2027-11-20T08:00:00Z", note: null, enteredAt: null }] as const) {
      const consent = consentOf({ id: "5", holdingId: "h", events: [{ state: "given", at: "2025-01-01T08:00:00Z", note: null, enteredAt: null }, later] });
      const taken = outcomeOf(request, [], [consent], today);
      if (taken?.kind !== "withdrawn") throw new Error("nothing follows");
      expect(taken.changed.map((one) => [one.events.map(({ state }) => state), consentState(one, today)]), later.state).toEqual([[["given", "withdrawn", later.state], "withdrawn"]]);
    }
    // Somebody else's consents are not on this record.
    expect(outcomeOf({ ...request, asker: "representative" }, [], consents, today)).toBeNull();
  });

  it("line 122: what was erased keeps nobody any more: no reminder, no special category, no day", () => {
    const holding = holdingOf({ id: "h", organisationId: organisationOf().id, data: [{ name: "დიაგნოზი", special: "health" }], retention: { until: "2026-01-01", duration: null, text: null } });
    const request = { ...requestOf("erase", "self", [...sent, happened("satisfied", "2026-11-12")]), holdingId: "h" };
    const outcome = outcomeOf(request, [holding], [], today);
    if (outcome?.kind !== "ended") throw new Error("nothing follows");
    expect(outcome.changed[0]?.handling).toEqual({ ...unknownHandling, ended: { how: "destroyed", on: "2026-11-12" } });
    expect(retentionAlerts([holding], [], today).map(({ reason }) => reason)).toEqual(["retentionOver"]);
    expect(retentionAlerts(outcome.changed, [], today)).toEqual([]);
    expect(outcome.changed.flatMap(specialOf)).toEqual([]);
    expect(rowsOf(ledgerOf([organisationOf(), ...outcome.changed]), today)).toMatchObject([{ until: null, alert: null, ends: "later" }]);
    expect(outcomeOf(request, outcome.changed, [], today)).toBeNull();
    expect(outcomeOf({ ...request, events: sent }, [holding], [], today)).toBeNull();
    const declined = { ...request, declined: outcome.eventId };
    expect(outcomeOf(declined, [holding], [], today)).toBeNull();
    expect(outcomeOf({ ...declined, events: [...request.events, happened("contested", "2026-11-13"), happened("satisfied", "2026-11-20")] }, [holding], [], today)?.kind).toBe("ended");
    expect(outcomeOf(requestOf("erase", "self", request.events), [holding, holdingOf({ id: "x" })], [], today)).toBeNull();
  });
});

describe("what was asked to be erased", () => {
  const holding = holdingOf({ id: "h", data: [{ name: "ტელეფონი", special: null }, { name: "დიაგნოზი", special: "health" }] });
  const asking = (data: readonly string[], ...more: Parameters<typeof happened>[]) => ({ ...requestOf("erase", "self", [...sent, happened("satisfied", "2026-11-12"), ...more.map((one) => happened(...one))]), holdingId: "h", asked: { ...requestOf().asked, data } });
  it("one datum is gone, and what else is held stays: its reminder, its special category", () => {
    const outcome = outcomeOf(asking(["ტელეფონი"]), [holding], [], today);
    expect(outcome).toMatchObject({ kind: "dropped", names: ["ტელეფონი"], changed: [{ data: [{ name: "დიაგნოზი", special: "health" }], handling: null }] });
    expect(outcomeOf(asking(["ტელეფონი"]), outcome?.kind === "dropped" ? outcome.changed : [], [], today)).toBeNull();
    expect(outcomeOf(asking(["დიაგნოზი", "ტელეფონი"]), [holding], [], today)?.kind).toBe("ended");
    expect(outcomeOf(asking([]), [holding], [], today)?.kind).toBe("ended");
    expect(outcomeOf(asking(["მისამართი"]), [holding], [], today)).toBeNull();
    expect(outcomeOf(asking(["მისამართი"]), [holdingOf({ id: "h" })], [], today)).toBeNull();
  });
  it("whom the person does not believe has erased nothing", () => {
    for (const type of ["contested", "partly", "refused", "complained", "sued"] as const) expect(outcomeOf(asking([], [type, "2026-11-13"]), [holding], [], today), type).toBeNull();
    expect(outcomeOf(asking([], ["contested", "2026-11-13"], ["satisfied", "2026-11-20"]), [holding], [], today)?.kind).toBe("ended");
  });
});

describe("whether it has answered", () => {
  const law = { statutes, calendar: workCalendar() };
  const asked = (...all: Parameters<typeof requestOf>[]) => answeredBy(trackRequests(ledgerOf(all.map((one, i) => ({ ...requestOf(...one), id: `r${i}` }))), law, today));
  it("no answer is not nothing, and silence counts once the law's time is over", () => {
    const old = [happened("sent", "2026-10-01"), happened("received", "2026-10-02")];
    expect(asked(["existence", "self", old])).toEqual({ kind: "silent", on: dayOf(2026, 10, 1), askedOn: dayOf(2026, 10, 1) });
    expect(asked(["existence", "self", [happened("sent", "2026-11-20"), happened("received", "2026-11-20")]])).toBeNull();
    expect(asked(["erase", "self", old])).toBeNull();
    expect(asked(["access", "self", old], ["existence", "self", [...old, happened("satisfied", "2026-10-10")]])).toEqual({ kind: "answered", on: dayOf(2026, 10, 10), askedOn: dayOf(2026, 10, 1) });
    expect(asked(["existence", "self", [...old, happened("satisfied", "2026-10-10")]], ["access", "self", [happened("sent", "2026-10-20"), happened("received", "2026-10-20")]])).toEqual({ kind: "silent", on: dayOf(2026, 10, 20), askedOn: dayOf(2026, 10, 20) });
  });
  it("silence that was complained of stays silence until something is answered, and a refusal is none", () => {
    const silent = [happened("sent", "2026-10-01"), happened("received", "2026-10-02"), happened("silent", "2026-10-17"), happened("complained", "2026-10-18")];
    expect(asked(["existence", "self", silent])).toEqual({ kind: "silent", on: dayOf(2026, 10, 1), askedOn: dayOf(2026, 10, 1) });
    expect(asked(["existence", "self", [...silent, happened("refused", "2026-10-20")]])).toBeNull();
    // On record too soon: days off that were entered since have moved the last day.
    const soon = [happened("sent", "2026-11-20"), happened("received", "2026-11-20"), happened("silent", "2026-11-24"), happened("reminded", "2026-11-24")];
    expect(asked(["existence", "self", soon])).toBeNull();
    expect(asked(["existence", "self", [...silent, happened("satisfied", "2026-10-20")]])).toEqual({ kind: "answered", on: dayOf(2026, 10, 20), askedOn: dayOf(2026, 10, 1) });
  });
  it("feeds how far a record reaches: of the holding that was asked about, or of all where none was named", () => {
    const old = [happened("sent", "2026-10-01"), happened("received", "2026-10-02")];
    const track = (more: Partial<DataRequest>, events = old) => trackRequests(ledgerOf([{ ...requestOf("access", "self", events), ...more }]), law, today);
    const reach = { knownSince: "2025-01-01", answered: true, askedAt: null };
    const holding = holdingOf({ id: "h", reach });
    // 1 October begins in Tbilisi at 20:00 the evening before, in UTC.
    const silent = { knownSince: "2025-01-01", answered: false, askedAt: "2026-09-30T20:00:00.000Z" };
    expect(reachOf(holding, track({ holdingId: "h" }))).toEqual(silent);
    expect(reachOf(holding, track({ holdingId: null }))).toEqual(silent);
    expect(reachOf(holding, track({ holdingId: "another" }))).toBe(reach);
    // Asked on that day, whenever it was answered.
    expect(reachOf(holding, track({}, [...old, happened("satisfied", "2026-11-02")]))).toEqual({ ...silent, answered: true });
    const ledger = ledgerOf([organisationOf(), { ...holding, organisationId: organisationOf().id }]);
    expect(recordsToExport({ ledger, standIns: new Set(), unreadable: [], tracked: track({ holdingId: "h" }) })).toContainEqual(expect.objectContaining({ type: "holding", reach: silent }));
  });
});

describe("who asks", () => {
  const profile = { ...nobody, applicant: { ...nobody.applicant, name: "გელაშვილი ნინო", personalNumber: "99001010101", email: "nino@example.ge" } };
  it("rights over one's own data are one's own: others ask for access or public information", () => {
    for (const kind of requestKinds) {
      const others = askersFor(kind).filter((asker) => !isOwn(asker));
      expect(others, kind).toEqual(kind === "access" || kind === "existence" ? ["thirdParty", "legalPerson"] : kind === "publicInformation" ? ["legalPerson"] : []);
    }
  });
  it("the person is the representative, or certifies; whom they ask for is never taken from their own profile", () => {
    expect(whoAsks("self", profile, [])).toBe(profile);
    expect(whoAsks("representative", profile, [])).toEqual({ applicant: nobody.applicant, representative: { name: "გელაშვილი ნინო", personalNumber: "99001010101", authority: "", address: null, email: "nino@example.ge", phone: null } });
    expect(whoAsks("legalPerson", profile, []).applicant).toEqual({ ...nobody.applicant, certifiedBy: { position: "", name: "გელაშვილი ნინო" } });
  });
  it("the last letter for somebody else is remembered, and the newest of them", () => {
    const mother = { ...requestOf("access", "representative"), createdAt: "2026-10-01T00:00:00Z", applicant: { ...nobody.applicant, name: "გელაშვილი მარიამი" }, representative: { ...profile.representative, name: "ვიღაც", authority: "მინდობილობა № 3" } };
    const found = whoAsks("representative", profile, [mother, { ...mother, createdAt: "2025-01-01T00:00:00Z", applicant: nobody.applicant }, requestOf()]);
    expect(found.applicant.name).toBe("გელაშვილი მარიამი");
    expect(found.representative).toMatchObject({ name: "გელაშვილი ნინო", authority: "მინდობილობა № 3" });
  });
});

describe("a record's form", () => {
  it("line 89: what is entered about each definition comes back; what the form does not show stays", () => {
    const known = holdingOf({ data: [{ name: "სახელი", special: null }], recipients: [{ name: "კურიერი", organisationId: "o2", role: "contractor", purpose: "მიწოდება" }], retention: { until: null, duration: "P5Y", text: "ხუთი წელი" } });
    const same = { ...known, ...holdingFields(valuesOf(known), known) };
    expect(same).toEqual(known);
    const values = { ...valuesOf(known), form: "files" as const, registered: "№ 17", source: "internet" as const, acts: ["use", "sale"] as const, ending: "depersonalised" as const, endedOn: "2026-11-01", basisText: "საგადასახადო კოდექსი", knownSince: "2023-01-01" };
    const changed = holdingFields(values, known);
    expect(changed).toMatchObject({ basisText: "საგადასახადო კოდექსი", handling: { form: "files", registered: "№ 17", source: "internet", acts: ["use", "sale"], ended: { how: "depersonalised", on: "2026-11-01" } }, reach: { ...known.reach, knownSince: "2023-01-01" } });
    expect(valuesOf({ ...known, ...changed })).toEqual(values);
  });
  it("line 101: the name proposes a special category, and the person has the say", () => {
    const values = { ...valuesOf(null), data: "დიაგნოზი\nჯანმრთელი კვების კლუბი" };
    expect(itemsOf(values).map(({ special }) => special)).toEqual(["health", "health"]);
    const corrected = { ...values, items: withOne(values.items, { name: "ჯანმრთელი კვების კლუბი", special: null }) };
    expect(itemsOf(corrected).map(({ special }) => special)).toEqual(["health", null]);
    expect(holdingFields(corrected, null).data).toEqual(itemsOf(corrected));
  });
  it("a term in the organisation's own words is counted where a length is said", () => {
    expect(holdingFields({ ...valuesOf(null), keeping: "ხუთი წელი" }, null).retention).toEqual({ until: null, duration: "P5Y", text: "ხუთი წელი" });
    expect(holdingFields({ ...valuesOf(null), keeping: "სანამ საჭიროა" }, null).retention).toEqual({ until: null, duration: null, text: "სანამ საჭიროა" });
  });
  it("a term from an event on is counted from that event, and from no day while nobody knows it", () => {
    const entered = { ...valuesOf(null), since: "2020-03-01", keeping: "ხელშეკრულების დასრულებიდან 5 წელი" };
    const end = (more: Partial<typeof entered>) => retentionEnd(holdingOf(holdingFields({ ...entered, ...more }, null)));
    expect(end({})).toBeNull();
    expect(end({ purposeEndedOn: "2024-06-30" })).toBe(dayOf(2029, 6, 30));
    expect(end({ keeping: "5 წელი" })).toBe(dayOf(2025, 3, 1));
    expect(end({ keeping: "შეგროვებიდან 5 წელი" })).toBe(dayOf(2025, 3, 1));
  });
});

describe("records of before", () => {
  it("what had no word for handling, or for a free consent, is read as saying nothing of it; a request may be kept half written", () => {
    const id = "0b8f0f1e-6a51-4c39-9f6e-0c4d5a3e7d10";
    const before = (record: object, field: string): unknown => Object.fromEntries(Object.entries({ ...record, id, organisationId: id }).filter(([name]) => name !== field));
    expect(soundRecord(id, before(holdingOf(), "handling"))).toMatchObject({ type: "holding" });
    expect(soundRecord(id, before(consentOf(), "voluntary"))).toMatchObject({ type: "consent" });
    const half = { ...requestOf("access", "representative"), representative: { name: "", personalNumber: null, authority: "", address: null, email: null, phone: null } };
    expect(soundRecord(id, half)).toEqual(half);
    expect(importRecords(JSON.parse(exportRecords([half], 0)))).toEqual([half]);
  });
});
