// The order and the number of readings, against a vault that answers when the test says.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Room, type Stored } from "../../../src/home/data/readRecords.ts";
import { type Loaded, RecordsReader } from "../../../src/home/data/recordsReader.ts";
import type { RecordRow, StoredRecord } from "../../../src/vault/api.ts";

const record = (id: string, version: string): StoredRecord => ({ id, value: { id, version }, version, changedAt: 1 });

/** A vault of consents, id → version; `some` fails as often as is said. */
function world(versions: Record<string, string>) {
  const read: (readonly Room[])[] = [];
  const fetched: (readonly string[])[] = [];
  const shown: (Loaded | null)[] = [];
  const faults = { some: 0, rooms: 0 };
  const rows = (): readonly RecordRow[] => Object.entries(versions).map(([id, version]): RecordRow => [id, version]);
  const source = {
    rooms: async (wanted: readonly Room[]): Promise<Partial<Stored>> => {
      read.push(wanted);
      if (faults.rooms-- > 0) throw new Error("not this time");
      await Promise.resolve();
      return Object.fromEntries(wanted.map((room) => [room, room === "consents" ? rows() : []]));
    },
    some: async (ids: readonly string[]): Promise<readonly StoredRecord[]> => {
      fetched.push(ids);
      if (faults.some-- > 0) throw new Error("not this time");
      await Promise.resolve();
      // In an order of its own.
      return ids.flatMap((id) => (versions[id] === undefined ? [] : [record(id, versions[id])])).toReversed();
    },
  };
  const reader = new RecordsReader(source, (loaded) => shown.push(loaded));
  const all = (): Promise<void> => reader.load(() => source.rooms(["organisations", "consents", "requests"]));
  const now = (): Loaded | null => shown.at(-1) ?? null;
  return { versions, read, fetched, faults, reader, shown, all, now };
}
type World = ReturnType<typeof world>;

const ids = (loaded: Loaded | null): readonly string[] | null => (loaded?.whole ? [...loaded.whole].map(([id, { version }]) => `${id}${version}`) : null);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function whole(versions: Record<string, string>): Promise<World> {
  const made = world(versions);
  await made.all();
  made.reader.wantWhole(true);
  await settled();
  expect(ids(made.now())).toEqual(Object.entries(versions).map(([id, version]) => id + version));
  return made;
}

describe("the records' reader", () => {
  let idle: (() => void)[] = [];
  beforeEach(() => {
    idle = [];
    vi.stubGlobal("requestIdleCallback", (then: () => void) => idle.push(then));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("keeps a record that was changed in its place, and fetches no other", async () => {
    const { reader, versions, fetched, now } = await whole({ a: "1", b: "1", c: "1" });
    versions["b"] = "2";
    await reader.changed(["consents"]);
    expect(ids(now())).toEqual(["a1", "b2", "c1"]);
    expect(fetched.slice(1)).toEqual([["b"]]);
  });

  it("reads once for a saving and its own event, and for several events only what changed", async () => {
    const { reader, versions, read, now } = await whole({ a: "1", b: "1" });
    read.length = 0;
    await reader.saving(["consents"], async () => {
      versions["a"] = "2";
      await reader.changed(["consents"]);
      await reader.changed(["organisations"]);
      return true;
    });
    expect(read).toEqual([["consents", "organisations"]]);
    expect(ids(now())).toEqual(["a2", "b1"]);
    read.length = 0;
    await Promise.all([reader.changed(["requests"]), reader.changed(["consents"]), reader.changed(["requests"])]);
    expect(read.flat().toSorted()).toEqual(["consents", "requests"]);
  });

  it("says what came of a saving, even when it can't be read back; the next change reads that as well", async () => {
    const { reader, versions, faults, read, now } = await whole({ a: "1" });
    faults.rooms = 1;
    versions["a"] = "2";
    expect(await reader.saving(["consents"], () => Promise.resolve("saved"))).toBe("saved");
    expect(ids(now())).toEqual(["a1"]);
    await reader.changed(["requests"]);
    expect(read.at(-1)?.toSorted()).toEqual(["consents", "requests"]);
    expect(ids(now())).toEqual(["a2"]);
    await expect(reader.saving(["consents"], () => Promise.reject(new Error("disk is full")))).rejects.toThrow("disk is full");
  });

  it("stops bringing when the vault is locked: the next opening does not wait behind it", async () => {
    const { reader, fetched, shown, all, now } = world(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`r${i}`, "1"])));
    await all();
    reader.wantWhole(false);
    await settled();
    expect(idle).toHaveLength(1);
    reader.drop();
    const again = all();
    idle.pop()?.();
    await again;
    expect([idle.length, fetched.length, now()?.stored.consents.length, now()?.whole]).toEqual([0, 0, 1000, null]);
    expect(shown.map((one) => one === null)).toEqual([false, true, false]);
  });

  it("a change that was waiting when the vault was locked does not show half of what is there after", async () => {
    const { reader, all, now } = await whole({ a: "1" });
    const waiting = reader.changed(["organisations"]);
    reader.drop();
    await waiting;
    expect(now()).toBeNull();
    await reader.changed(["requests"]);
    expect(now()?.stored.consents).toHaveLength(1);
    await all();
    expect(now()?.stored.consents).toHaveLength(1);
  });

  it("a reading that fails once is done again; where it fails twice, who wants the records can ask again", async () => {
    const { reader, faults, all, now } = world({ a: "1" });
    await all();
    faults.some = 1;
    reader.wantWhole(true);
    await settled();
    expect(ids(now())).toEqual(["a1"]);

    const other = world({ a: "1" });
    await other.all();
    other.faults.some = 2;
    other.reader.wantWhole(true);
    await settled();
    expect(ids(other.now())).toBeNull();
    other.reader.wantWhole(true);
    await settled();
    expect(ids(other.now())).toEqual(["a1"]);
  });

  it("shows the newest list when the whole records don't come, and no older version as a newer", async () => {
    const { reader, versions, faults, now } = await whole({ a: "1" });
    Object.assign(versions, { a: "2", b: "1" });
    faults.some = 2;
    await reader.changed(["consents"]).catch(() => undefined);
    expect(now()?.stored.consents).toEqual([["a", "2"], ["b", "1"]]);
    expect(ids(now())).toEqual(["a1"]);
    await reader.changed(["consents"]);
    expect(ids(now())).toEqual(["a2", "b1"]);
  });
});
