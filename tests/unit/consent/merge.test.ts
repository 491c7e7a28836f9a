// Two records of one organisation become one, and two again.
import { describe, expect, it } from "vitest";
import { withoutKept } from "../../../src/consent/record/again.ts";
import { takenApart } from "../../../src/consent/record/apart.ts";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { allAtPresent, atPresent, presentId } from "../../../src/consent/record/formerIds.ts";
import { countingForBoth, differencesOf, filledFrom, merging, written } from "../../../src/consent/record/merge.ts";
import { organisationNamed, renamed } from "../../../src/consent/record/organisationName.ts";
import type { DataRecord, Organisation } from "../../../src/consent/record/record.ts";
import { twinsAmong } from "../../../src/consent/record/twins.ts";
import { rulesInForce } from "../../../src/consent/policy/ownRules.ts";
import { ownRulesOf } from "./ownRulesOf.ts";
import { consentOf, happened, holdingOf, organisationOf, requestOf } from "./build.ts";

const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000001${String(n).padStart(2, "0")}`;
const now = "2026-11-27T08:00:00.000Z";
const bank = organisationOf({ id: id(1), name: "სს „კავკასიის ბანკი“", registryCode: "204 111 111", phone: "032 2 11 11 11", email: "old@bank.ge", createdAt: "2026-03-01T08:00:00.000Z", policy: ownRulesOf("bank", "2026-02-01", 5) });
const again = organisationOf({ id: id(2), name: "კავკასიის ბანკი", nameEn: "Caucasus Bank", registryCode: "204111112", phone: "032 2 11 11 11", email: "new@bank.ge", address: "თბილისი", otherNames: ["ბანკი"], createdAt: "2026-01-01T08:00:00.000Z", policy: ownRulesOf("again", "2025-02-01", 8) });
const shop = organisationOf({ id: id(3), name: "მაღაზია" });
const cards = holdingOf({ id: id(11), organisationId: id(2), purposes: ["ბარათი"], recipients: [{ name: "სს „კავკასიის ბანკი“", organisationId: id(2), role: "manager", purpose: null }] });
const loans = holdingOf({ id: id(12), organisationId: id(1), purposes: ["სესხი"] });
const orders = holdingOf({ id: id(13), organisationId: id(3), purposes: ["შეკვეთა"], recipients: [{ name: "ბანკი", organisationId: id(2), role: "thirdParty", purpose: "ანგარიშსწორება" }, { name: "კავკასიის ბანკი", organisationId: id(1), role: "thirdParty", purpose: null }] });
const offers = consentOf({ id: id(21), organisationId: id(2), holdingId: id(11), purpose: "რეკლამა" });
const asked = { ...requestOf("access", "self", [happened("sent", "2026-11-20")]), id: id(31), organisationId: id(2), holdingId: id(11) };
const all: readonly DataRecord[] = [bank, again, shop, cards, loans, orders, offers, asked];
const after = (records: readonly DataRecord[], changed: readonly DataRecord[], gone: string | null = null): readonly DataRecord[] => [...new Map([...records, ...changed].map((one) => [one.id, one])).values()].filter((one) => one.id !== gone);

describe("two records of one organisation", () => {
  const merge = merging(bank, again, new Set(["email"]), all, now);
  const one = after(all, written(merge), again.id);

  it("what belongs to the one that goes belongs to the one that stays: databases, consents, requests with all that happened, and who passes data to it", () => {
    const of = (record: string): DataRecord | undefined => one.find((found) => found.id === record);
    for (const record of [cards, offers, asked]) expect(of(record.id)).toEqual({ ...record, organisationId: id(1), updatedAt: now, ...(record.type === "holding" ? { recipients: [{ ...record.recipients[0], organisationId: id(1) }] } : {}) });
    expect(of(orders.id)).toMatchObject({ organisationId: id(3), recipients: [{ name: "ბანკი", organisationId: id(1) }, { name: "კავკასიის ბანკი", organisationId: id(1) }] });
    expect(one.filter(({ updatedAt }) => updatedAt === now).map((found) => found.id).toSorted()).toEqual([bank, cards, orders, offers, asked].map((found) => found.id).toSorted());
    expect(JSON.stringify(one.filter(({ type }) => type !== "organisation"))).not.toContain(id(2));
  });

  it("what they say otherwise of who it is is named beforehand, chosen, and none of it is lost", () => {
    expect(differencesOf(bank, again).map(({ detail }) => detail)).toEqual(["name", "registryCode", "email"]);
    // A code is the same however its digits are grouped.
    expect(differencesOf(bank, { ...again, registryCode: "204-111 111" }).map(({ detail }) => detail)).toEqual(["name", "email"]);
    expect(filledFrom(bank, again).map(({ detail }) => detail)).toEqual(["nameEn", "address"]);
    expect(merge.after).toMatchObject({ name: bank.name, nameEn: "Caucasus Bank", registryCode: "204 111 111", email: "new@bank.ge", phone: "032 2 11 11 11", address: "თბილისი", createdAt: again.createdAt });
    expect(merge.after.merged).toEqual([{ id: id(2), at: now, otherwise: [{ detail: "name", text: again.name }, { detail: "registryCode", text: "204111112" }, { detail: "email", text: "old@bank.ge" }] }]);
    // Whoever knows it by a name only still finds it.
    for (const name of ["კავკასიის ბანკი", "ბანკი", "Caucasus Bank", bank.name]) expect(organisationNamed([merge.after], name)?.id, name).toBe(id(1));
    expect(rulesInForce(merge.after).map(({ from }) => from)).toEqual(["2026-02-01", null]);
    expect(importRecords(JSON.parse(exportRecords(one, Date.parse(now))))).toEqual(one);
  });

  it("the words of the one that goes can all be chosen, its name as well", () => {
    const { after: made } = merging(bank, again, new Set(["name", "registryCode"]), all, now);
    expect(made).toMatchObject({ name: again.name, registryCode: "204111112", otherNames: expect.arrayContaining([bank.name]) as unknown });
    expect(made.merged?.[0]?.otherwise).toContainEqual({ detail: "registryCode", text: "204 111 111" });
  });

  it("whose promises will count for requests to the other is named, of both if both have promised", () => {
    const named = (left: Organisation, right: Organisation, ...to: readonly string[]): readonly string[] => countingForBoth({ before: left, gone: right }, (asking) => to.includes(asking)).map((found) => found.id);
    expect(named(bank, again, bank.id, again.id)).toEqual([bank.id, again.id]);
    expect(named(bank, again, again.id)).toEqual([bank.id]);
    expect(named({ ...bank, policy: null }, again, bank.id, again.id)).toEqual([again.id]);
    expect(named(bank, again)).toEqual([]);
  });

  it("taken apart, they are what they were", () => {
    const back = after(one, takenApart(merge, one, now) ?? []);
    const plain = (records: readonly DataRecord[]): unknown => records.map((found) => ({ ...found, updatedAt: null })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(back)).toEqual(plain(all));
  });

  it("taken apart, what was changed since stays changed, and what was removed or moved on is left alone", () => {
    const third = organisationOf({ id: id(4), name: "ბანკის ფილიალი" });
    const second = merging({ ...merge.after, phone: "555" }, third, new Set(), [...one, third], "2026-11-27T09:00:00.000Z");
    const meanwhile = after(one, [...written(second), { ...cards, organisationId: id(1), purposes: ["სხვა"] }, { ...asked, organisationId: id(3) }]).filter((found) => found.id !== offers.id);
    const back = takenApart(merge, meanwhile, now) ?? [];
    expect(back.find((found) => found.id === bank.id)).toMatchObject({ phone: "555", email: "old@bank.ge", merged: [{ id: third.id }] });
    expect(back.find((found) => found.id === cards.id)).toMatchObject({ organisationId: id(2), purposes: ["სხვა"] });
    expect(back.map((found) => found.id)).not.toContain(asked.id);
    expect(back.map((found) => found.id)).not.toContain(offers.id);
    expect(takenApart(merge, [], now)).toBeNull();
  });

  it("taken apart, neither loses a text of its own rules, a name or evidence because something was added or mended since", () => {
    const seen = (where: string): Organisation["evidence"][number] => ({ kind: "own", where, sha256: null, seenAt: now, quote: null });
    const [left, right] = [{ ...bank, evidence: [seen("bank")] }, { ...again, policy: ownRulesOf("again", "2026-03-01", 8), evidence: [seen("again")] }];
    const both = merging(left, right, new Set(), all, now);
    expect([both.after.policy?.from, both.after.formerPolicies?.map(({ from }) => from)]).toEqual(["2026-03-01", ["2026-02-01"]]);
    const apart = (current: Organisation): Organisation | undefined => takenApart(both, [current], now)?.find((found) => found.id === left.id) as Organisation | undefined;
    const mended = ownRulesOf("again", "2026-03-01", 9);
    expect(apart({ ...both.after, policy: mended })).toMatchObject({ policy: mended, formerPolicies: [left.policy] });
    const older = ownRulesOf("older", "2020-01-01", 3);
    expect(apart({ ...both.after, formerPolicies: [...(both.after.formerPolicies ?? []), older] })).toMatchObject({ policy: left.policy, formerPolicies: [older] });
    expect(apart({ ...both.after, policy: both.after.formerPolicies?.[0] ?? null, formerPolicies: null })).toMatchObject({ policy: left.policy, formerPolicies: null });
    expect(apart({ ...both.after, evidence: [...both.after.evidence, seen("since")] })?.evidence.map(({ where }) => where)).toEqual(["bank", "since"]);
    expect(apart(renamed(both.after, "ბანკი ახალი"))).toMatchObject({ name: "ბანკი ახალი", otherNames: [left.name] });
    // Its words were chosen, and mended since: the name from before is not lost.
    const chosen = merging(left, right, new Set(["name"]), all, now);
    const [named] = takenApart(chosen, [renamed(chosen.after, "ბანკი ახალი")], now) ?? [];
    expect(named).toMatchObject({ name: "ბანკი ახალი", otherNames: [left.name, right.name] });
  });

  it("taken apart, what was added since to what goes back goes with it, and one that is on record again is left as it is there", () => {
    const agreed = consentOf({ id: id(22), organisationId: id(1), holdingId: cards.id });
    const erase = { ...requestOf("erase", "self"), id: id(32), organisationId: id(1), holdingId: cards.id };
    const complaint = { ...requestOf("complaint", "self"), id: id(33), organisationId: id(1), aboutRequestId: erase.id };
    const [other, ownOne] = [{ ...complaint, id: id(34), aboutRequestId: null }, consentOf({ id: id(23), organisationId: id(1), holdingId: loans.id })];
    const back = takenApart(merge, [complaint, ...one, agreed, erase, other, ownOne], now) ?? [];
    const gone = back.flatMap((found) => (found.type !== "organisation" && found.organisationId === again.id ? [found.id] : []));
    expect(gone.toSorted()).toEqual([cards, offers, asked, agreed, erase, complaint].map((found) => found.id).toSorted());
    expect(back.map((found) => found.id)).not.toContain(other.id);
    expect(back.map((found) => found.id)).not.toContain(ownOne.id);
    expect(takenApart(merge, [...one, { ...again, phone: "1" }], now)?.filter((found) => found.id === again.id)).toEqual([]);
  });

  it("what still names the one that is gone means the one that stayed: another computer's record, an older file", () => {
    const organisations = new Map([merge.after, shop].map((found) => [found.id, found]));
    expect(presentId(organisations, id(2))).toBe(id(1));
    expect(presentId(organisations, id(9))).toBe(id(9));
    const late = holdingOf({ id: id(14), organisationId: id(2) });
    expect(atPresent([late, loans], organisations)).toEqual([{ ...late, organisationId: id(1) }, loans]);
    expect(withoutKept([again, late], { organisations: organisations.values(), holdings: [], consents: [] })).toEqual([{ ...late, organisationId: id(1) }]);
    expect(allAtPresent([late, merge.after])).toEqual([merge.after, { ...late, organisationId: id(1) }]);
    // It is on record again: then it is meant itself.
    expect(withoutKept([late], { organisations: [merge.after, again], holdings: [], consents: [] })).toEqual([late]);
    expect(presentId(new Map([...organisations, [again.id, again]]), id(2))).toBe(id(2));
  });
});

describe("organisations that may have been recorded twice", () => {
  const pairs = (...organisations: readonly Organisation[]): unknown => twinsAmong(organisations).map(({ one, other, by }) => [one.id, other.id, by]);
  it("have the same code, however it is written, or the same name and no other code", () => {
    const named = (n: number, more: Partial<Organisation>): Organisation => organisationOf({ id: id(n), ...more });
    expect(pairs(named(1, { name: "ა", registryCode: "204-111 111" }), named(2, { name: "ბ", registryCode: "204111111" }))).toEqual([[id(1), id(2), "code"]]);
    expect(pairs(named(1, { name: "შპს „იმედი“" }), named(2, { name: "შპს იმედი", registryCode: "1" }), named(3, { name: "x", nameEn: "შპს  იმედი" }))).toEqual([[id(1), id(2), "name"], [id(1), id(3), "name"]]);
    expect(pairs(named(1, { name: "იმედი", registryCode: "1" }), named(2, { name: "იმედი", registryCode: "2" }))).toEqual([]);
    expect(pairs(named(1, { name: "იმედი" }), named(2, { name: "იმედი", distinctFrom: [id(1)] }))).toEqual([]);
    // Of a record that was made one with another since, what was said of either is said.
    const merged = [{ id: id(5), at: now, otherwise: [] }];
    expect(pairs(named(1, { name: "იმედი", merged }), named(2, { name: "იმედი", distinctFrom: [id(5)] }))).toEqual([]);
    expect(pairs(named(1, { name: "იმედი", merged }), named(2, { name: "იმედი", distinctFrom: [id(6)] }))).toHaveLength(1);
    // The legal form tells two apart.
    expect(pairs(named(1, { name: "შპს იმედი" }), named(2, { name: "სს იმედი" }))).toEqual([]);
  });
});
