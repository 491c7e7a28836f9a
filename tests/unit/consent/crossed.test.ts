// Two computers that share a folder make the same records one, each its own way round: one organisation is left, and nothing is lost.
import fc from "fast-check";
import { expect, it } from "vitest";
import { crossedAmong } from "../../../src/consent/record/crossed.ts";
import { merging, written } from "../../../src/consent/record/merge.ts";
import type { DataRecord, Organisation } from "../../../src/consent/record/record.ts";
import { soundRecord, soundRecords } from "../../../src/consent/record/sound.ts";
import type { Collection, Json, StoredRecord } from "../../../src/vault/api.ts";
import { type Clock, compareClocks, joinClocks, tick } from "../../../src/vault/folder/clock.ts";
import { mergeValues } from "../../../src/vault/folder/merge.ts";
import { type Computer, settle, two } from "../vault/folderWorld.ts";
import { consentOf, holdingOf, organisationOf } from "./build.ts";

const rooms = ["organisations", "consents"] as const satisfies readonly Collection[];
const id = (n: number): string => `7f0b1c2d-0000-4000-8000-0000000002${String(n).padStart(2, "0")}`;
const roomOf = ({ type }: DataRecord): Collection => (type === "organisation" ? "organisations" : "consents");

const stored = async ({ service }: Computer): Promise<readonly StoredRecord[]> => (await Promise.all(rooms.map((room) => service.records.list(room)))).flat();

async function keep({ service }: Computer, changed: readonly DataRecord[], gone: readonly DataRecord[] = []): Promise<void> {
  await service.records.commit([
    ...changed.map((one) => ({ collection: roomOf(one), id: one.id, value: one as unknown as Json })),
    ...gone.map((one) => ({ collection: roomOf(one), id: one.id, remove: true as const })),
  ]);
}

/** As all views have them. */
async function shown(computer: Computer): Promise<readonly DataRecord[]> {
  const all = await stored(computer);
  return soundRecords(all, []).records;
}

const organisationsIn = (records: readonly DataRecord[]): readonly Organisation[] => records.filter((one) => one.type === "organisation");

async function join(computer: Computer, stays: string, goes: string, at: string): Promise<void> {
  const records = await shown(computer);
  const [one, other] = [stays, goes].map((wanted) => organisationsIn(records).find((found) => found.id === wanted));
  if (!one || !other) return;
  const merge = merging(one, other, new Set(), records, at);
  await keep(computer, written(merge), [merge.gone]);
}

/** As the dashboard does when it is opened. */
async function mend(computer: Computer): Promise<void> {
  const all = (await stored(computer)).flatMap(({ id: name, value }) => soundRecord(name, value) ?? []);
  for (const { stays, goes } of crossedAmong(organisationsIn(all))) await keep(computer, [stays], goes);
}

const bank = organisationOf({ id: id(1), name: "კავკასიის ბანკი", phone: "11", email: "a@bank.ge" });
const again = organisationOf({ id: id(2), name: "სს კავკასიის ბანკი", phone: "22", address: "თბილისი" });
const loans = holdingOf({ id: id(11), organisationId: bank.id, purposes: ["სესხი"] });
const cards = holdingOf({ id: id(12), organisationId: again.id, purposes: ["ბარათი"] });
const offers = consentOf({ id: id(13), organisationId: again.id, holdingId: cards.id });

it("in opposite directions: one organisation on both computers, with all that was of either, before and after it is written", async () => {
  const [a, b] = await two();
  await keep(a, [bank, again, loans, cards, offers]);
  await settle([a, b]);
  await join(a, bank.id, again.id, "2026-11-27T08:00:00.000Z");
  await join(b, again.id, bank.id, "2026-11-27T09:00:00.000Z");
  await settle([a, b]);
  const look = async (): Promise<void> => {
    const [here, there] = [await shown(a), await shown(b)];
    expect(here).toEqual(there);
    const [one, ...others] = organisationsIn(here);
    expect(others).toEqual([]);
    // The one that stayed in the later merge, with what the other says otherwise.
    expect(one).toMatchObject({ id: again.id, phone: "22", email: "a@bank.ge", address: "თბილისი", otherNames: [bank.name], merged: [{ id: bank.id }] });
    expect(one?.merged?.[0]?.otherwise).toEqual(expect.arrayContaining([{ detail: "name", text: bank.name }, { detail: "phone", text: "11" }]));
    expect(one?.merged?.[0]?.otherwise.filter(({ text }) => text === again.name || text === "22")).toEqual([]);
    expect(here.flatMap((found) => (found.type === "organisation" ? [] : [`${found.id} ${found.organisationId}`])).toSorted()).toEqual([loans, cards, offers].map((found) => `${found.id} ${again.id}`));
  };
  await look();
  await Promise.all([mend(a), mend(b)]);
  await look();
  await settle([a, b]);
  await look();
  expect(organisationsIn((await stored(a)).flatMap(({ id: name, value }) => soundRecord(name, value) ?? [])).map((one) => one.id)).toEqual([again.id]);
});

it("of whom the person has said elsewhere that they are two, they stay two", () => {
  const merged = (of: string): Organisation["merged"] => [{ id: of, at: "2026-11-27T08:00:00.000Z", otherwise: [] }];
  const [one, other] = [{ ...bank, merged: merged(again.id) }, { ...again, merged: merged(bank.id) }];
  expect(crossedAmong([one, other])).toHaveLength(1);
  expect(crossedAmong([{ ...one, distinctFrom: [other.id] }, other])).toEqual([]);
  // Changed elsewhere and so on record again: nobody said it twice, and the person is asked.
  expect(crossedAmong([one, again])).toEqual([]);
});

/** A computer of which only the records and the folder's own rules are played: thousands of meetings in a second. */
class Sketch {
  readonly rows = new Map<string, { readonly clock: Clock; readonly version: string; readonly value: Json | undefined }>();
  readonly lost: Json[] = [];
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  put(name: string, value: Json | undefined, at: string): void {
    const clock = this.rows.get(name)?.clock ?? {};
    this.rows.set(name, { clock: tick(clock, this.#name), version: `${at} ${this.#name}`, value });
  }

  get records(): readonly DataRecord[] {
    return [...this.rows].flatMap(([name, { value }]) => (value === undefined ? [] : (soundRecord(name, value) ?? [])));
  }

  get shown(): readonly DataRecord[] {
    const kept = this.records.map((one) => ({ id: one.id, value: one }));
    return soundRecords(kept, []).records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  keep(changed: readonly DataRecord[], gone: readonly DataRecord[], at: string): void {
    for (const one of changed) this.put(one.id, one as unknown as Json, at);
    for (const one of gone) this.put(one.id, undefined, at);
  }

  take(other: Sketch): void {
    for (const [name, theirs] of other.rows) {
      const ours = this.rows.get(name);
      const order = ours ? compareClocks(ours.clock, theirs.clock) : "before";
      if (order === "same" || order === "after") continue;
      if (!ours || order === "before") {
        this.rows.set(name, theirs);
        continue;
      }
      const { version, value, lost } = mergeValues({ ...ours, changedAt: 0 }, { ...theirs, changedAt: 0 });
      if (lost !== undefined) this.lost.push(lost);
      this.rows.set(name, { clock: joinClocks(ours.clock, theirs.clock), version, value });
    }
  }
}

function meet(all: readonly Sketch[]): void {
  for (let round = 0; round < 3; round += 1) for (const one of all) for (const other of all) if (one !== other) one.take(other);
}

it("whatever three computers make one of four, in whatever order: no circle, no record without its organisation, no word lost", () => {
  const all = [1, 2, 3, 4].map((n) => organisationOf({ id: id(n), name: `ბანკი ${n}`, phone: `phone-${n}` }));
  const held = all.map((one, n) => holdingOf({ id: id(20 + n), organisationId: one.id, purposes: [`purpose-${n}`] }));
  const step = fc.record({ at: fc.nat(2), stays: fc.nat(3), goes: fc.nat(3), meets: fc.boolean() });
  let circles = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
      const computers = ["a", "b", "c"].map((name) => new Sketch(name));
      const [first] = computers;
      if (!first) throw new Error("no computer");
      first.keep([...all, ...held], [], "0");
      meet(computers);
      for (const [n, { at, stays, goes, meets }] of steps.entries()) {
        const now = `2026-11-27T08:00:0${n}.000Z`;
        const computer = computers[at];
        const [one, other] = [stays, goes].map((nth) => organisationsIn(computer?.shown ?? []).find((found) => found.id === id(nth + 1)));
        if (computer && one && other && one.id !== other.id) {
          const merge = merging(one, other, new Set(), computer.shown, now);
          computer.keep(written(merge), [merge.gone], now);
        }
        if (meets) meet(computers);
      }
      meet(computers);
      for (const computer of computers) {
        for (const { stays, goes } of crossedAmong(organisationsIn(computer.records))) {
          circles += 1;
          computer.keep([stays], goes, "2026-11-27T09:00:00.000Z");
        }
      }
      meet(computers);
      const [here, ...others] = computers.map(({ shown: records }) => records);
      for (const there of others) expect(there).toEqual(here);
      const organisations = organisationsIn(here ?? []);
      const known = new Set(organisations.map((one) => one.id));
      expect(crossedAmong(organisationsIn(first.records))).toEqual([]);
      for (const one of here ?? []) expect(one.type === "organisation" ? one.name : known.has(one.organisationId)).not.toBe(one.type === "organisation" ? "?" : false);
      const words = JSON.stringify([here, computers.map(({ lost }) => lost)]);
      for (const n of [1, 2, 3, 4]) expect(words).toContain(`phone-${n}`);
      expect((here ?? []).filter(({ type }) => type === "holding")).toHaveLength(4);
    }),
    { numRuns: process.env["SLOW"] ? 5000 : 400 },
  );
  expect(circles).toBeGreaterThan(10);
});
