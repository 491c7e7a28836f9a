// What this page removed, for as long as it is open and the vault is not locked: it lies in the page's memory alone. Pure.
import { organisationNamed } from "../../consent/record/organisationName.ts";
import type { DataRecord, Organisation } from "../../consent/record/record.ts";

/** One removal: what the person meant first, and what went with it. */
export interface Removal {
  readonly id: string;
  readonly records: readonly DataRecord[];
}

/** On record, by id. */
type There = { readonly has: (id: string) => boolean };

/** More than these nobody finds a slip of the hand among; and each may be an organisation with all that it holds. */
const most = 20;

/** The newest first; the oldest goes when there are too many. */
export const withRemoval = (all: readonly Removal[], one: Removal): readonly Removal[] => [one, ...all].slice(0, most);

/** Of what was removed, what is not on record again: another window may have saved one of them anew. */
export function stillGone(removed: readonly DataRecord[], there: There): readonly DataRecord[] {
  return removed.filter(({ id }) => !there.has(id));
}

/** Those of which something is gone still. */
export const leftOf = (all: readonly Removal[], there: There): readonly Removal[] => all.filter(({ records }) => stillGone(records, there).length > 0);

/**
 * What comes back with one removal: what of it is gone still, and what that hangs on if it was removed by itself, because a consent
 * without its record, or a record without its organisation, is nobody's.
 */
export function comingBack({ records }: Removal, all: readonly Removal[], there: There): readonly DataRecord[] {
  const own = stillGone(records, there);
  const ids = new Set(own.map(({ id }) => id));
  const wanted = new Set(own.flatMap(partsOf).filter((id) => !ids.has(id) && !there.has(id)));
  const others = new Map(all.flatMap((one) => one.records).map((one) => [one.id, one]));
  return [...own, ...[...wanted].flatMap((id) => others.get(id) ?? [])];
}

function partsOf(record: DataRecord): readonly string[] {
  if (record.type === "organisation") return [];
  return record.type === "holding" || record.holdingId === null ? [record.organisationId] : [record.organisationId, record.holdingId];
}

/** The organisation that bears the name of one that would come back, added while that was gone: both stand then, and nothing is merged. */
export function namesake(coming: readonly DataRecord[], organisations: Iterable<Organisation>): Organisation | null {
  const known = [...organisations];
  return coming.flatMap((one) => (one.type === "organisation" ? (organisationNamed(known.filter(({ id }) => id !== one.id), one.name) ?? []) : []))[0] ?? null;
}
