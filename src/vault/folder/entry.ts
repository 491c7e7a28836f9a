// A record as it travels in the folder. Documents carry, with each revision, its stream's secret and the names of the
// objects that hold its chunks; the folder's own encryption is around all of it.
import { isFields } from "../../codec/fields.ts";
import { collections, type Json } from "../api.ts";
import type { DocumentFacts, RevisionView } from "../documentApi.ts";
import { parseDocument } from "../service/documentRecord.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { type Clock, compareClocks, parseClock } from "./clock.ts";

export interface Entry {
  readonly collection: string;
  readonly id: string;
  readonly version: string;
  readonly changedAt: number;
  readonly clock: Clock;
  /** undefined: removed. */
  readonly value: Json | undefined;
}

/** Where the version that did not stand is kept; travels like any other. */
export const conflictRoom = "conflicts";
/** What this computer alone needs for the folder. */
export const folderRoom = "folder";
/** How this computer locks, empties its bin, and when it was backed up. */
const ownSettings: ReadonlySet<string> = new Set(["lock", "bin", "backup"]);
const rooms: ReadonlySet<string> = new Set([...collections, conflictRoom]);

export function isShared(collection: string, id: string): boolean {
  return rooms.has(collection) && !(collection === "settings" && ownSettings.has(id));
}

/** Names a record among those of all collections. */
export const recordOf = ({ collection, id }: Entry): string => `${collection}/${id}`;

/** Entries by the record that they are of. */
export function byRecord(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const map = new Map<string, Entry[]>();
  for (const entry of entries) {
    const known = map.get(recordOf(entry));
    if (known) known.push(entry);
    else map.set(recordOf(entry), [entry]);
  }
  return map;
}

/** Keeps those that no other of the same record is later than. */
export function latestOf(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((one, at) =>
    entries.every((other, place) => {
      const order = compareClocks(one.clock, other.clock);
      return !(order === "before" || (order === "same" && one.version === other.version && place < at));
    }),
  );
}

/** A revision here (its key wrapped) or in the folder (its secret beside it). */
export interface SharedRevision extends RevisionView {
  readonly stream: string;
  readonly commitment: string;
  readonly key?: string;
  readonly secret?: string;
  readonly objects?: readonly string[];
}

export interface SharedDocument extends DocumentFacts {
  readonly addedAt: number;
  readonly binnedAt: number | null;
  readonly revisions: readonly SharedRevision[];
}

export const isObjectName = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** A document of the folder; null: it is none, or a revision lacks what is needed to have it. */
export function parseShared(value: Json | undefined): SharedDocument | null {
  const row = parseDocument(value);
  const { revisions } = fieldsOf(value);
  if (!row || !Array.isArray(revisions)) return null;
  const shared: SharedRevision[] = [];
  for (const [at, { key: _, ...revision }] of row.revisions.entries()) {
    const { secret, objects } = fieldsOf(revisions[at]);
    if (typeof secret !== "string" || !Array.isArray(objects) || !objects.every(isObjectName)) return null;
    shared.push({ ...revision, secret, objects });
  }
  return { ...row, revisions: shared };
}

export function parseEntry(value: unknown): Entry | null {
  if (!isFields(value)) return null;
  const { collection, id, version, changedAt, clock: rawClock } = value;
  const clock = parseClock(rawClock);
  if (typeof collection !== "string" || typeof id !== "string" || !isShared(collection, id) || typeof version !== "string" || typeof changedAt !== "number" || !clock) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed from JSON
  return { collection, id, version, changedAt, clock, value: value["value"] as Json | undefined };
}

/** JSON with its keys in order: the same for the same content. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonical(one)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const fields = fieldsOf(value);
  return `{${Object.keys(fields)
    .toSorted()
    .flatMap((key) => (fields[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(fields[key])}`]))
    .join(",")}}`;
}
