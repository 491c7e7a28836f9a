// Records in memory while the vault is open: all of them, by collection and id. Removed ones leave their name and version
// (a tombstone), so that a merge does not bring them back.
import { isFields } from "../../codec/fields.ts";
import type { Json, StoredRecord } from "../api.ts";

/** One change as it stands in the log: [collection, id, version, changedAt] and, unless it was removed, its value. */
export type Change = readonly [collection: string, id: string, version: string, changedAt: number, value?: Json];

export interface Entry {
  readonly version: string;
  readonly changedAt: number;
  /** undefined: removed. */
  readonly value: Json | undefined;
}

export class RecordTable {
  readonly #rooms = new Map<string, Map<string, Entry>>();
  readonly #lists = new Map<string, readonly StoredRecord[]>();
  #latest = "";

  /** The highest version ever seen. */
  get latest(): string {
    return this.#latest;
  }

  apply([collection, id, version, changedAt, value]: Change): void {
    let room = this.#rooms.get(collection);
    if (!room) this.#rooms.set(collection, (room = new Map()));
    this.#lists.delete(collection);
    room.set(id, { version, changedAt, value });
    if (version > this.#latest) this.#latest = version;
  }

  /** Including what was removed. */
  entry(collection: string, id: string): Entry | null {
    return this.#rooms.get(collection)?.get(id) ?? null;
  }

  get(collection: string, id: string): StoredRecord | null {
    return recordOf(id, this.entry(collection, id));
  }

  /** The same array until something in it changes: what was made of it can be kept with it. */
  list(collection: string): readonly StoredRecord[] {
    let list = this.#lists.get(collection);
    if (!list) this.#lists.set(collection, (list = [...(this.#rooms.get(collection) ?? [])].flatMap(([id, entry]) => recordOf(id, entry) ?? [])));
    return list;
  }

  /** Everything, as changes that would make it. */
  *changes(): Generator<Change> {
    for (const [collection, room] of this.#rooms) {
      for (const [id, { version, changedAt, value }] of room) yield value === undefined ? [collection, id, version, changedAt] : [collection, id, version, changedAt, value];
    }
  }
}

function recordOf(id: string, entry: Entry | null): StoredRecord | null {
  return entry?.value === undefined ? null : { id, value: entry.value, version: entry.version, changedAt: entry.changedAt };
}

/** A change read from the store, or null. It was authenticated: only its shape is looked at. */
export function parseChange(value: unknown): Change | null {
  if (!Array.isArray(value) || value.length < 4 || value.length > 5) return null;
  const [collection, id, version, changedAt]: readonly unknown[] = value;
  if (typeof collection !== "string" || typeof id !== "string" || typeof version !== "string" || typeof changedAt !== "number") return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the fifth is JSON, whatever it is
  return value as unknown as Change;
}

/** A record's value as an object whose fields are looked at one by one. */
export function fieldsOf(value: Json | undefined): Readonly<Record<string, Json | undefined>> {
  return isFields(value) && !Array.isArray(value) ? value : {};
}

/** What a record has at a path; null where there is nothing. A list on the way gives the list of what each of its items has there. */
export function cellAt(value: Json | undefined, way: readonly string[], at = 0): Json {
  const key = way[at];
  if (key === undefined) return value ?? null;
  if (Array.isArray(value)) return value.map((one: Json) => cellAt(one, way, at));
  return isFields(value) && Object.hasOwn(value, key) ? cellAt(fieldsOf(value)[key], way, at + 1) : null;
}
