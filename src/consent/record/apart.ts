// Two records that were made one ("merge.ts") are taken apart again: whatever was changed since stays as it was changed.
import { asKept, ownRules } from "../policy/ownRules.ts";
import { listAsBefore, same } from "./asBefore.ts";
import { type Merge, passedOnTo } from "./merge.ts";
import type { DataRecord, Organisation } from "./record.ts";

/** As much of a merge as this needs. */
export interface Apart extends Pick<Merge, "before" | "after" | "gone" | "recipients"> {
  readonly moved: readonly { readonly id: string }[];
}

/**
 * The two again. What was moved goes back where it is still with the one that stayed, as it is by now, and with it what was added to it
 * since: a consent to what is held, a request about it or about another request. Of the one that stayed, what nobody has changed since is
 * as it was before.
 * @param records all that is on record
 * @returns null: the one that stayed is not on record any more
 */
export function takenApart({ before, after, gone, moved, recipients }: Apart, records: readonly DataRecord[], now: string): readonly DataRecord[] | null {
  const current = records.find((one) => one.id === after.id);
  if (current?.type !== "organisation") return null;
  const theirs = belongingTo(new Set(moved.map(({ id }) => id)), records, after.id);
  const back = records.flatMap((one): readonly DataRecord[] => {
    if (one.type === "organisation") return [];
    const named = passedOnTo(one, recipients, after.id, gone.id);
    return theirs.has(one.id) || named !== one ? [{ ...named, organisationId: theirs.has(one.id) ? gone.id : one.organisationId, updatedAt: now }] : [];
  });
  // Another computer may have brought it back, as it was changed there.
  const isBack = records.some(({ id }) => id === gone.id);
  return [{ ...asBefore(current, before, after), updatedAt: now }, ...(isBack ? [] : [{ ...gone, updatedAt: now }]), ...back];
}

/** Of what is with that organisation: what was moved, and what hangs on it. */
function belongingTo(moved: ReadonlySet<string>, records: readonly DataRecord[], organisationId: string): ReadonlySet<string> {
  const mine = records.flatMap((one) => (one.type !== "organisation" && one.organisationId === organisationId ? [one] : []));
  const found = new Set(mine.flatMap(({ id }) => (moved.has(id) ? [id] : [])));
  // What was added to something may have been added to itself.
  let known = -1;
  while (known < found.size) {
    known = found.size;
    for (const one of mine) {
      const [holdingId, aboutId] = [one.type === "holding" ? null : one.holdingId, one.type === "request" ? one.aboutRequestId : null];
      if ((holdingId !== null && found.has(holdingId)) || (aboutId !== null && found.has(aboutId))) found.add(one.id);
    }
  }
  return found;
}

/** Field by field what it was, unless somebody has changed it since; of lists, entry by entry. */
function asBefore(current: Organisation, before: Organisation, after: Organisation): Organisation {
  const reverted = Object.fromEntries(Object.entries(before).filter(([field]) => same(own(current, field), own(after, field))));
  const lists = {
    // Renamed since, it is still found by the name it had.
    otherNames: orNone(current.otherNames, current.name === after.name ? before.otherNames : [...(before.otherNames ?? []), before.name], after.otherNames),
    // By then another one may have been made one with it: that stays so.
    merged: orNone(current.merged, before.merged, after.merged),
    distinctFrom: orNone(current.distinctFrom, before.distinctFrom, after.distinctFrom),
  };
  const evidence = listAsBefore(current.evidence, before.evidence, after.evidence);
  // Its own texts moved between two fields when the other's came among them.
  const rules = asKept(listAsBefore(ownRules(current), ownRules(before), ownRules(after)));
  return { ...current, ...reverted, ...lists, evidence, ...rules };
}

/** The same of a list that is none where nothing is in it. */
function orNone<T>(current: readonly T[] | null, before: readonly T[] | null, after: readonly T[] | null): readonly T[] | null {
  const left = listAsBefore(current ?? [], before ?? [], after ?? []);
  return left.length > 0 ? left : null;
}

const own = (record: Organisation, field: string): unknown => Object.entries(record).find(([name]) => name === field)?.[1];
