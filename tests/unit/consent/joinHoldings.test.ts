// The same database in two records of one organisation: what both say becomes one, and two again.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHoldings, parseJoined, storedHoldings } from "../../../src/consent/record/joined.ts";
import { alikeAmong, type HoldingDetail, holdingDetails, holdingDifferences, holdingsApart, joiningHoldings } from "../../../src/consent/record/joinHoldings.ts";
import type { DataRecord, Holding } from "../../../src/consent/record/record.ts";
import { dataRecord } from "../../../src/consent/record/shapes.ts";
import { holdings } from "./arbitraries.ts";
import { consentOf, holdingOf, requestOf } from "./build.ts";

const now = "2026-11-27T08:00:00.000Z";
const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000005${String(n).padStart(2, "0")}`;
const one = holdingOf({ id: id(1), organisationId: id(9), database: { name: "„კლიენტები“", location: null }, purposes: ["სესხი"], basis: "contract", data: [{ name: "ხელმოწერა", special: null }], recipients: [{ name: "აუდიტორი", organisationId: null, role: "thirdParty", purpose: null }], confidence: "portal", reach: { knownSince: "2020-01-01", answered: true, askedAt: null } });
const other = holdingOf({ id: id(2), organisationId: id(9), database: { name: "კლიენტები", location: "თბილისი" }, purposes: ["სესხი", "რეკლამა"], basis: "consent", retention: { until: "2031-01-01", duration: null, text: null }, data: [{ name: "ხელმოწერა", special: "biometric" }, { name: "ფოტო", special: null }], recipients: [{ name: "აუდიტორი", organisationId: id(8), role: "thirdParty", purpose: "აუდიტი" }, { name: "აუდიტორი", organisationId: null, role: "contractor", purpose: null }], confidence: "own", reach: { knownSince: null, answered: false, askedAt: null }, told: { entry: false, rights: null, purpose: null, recipients: null } });
const agreed = consentOf({ id: id(21), organisationId: id(9), holdingId: id(2) });
const asked = { ...requestOf("access", "self"), id: id(31), organisationId: id(9), holdingId: id(2) };
const elsewhere = consentOf({ id: id(22), organisationId: id(9), holdingId: id(1) });
const plain = (all: readonly DataRecord[] | null): unknown => all?.map((each) => ({ ...each, updatedAt: null })).toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe("two records of one database", () => {
  it("bear the same name, or none and the same purposes, in one organisation", () => {
    const pairs = (...all: readonly Holding[]): unknown => alikeAmong(all).map((pair) => pair.map((each) => each.id));
    const named = (n: number, more: Partial<Holding>): Holding => holdingOf({ id: id(n), organisationId: id(9), database: { name: null, location: null }, purposes: [], ...more });
    expect(pairs(one, other)).toEqual([[id(1), id(2)]]);
    expect(pairs(one, { ...other, organisationId: id(8) })).toEqual([]);
    expect(pairs(named(3, { purposes: ["ა", "ბ"] }), named(4, { purposes: ["ბ", "ა"] }), named(5, { purposes: ["ა"] }), named(6, {}), named(7, {}))).toEqual([[id(3), id(4)]]);
    // A name tells two apart that serve one purpose.
    expect(pairs(named(3, { service: "ვაქცინაცია", purposes: ["ა"] }), named(4, { purposes: ["ა"] }))).toEqual([]);
  });

  it("become one that says all that either says, and no more than both know", () => {
    expect(holdingDifferences(one, other)).toEqual(["basis"]);
    expect(holdingDifferences(one, { ...other, database: { name: "პარტნიორები", location: null } })).toEqual(["name", "basis"]);
    const { after, moved, gone } = joiningHoldings(one, other, new Set(["basis"]), [one, other, agreed, asked, elsewhere], now);
    expect(after).toMatchObject({
      id: one.id, database: { name: "„კლიენტები“", location: "თბილისი" }, basis: "consent", purposes: ["სესხი", "რეკლამა"], retention: { until: "2031-01-01" }, told: { entry: false },
      // One of the two says that it is special; that the person entered a part of it; that a source kept silent, or knows only since then.
      data: [{ name: "ხელმოწერა", special: "biometric" }, { name: "ფოტო", special: null }], confidence: "own", reach: { knownSince: "2020-01-01", answered: false },
      recipients: [{ name: "აუდიტორი", organisationId: id(8), role: "thirdParty", purpose: "აუდიტი" }, { name: "აუდიტორი", role: "contractor" }],
    });
    expect(moved.map((each) => [each.id, each.holdingId])).toEqual([[agreed.id, one.id], [asked.id, one.id]]);
    expect(gone).toBe(other);
    // What both are for stands where it stood: a record without a name is called by the first.
    expect(joiningHoldings({ ...one, purposes: ["სესხი", "რეკლამა"] }, { ...other, purposes: ["სესხი"] }, new Set(), [], now).after.purposes).toEqual(["სესხი", "რეკლამა"]);
  });

  it("whatever they say, and whatever is chosen: it is a record that can be stored, nothing of a list is lost, and they are what they were once they are apart", () => {
    fc.assert(
      fc.property(holdings, holdings, fc.subarray([...holdingDetails]), (left, right, details) => {
        const [stays, goes] = [{ ...left, organisationId: id(9) }, { ...right, organisationId: id(9) }];
        fc.pre(stays.id !== goes.id);
        const consent = { ...agreed, holdingId: goes.id };
        const join = joiningHoldings(stays, goes, new Set<HoldingDetail>(details), [stays, goes, consent], now);
        expect(dataRecord.check(join.after, "")).toEqual(join.after);
        for (const each of goes.evidence) expect(join.after.evidence).toContainEqual(each);
        for (const each of [...stays.data, ...goes.data]) expect(join.after.data.map(({ name }) => name.toLowerCase().length)).toContain(each.name.toLowerCase().length);
        for (const each of [...stays.recipients, ...goes.recipients]) expect(join.after.recipients.map(({ role }) => role)).toContain(each.role);
        const kept = parseHoldings(JSON.parse(JSON.stringify(storedHoldings(join))));
        if (!kept) throw new Error("it can't be read");
        const apart = holdingsApart(kept, [join.after, ...join.moved], "2027-01-01T00:00:00.000Z");
        const found = apart?.find((each) => each.id === stays.id);
        expect(plain(apart?.filter((each) => each.id !== stays.id) ?? [])).toEqual(plain([goes, consent]));
        expect({ ...found, updatedAt: null }).toEqual({ ...stays, updatedAt: null });
      }),
      { numRuns: process.env["SLOW"] ? 3000 : 200 },
    );
  });

  it("taken apart, what was changed since stays changed, and what was moved on is left alone", () => {
    const join = joiningHoldings(one, other, new Set(["basis"]), [one, other, agreed, asked], now);
    const current = { ...join.after, database: { ...join.after.database, location: "ბათუმი" }, purposes: ["სესხი", "რეკლამა", "ანგარიში"], data: join.after.data.filter(({ name }) => name !== "ხელმოწერა") };
    const apart = holdingsApart(join, [current, { ...agreed, holdingId: one.id }, { ...asked, holdingId: null }], now) ?? [];
    expect(apart.find((each) => each.id === one.id)).toMatchObject({ database: { name: "„კლიენტები“", location: "ბათუმი" }, basis: "contract", purposes: ["სესხი", "ანგარიში"], confidence: "portal" });
    expect(apart.map((each) => each.id).toSorted()).toEqual([one.id, other.id, agreed.id]);
    expect(holdingsApart(join, [agreed], now)).toBeNull();
    expect(holdingsApart(join, [current, { ...other, service: "x" }], now)?.filter((each) => each.id === other.id)).toEqual([]);
  });

  it("what the vault keeps of it is told from what it keeps of organisations", () => {
    const stored = JSON.parse(JSON.stringify(storedHoldings(joiningHoldings(one, other, new Set(), [], now)))) as Record<string, unknown>;
    expect(parseJoined(stored)).toBeNull();
    for (const broken of [null, {}, { ...stored, after: other }, { ...stored, moved: 1 }, { ...stored, gone: agreed }]) expect(parseHoldings(broken)).toBeNull();
  });
});
