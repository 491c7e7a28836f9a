// What is kept for taking two records apart that were made one, and for how long.
import { describe, expect, it } from "vitest";
import { takenApart } from "../../../src/consent/record/apart.ts";
import { type Joined, outlived, parseJoined, storedJoined, toTakeApart } from "../../../src/consent/record/joined.ts";
import { merging, written } from "../../../src/consent/record/merge.ts";
import type { DataRecord, Organisation } from "../../../src/consent/record/record.ts";
import { holdingOf, organisationOf } from "./build.ts";

const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000004${String(n).padStart(2, "0")}`;
const [bank, again, third] = [1, 2, 3].map((n) => organisationOf({ id: id(n), name: `ბანკი ${n}`, phone: `${n}` })) as [Organisation, Organisation, Organisation];
const cards = holdingOf({ id: id(11), organisationId: again.id, recipients: [{ name: "ბანკი", organisationId: again.id, role: "manager", purpose: null }] });
const records: readonly DataRecord[] = [bank, again, third, cards];
const join = (stays: Organisation, goes: Organisation): Joined => ({ ...merging(stays, goes, new Set(), records, "2026-11-27T08:00:00.000Z"), documents: [{ documentId: "d", organisation: goes.name }] });
const joined = join(bank, again);
const known = (...all: readonly Organisation[]): ReadonlyMap<string, Organisation> => new Map(all.map((one) => [one.id, one]));
const same = (one: string): string => one;

describe("what the vault keeps of it", () => {
  it("is enough to take them apart as if the page had never been left, and says nothing of what the records say", () => {
    const stored: unknown = JSON.parse(JSON.stringify(storedJoined(joined)));
    const kept = parseJoined(stored);
    const after = [...written(merging(bank, again, new Set(), records, "2026-11-27T08:00:00.000Z")), third];
    if (!kept) throw new Error("it can't be read");
    const plain = (all: readonly DataRecord[] | null): unknown => all?.map((one) => ({ ...one, updatedAt: null })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(takenApart(kept, after, "2027-02-01T08:00:00.000Z"))).toEqual(plain([bank, again, cards]));
    expect(kept.documents).toEqual(joined.documents);
    expect(JSON.stringify(stored)).not.toContain(cards.purposes[0]);
  });
  it("is left alone where another version wrote it otherwise", () => {
    const stored = storedJoined(joined);
    for (const broken of [null, 1, {}, { ...stored, after: { ...joined.after, name: 7 } }, { ...stored, before: again }, { ...stored, moved: [1] }, { ...stored, gone: cards }]) expect(parseJoined(JSON.parse(JSON.stringify(broken)))).toBeNull();
  });
});

describe("two that were made one can be taken apart", () => {
  it("as long as they are one", () => {
    expect(toTakeApart([joined], known(joined.after, third))).toEqual([joined]);
    // Changed elsewhere, the one that went is on record again; the one that stayed still says that it is part of it.
    expect(toTakeApart([joined], known(joined.after, again))).toEqual([joined]);
    // Another computer's version of the one that stayed stands, which knows of nothing; the other one is nowhere.
    expect(toTakeApart([joined], known(bank))).toEqual([joined]);
    // They were taken apart there.
    expect([toTakeApart([joined], known(bank, again)), outlived([joined], known(bank, again), same)]).toEqual([[], [joined]]);
  });
  it("not once the one that stayed is gone for good; and again once it has come back from a third", () => {
    const gone = known(third);
    expect([toTakeApart([joined], gone), outlived([joined], gone, same)]).toEqual([[], [joined]]);
    expect([toTakeApart([joined], gone), outlived([joined], gone, (one) => (one === bank.id ? third.id : one))]).toEqual([[], []]);
  });
  it("not after another computer made them one the other way round", () => {
    const other = join(again, bank);
    expect([toTakeApart([joined, other], known(joined.after)), outlived([joined, other], known(joined.after), same)]).toEqual([[], [joined, other]]);
  });
});
