// Records that can't be read, and who stands in for organisations: what goes out, what comes in, and what may be written over.
import { describe, expect, it } from "vitest";
import type { DataRecord } from "../../../src/consent/record/record.ts";
import { exportRecords } from "../../../src/consent/record/exportFile.ts";
import { ledgerOf } from "../../../src/consent/view/ledger.ts";
import type { EventType } from "../../../src/consent/request/event.ts";
import { outlinePaths } from "../../../src/consent/view/outline.ts";
import { recordsIn, recordsToExport, recordsToImport, recordsToTakeBack } from "../../../src/home/data/exchange.ts";
import { shelvesOf, versionsOf } from "../../../src/home/data/shelves.ts";
import type { Json, StoredRecord } from "../../../src/vault/api.ts";
import { cellAt } from "../../../src/vault/store/recordTable.ts";
import { manyRecords } from "../../vectors/consent/manyRecords.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "../consent/build.ts";

const plain = (record: unknown): Json => JSON.parse(JSON.stringify(record)) as Json;
const kept = (id: string, value: Json): StoredRecord => ({ id, value, version: `version of ${id}`, changedAt: 1 });

const real = organisationOf({ id: "real" });
const broken = kept("broken", { ...(plain(organisationOf({ id: "broken", name: "აფთიაქი" })) as object), evidence: 7 });
const held = ["real", "broken", "missing"].map((organisationId) => holdingOf({ id: `held by ${organisationId}`, organisationId }));
const spoilt = kept("spoilt", { ...(plain(holdingOf({ id: "spoilt", organisationId: "real" })) as object), basis: "no such basis" });
const consents = [...held.map((one) => kept(one.id, plain(one))), spoilt];
const loaded = {
  stored: { organisations: [kept("real", plain(real)), broken], requests: [], consents: consents.map(({ id, version, value }) => [id, version, ...outlinePaths.map((path) => cellAt(value, path.split(".")))] as const) },
  whole: new Map(consents.map((one) => [one.id, one])),
};
const { ledger, standIns, unreadable } = shelvesOf(loaded);
if (!ledger) throw new Error("the whole records are there");
const book = { ledger, standIns, unreadable, joinedHoldings: [] };
const ids = (records: readonly DataRecord[]) => records.map(({ id }) => id);

describe("with records that can't be read", () => {
  it("a file has what is on record, and nobody who only stands in", () => {
    expect([...ledger.organisations.keys()]).toEqual(["real", "broken", "missing"]);
    expect(ids(recordsToExport({ ...book, tracked: [] }))).toEqual(["real", "held by real", "held by broken", "held by missing"]);
  });

  it("a backup brings the organisation that is missing, and leaves alone what is there, readable or not", () => {
    const backup = [real, organisationOf({ id: "broken" }), organisationOf({ id: "missing" }), ...held, holdingOf({ id: "spoilt" }), holdingOf({ id: "new" })];
    expect(ids(recordsToImport(backup, book))).toEqual(["missing", "new"]);
  });

  it("a backup of before two records of one database became one does not bring the second again, and what is new of it belongs to the one that stayed", () => {
    const [one, other] = [holdingOf({ id: "one" }), holdingOf({ id: "other" })];
    const joined = { before: one, after: one, gone: other, moved: [] };
    const backup = [real, one, other, consentOf({ id: "agreed", holdingId: "other" })];
    const fresh = recordsToImport(backup, { ...book, ledger: ledgerOf([real, one]), joinedHoldings: [joined] });
    expect(fresh.map((each) => [each.id, "holdingId" in each ? each.holdingId : null])).toEqual([["agreed", "one"]]);
  });

  it("nothing may be saved in the place of one, whatever asks for it", () => {
    const versions = versionsOf(loaded, unreadable);
    expect([versions.get("real"), versions.get("held by broken"), versions.has("broken"), versions.has("spoilt")]).toEqual(["version of real", "version of held by broken", false, false]);
    // To be deleted, it is known by its version.
    expect(versionsOf(loaded, []).get("broken")).toBe("version of broken");
  });
});

it("of somebody with 12,000 records all go out and come back", () => {
  const all = manyRecords(12_000);
  expect(recordsIn(exportRecords(all, 0), "file.jsonld")?.records).toHaveLength(all.length);
});

it("a request whose events can't have happened is left out and counted, and takes nothing else with it: nobody could open it", () => {
  const file = (...types: readonly EventType[]) => exportRecords([organisationOf(), requestOf("access", "self", types.map((type) => happened(type, "2026-06-01")))], 0);
  expect(recordsIn(file("sent", "satisfied"), "file.jsonld")?.records).toHaveLength(2);
  expect(recordsIn(file("satisfied", "sent"), "file.jsonld")).toMatchObject({ records: [{ type: "organisation" }], skipped: 1 });
});

it("a file without records is told from one with them, whatever JSON it is", () => {
  for (const text of ["{}", "null", "[]", "7", '{"name":"package","version":"1.0.0"}', exportRecords([], 0)]) expect(recordsIn(text, "file.json"), text).toBeNull();
  const own = organisationOf({});
  expect(recordsIn(exportRecords([own], 0), "file.json")).toMatchObject({ records: [{ id: own.id }], skipped: 0 });
  // Another tool's record that says neither who nor what for is one all the same: it is counted as left out.
  expect(recordsIn(JSON.stringify({ "@context": { dpv: "https://w3id.org/dpv#" }, "@type": "dpv:ConsentRecord", "dpv:hasDuration": "a year" }), "file.json")).toEqual({ records: [], skipped: 1 });
  expect(() => recordsIn("not JSON", "file.json")).toThrow(SyntaxError);
});

describe("another tool's file", () => {
  const consent = (of: string, purpose: string) => ({ "@context": "https://w3id.org/dpv", "@type": "ConsentRecord", hasDataController: { hasName: of }, hasPurpose: purpose, hasConsentStatus: { "@type": "ConsentGiven", isIndicatedAtTime: "2026-01-01T00:00:00Z" } });
  const read = (...all: readonly object[]) => recordsIn(JSON.stringify(all), "theirs.jsonld")?.records ?? [];
  const here = (...records: readonly DataRecord[]) => ({ ledger: ledgerOf(records), standIns: new Set<string>(), unreadable: [], joinedHoldings: [] });

  it("taken twice doubles nothing; what is new in it comes to the organisation that is here", () => {
    const first = recordsToImport(read(consent("Acme", "Research")), here());
    expect(first.map(({ type }) => type)).toEqual(["organisation", "holding", "consent"]);
    expect(recordsToImport(read(consent("Acme", "Research")), here(...first))).toEqual([]);
    // Nor after the person has taken it back.
    const since = first.map((one): DataRecord => (one.type === "consent" ? { ...one, events: [...one.events, { state: "withdrawn", at: "2026-06-01T00:00:00Z", note: null, enteredAt: null }] } : one));
    expect(recordsToImport(read(consent("Acme", "Research")), here(...since))).toEqual([]);
    // Nor after they have written something down for a day before that which the file begins with.
    const earlier = first.map((one): DataRecord => (one.type === "consent" ? { ...one, events: [{ state: "requested", at: "2020-01-01T00:00:00Z", note: null, enteredAt: "2026-11-27T08:00:00Z" }, ...one.events] } : one));
    expect(recordsToImport(read(consent("Acme", "Research")), here(...earlier))).toEqual([]);
    const more = recordsToImport(read(consent("Acme", "Research"), consent("Acme", "Delivery")), here(...first));
    expect(more).toMatchObject([{ type: "holding", organisationId: first[0]?.id, purposes: ["Delivery"] }, { type: "consent", organisationId: first[0]?.id, holdingId: more[0]?.id }]);
  });

  it("nor is it doubled by what the person has mended, or by a day that the file does not say; a backup that knows more is no such file", () => {
    const first = recordsToImport(read(consent("Acme", "Research")), here());
    const mended = first.map((one): DataRecord => (one.type === "holding" ? { ...one, told: { ...one.told, rights: true }, data: [{ name: "დიაგნოზი", special: "health" }], updatedAt: "2026-11-26T10:00:00.000Z" } : one));
    expect(recordsToImport(read(consent("Acme", "Research")), here(...mended))).toEqual([]);
    expect(recordsToImport(read(consent("Acme", "Delivery")), here(...mended))).toMatchObject([{ type: "holding", organisationId: first[0]?.id }, { type: "consent" }]);
    const undated = { ...consent("Acme", "Research"), hasConsentStatus: { "@type": "ConsentGiven" } };
    expect(read(undated).map((one) => (one.type === "consent" ? one.events.map(({ state }) => state) : []))).toContainEqual(["given"]);
    const before = read(undated).map((one): DataRecord => (one.type === "consent" ? { ...one, events: one.events.map((event) => ({ ...event, at: "2026-01-01T00:00:00Z" })) } : one));
    expect(recordsToImport(read(undated), here(...before))).toEqual([]);
    // Loaded by a version that said nothing of it.
    const older = read(undated).map((one): DataRecord => (one.type === "consent" ? { ...one, createdAt: "2026-01-01T00:00:00.000Z", events: [{ state: "given", at: "2026-01-01T00:00:00.000Z", note: null, enteredAt: null }] } : one));
    expect(recordsToImport(read(undated), here(...older))).toEqual([]);
    // From another computer's vault, where the person has written more into it.
    const backup = mended.map((one): DataRecord => (one.type === "holding" ? { ...one, id: "theirs" } : one.type === "consent" ? { ...one, id: "agreed", holdingId: "theirs" } : one));
    expect(recordsToImport(backup, here(...first))).toMatchObject([{ id: "theirs" }, { id: "agreed", holdingId: "theirs" }]);
  });

  it("what it brought can go again, but no organisation that something else belongs to by now", () => {
    const added = recordsToImport(read(consent("Acme", "Research")), here());
    const [organisation, holding] = added;
    expect(recordsToTakeBack(added, here(...added)).map(({ id }) => id).toSorted()).toEqual(added.map(({ id }) => id).toSorted());
    const own = holdingOf({ id: "own", organisationId: organisation?.id ?? "" });
    expect(recordsToTakeBack(added, here(...added, own)).map(({ type }) => type)).toEqual(["holding", "consent"]);
    const given = consentOf({ id: "given since", organisationId: organisation?.id ?? "", holdingId: holding?.id ?? null });
    expect(recordsToTakeBack(added, here(...added, given)).map(({ type }) => type)).toEqual(["consent"]);
    // What was removed meanwhile is not removed once more.
    expect(recordsToTakeBack(added, here(...added.filter((one) => one !== holding))).map(({ type }) => type)).toEqual(["organisation", "consent"]);
  });

  it("belongs to the organisation that the person has entered, and not to one who only stands in; two in one file stay two", () => {
    const own = organisationOf({ id: "acme", name: "„ACME“" });
    expect(recordsToImport(read(consent("Acme", "Research")), here(own))).toMatchObject([{ type: "holding", organisationId: "acme" }, { type: "consent", organisationId: "acme" }]);
    expect(recordsToImport(read(consent("Acme", "Research")), { ...here(own), standIns: new Set(["acme"]) })).toHaveLength(3);
    expect(recordsToImport(read(consent("Acme", "Research"), consent("Acme", "Research")), here())).toHaveLength(5);
  });

  it("a backup of ours is no such file: of two organisations with one name both stay", () => {
    const backup = [organisationOf({ id: "theirs" }), holdingOf({ id: "held", organisationId: "theirs" })];
    expect(recordsToImport(backup, here(organisationOf({ id: "ours" })))).toEqual(backup);
  });
});
