// [Note: made one both ways] Two computers that share a folder may make the same two records one, each the other way round. A change
// stands against a removal, so that both come back when the folder is met, each with what belonged to the other. The person has said
// twice that they are one: so they are, on every computer the same, whichever of them looks first.
import { withOther } from "./merge.ts";
import type { FormerRecord, Organisation } from "./record.ts";
import { isSaidToBeTwo } from "./twins.ts";

/** One organisation of several records that each name another one as the one that became part of it. */
export interface Crossed {
  readonly stays: Organisation;
  readonly goes: readonly Organisation[];
}

/** @param organisations all that are on record */
export function crossedAmong(organisations: readonly Organisation[]): readonly Crossed[] {
  const known = new Map(organisations.map((one) => [one.id, one]));
  const named = new Map(organisations.map((one) => [one.id, (one.merged ?? []).flatMap(({ id }) => (id !== one.id && known.has(id) ? [id] : []))]));
  const found: Crossed[] = [];
  const seen = new Set<string>();
  for (const [id, others] of named) {
    if (others.length === 0 || seen.has(id)) continue;
    const circle = [...reachedFrom(id, named)].filter((one) => reachedFrom(one, named).has(id)).flatMap((one) => known.get(one) ?? []);
    for (const one of circle) seen.add(one.id);
    if (circle.length > 1 && !circle.some((one) => circle.some((other) => isSaidToBeTwo(one, other)))) found.push(oneOf(circle));
  }
  return found;
}

/** The records as they are meant: of those that name each other, the one that they are. */
export function withoutCrossed(organisations: readonly Organisation[], crossed: readonly Crossed[]): readonly Organisation[] {
  if (crossed.length === 0) return organisations;
  const gone = new Set(crossed.flatMap(({ goes }) => goes.map(({ id }) => id)));
  const stay = new Map(crossed.map(({ stays }) => [stays.id, stays]));
  return organisations.filter(({ id }) => !gone.has(id)).map((one) => stay.get(one.id) ?? one);
}

function reachedFrom(start: string, named: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set(named.get(start));
  for (const id of reached) for (const one of named.get(id) ?? []) reached.add(one);
  return reached;
}

/** The one that stayed in the merge that was made last; of two made at once, the one whose id comes first. */
function oneOf(circle: readonly Organisation[]): Crossed {
  const ids = new Set(circle.map(({ id }) => id));
  const madeAt = ({ merged }: Organisation): string => (merged ?? []).flatMap(({ id, at }) => (ids.has(id) ? [at] : [])).toSorted().at(-1) ?? "";
  const [first, ...goes] = circle.toSorted((a, b) => (madeAt(a) === madeAt(b) ? (a.id < b.id ? -1 : 1) : madeAt(a) < madeAt(b) ? 1 : -1));
  if (!first) throw new Error("nobody names each other");
  const united = goes.reduce((one, other) => withOther(one, other, new Set(), madeAt(other)), first);
  // Not the time of looking: two computers that both write it write the same.
  const updatedAt = circle.map((one) => one.updatedAt).toSorted().at(-1) ?? first.updatedAt;
  return { stays: { ...united, merged: onceEach(united), updatedAt }, goes };
}

/** One entry for each record that is gone, with all that was said otherwise of it; none for the one that stays. */
function onceEach({ id: own, merged, ...stays }: Organisation): readonly FormerRecord[] {
  const all = new Map<string, FormerRecord>();
  // What the other computer's merge had set aside of this record is set aside of that one.
  const ownWords = (merged ?? []).flatMap(({ id, otherwise }) => (id === own ? otherwise : []));
  for (const one of merged ?? []) {
    if (one.id === own) continue;
    const before = all.get(one.id);
    const said = [...(before?.otherwise ?? []), ...one.otherwise, ...(before ? ownWords : [])];
    all.set(one.id, { id: one.id, at: before && before.at > one.at ? before.at : one.at, otherwise: said });
  }
  const list = [...all.values()];
  return list.map((one) => ({ ...one, otherwise: [...new Map(one.otherwise.filter(({ detail, text }) => stays[detail] !== text).map((each) => [`${each.detail} ${each.text}`, each])).values()] }));
}
