// What was read from the vault, sorted: what lists show, the whole records, and what can't be shown, which stands apart and
// is not lost.
import { soundRecord, nameInside, standIn } from "../../consent/record/sound.ts";
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
  readonly unreadable: readonly Unreadable[];
}

/** A record is looked at once: it stays the same object until it is another version. */
const looked = new WeakMap<StoredRecord, { readonly record: DataRecord | null }>();

function sound(stored: StoredRecord): DataRecord | null {
  let known = looked.get(stored);
  if (!known) looked.set(stored, (known = { record: soundRecord(stored.id, stored.value) }));
  return known.record;
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
  return { ...lists, ledger: whole ? ledgerOf([...lists.organisations.values(), ...all.flatMap((one) => sound(one) ?? []), ...lists.requests]) : null };
}

function listsOf(stored: Stored, broken: ReadonlySet<string>): Lists {
  const unreadable: Unreadable[] = [];
  const requests = readable<DataRequest>("requests", stored.requests, (record) => (record.type === "request" ? record : null), unreadable);
  const known = readable<Organisation>("organisations", stored.organisations, (record) => (record.type === "organisation" ? record : null), unreadable);
  const holdings: HoldingOutline[] = [];
  const consents: ConsentOutline[] = [];
  for (const row of stored.consents) {
    const [id] = row;
    const outline = broken.has(id) ? null : outlineOf(row);
    if (outline === null) unreadable.push({ room: "consents", id });
    else if (outline.type === "holding") holdings.push(outline);
    else consents.push(outline);
  }
  const organisations = withStandIns(stored, known, [...holdings, ...consents, ...requests]);
  return { organisations, holdings, consentsOf: grouped(consents, (one) => one.holdingId), requests, unreadable };
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

function withStandIns(stored: Stored, known: readonly Organisation[], belonging: readonly { readonly organisationId: string }[]): ReadonlyMap<string, Organisation> {
  const organisations = new Map(known.map((one) => [one.id, one]));
  const missing = new Set<string>();
  for (const { organisationId } of belonging) if (!organisations.has(organisationId)) missing.add(organisationId);
  if (missing.size === 0) return organisations;
  const raw = new Map(stored.organisations.map(({ id, value }) => [id, value]));
  for (const id of missing) organisations.set(id, standIn(id, nameInside(raw.get(id))));
  return organisations;
}
