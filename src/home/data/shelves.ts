// What was read from the vault, sorted: what lists show, the whole records, and what can't be shown, which stands apart and
// is not lost.
import { type Crossed, crossedAmong, withoutCrossed } from "../../consent/record/crossed.ts";
import { atPresent } from "../../consent/record/formerIds.ts";
import { soundRecord, standInsFor } from "../../consent/record/sound.ts";
import type { DataRecord, Organisation } from "../../consent/record/record.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { grouped, type Ledger, ledgerOf } from "../../consent/view/ledger.ts";
import { type ConsentOutline, type Held, type HoldingOutline, outlineOf } from "../../consent/view/outline.ts";
import type { StoredRecord } from "../../vault/api.ts";
import type { Room, Stored } from "./readRecords.ts";
import type { Loaded } from "./recordsReader.ts";

export interface Unreadable {
  readonly room: Room;
  readonly id: string;
}

export interface Shelves extends Held, Pick<Ledger, "requests"> {
  /** Null: not read yet. */
  readonly ledger: Ledger | null;
  /** Those among the organisations that are no records. */
  readonly standIns: ReadonlySet<string>;
  /** Records that name each other are shown as the one that they are, and can be made it: [Note: made one both ways]. */
  readonly crossed: readonly Crossed[];
  readonly unreadable: readonly Unreadable[];
}

/** A record is looked at once: it stays the same object until it is another version. */
const looked = new WeakMap<StoredRecord, { readonly record: DataRecord | null }>();

function sound(stored: StoredRecord): DataRecord | null {
  let known = looked.get(stored);
  if (!known) looked.set(stored, (known = { record: soundRecord(stored.id, stored.value) }));
  return known.record;
}

/** Whole records as they come, some at a time: all of them at once would hold up a frame. */
export function lookAt(records: readonly StoredRecord[]): readonly StoredRecord[] {
  for (const one of records) sound(one);
  return records;
}

type Lists = Omit<Shelves, "ledger">;

/** The same lists for as long as they hold: what is drawn of them is not drawn again when the whole records come. */
const made = new WeakMap<Stored, { readonly broken: string; readonly lists: Lists }>();

export function shelvesOf({ stored, whole }: Loaded): Shelves {
  const all = [...(whole?.values() ?? [])];
  // What its outline does not tell.
  const broken = new Set(all.filter((one) => sound(one) === null).map(({ id }) => id));
  const name = [...broken].join(" ");
  let known = made.get(stored);
  if (known?.broken !== name) made.set(stored, (known = { broken: name, lists: listsOf(stored, broken) }));
  const { lists } = known;
  return { ...lists, ledger: whole ? ledgerOf([...lists.organisations.values(), ...belonging(all, lists.organisations), ...lists.requests]) : null };
}

/** Whole holdings and consents, of the organisations that are on record by now. */
function belonging(all: readonly StoredRecord[], organisations: ReadonlyMap<string, Organisation>): readonly DataRecord[] {
  const found = all.flatMap((one) => sound(one) ?? []);
  return [...found.filter((one) => one.type === "organisation"), ...atPresent(found.filter((one) => one.type !== "organisation"), organisations)];
}

function listsOf(stored: Stored, broken: ReadonlySet<string>): Lists {
  const unreadable: Unreadable[] = [];
  const asked = readable<DataRequest>("requests", stored.requests, (record) => (record.type === "request" ? record : null), unreadable);
  const known = readable<Organisation>("organisations", stored.organisations, (record) => (record.type === "organisation" ? record : null), unreadable);
  const crossed = crossedAmong(known);
  const organisations = new Map(withoutCrossed(known, crossed).map((one) => [one.id, one]));
  const held: HoldingOutline[] = [];
  const agreed: ConsentOutline[] = [];
  for (const row of stored.consents) {
    const [id] = row;
    const outline = broken.has(id) ? null : outlineOf(row);
    if (outline === null) unreadable.push({ room: "consents", id });
    else if (outline.type === "holding") held.push(outline);
    else agreed.push(outline);
  }
  const [holdings, consents, requests] = [atPresent(held, organisations), atPresent(agreed, organisations), atPresent(asked, organisations)];
  const standIns = standInsFor(organisations, [...holdings, ...consents, ...requests], stored.organisations);
  for (const one of standIns) organisations.set(one.id, one);
  return { organisations, standIns: new Set(standIns.map(({ id }) => id)), holdings, consentsOf: grouped(consents, (one) => one.holdingId), requests, crossed, unreadable };
}

function readable<T>(room: Room, stored: readonly StoredRecord[], pick: (record: DataRecord) => T | null, unreadable: Unreadable[]): readonly T[] {
  return stored.flatMap((one): readonly T[] => {
    const record = sound(one);
    const picked = record === null ? null : pick(record);
    if (picked !== null) return [picked];
    unreadable.push({ room, id: one.id });
    return [];
  });
}

/**
 * Of every record that can be shown, the version that is: what is saved replaces that one and no other. One that can't be
 * read has none, so that nothing takes its place.
 */
export function versionsOf({ stored, whole }: Loaded, unreadable: readonly Unreadable[]): ReadonlyMap<string, string> {
  const versions = new Map<string, string>();
  for (const [id, version] of stored.consents) versions.set(id, whole?.get(id)?.version ?? version);
  for (const { id, version } of [...stored.organisations, ...stored.requests]) versions.set(id, version);
  for (const { id } of unreadable) versions.delete(id);
  return versions;
}
