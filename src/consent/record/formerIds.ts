// [Note: former ids] Two records of one organisation become one ("merge.ts"). What another computer, an older file, a draft or an address
// goes on calling by the id that is gone is meant to be of the one that stayed.
import { crossedAmong, withoutCrossed } from "./crossed.ts";
import type { DataRecord, Organisation } from "./record.ts";

type Known = ReadonlyMap<string, Pick<Organisation, "id" | "merged">>;

const aliases = new WeakMap<Known, ReadonlyMap<string, string>>();

/** The ids of before, each with that of the organisation which stayed; an id that is on record stands for itself. */
export function aliasesOf(organisations: Known): ReadonlyMap<string, string> {
  let found = aliases.get(organisations);
  if (!found) {
    found = new Map([...organisations.values()].flatMap(({ id, merged }) => (merged ?? []).flatMap((one) => (organisations.has(one.id) ? [] : [[one.id, id] as const]))));
    aliases.set(organisations, found);
  }
  return found;
}

/** @returns the id under which that organisation is kept by now, or the same: it is, or nobody knows it */
export const presentId = (organisations: Known, id: string): string => aliasesOf(organisations).get(id) ?? id;

/** What belongs to an organisation, with the one that stayed; the same objects where nothing changes. */
export function atPresent<T extends { readonly organisationId: string }>(all: readonly T[], organisations: Known): readonly T[] {
  const known = aliasesOf(organisations);
  if (known.size === 0) return all;
  return all.map((one) => {
    const organisationId = known.get(one.organisationId);
    return organisationId === undefined ? one : { ...one, organisationId };
  });
}

/** All that is on record, what belongs to an organisation with the one that stayed. */
export function allAtPresent(records: readonly DataRecord[]): readonly DataRecord[] {
  const stored = records.filter((one) => one.type === "organisation");
  const organisations = new Map(withoutCrossed(stored, crossedAmong(stored)).map((one) => [one.id, one]));
  return [...organisations.values(), ...atPresent(records.filter((one) => one.type !== "organisation"), organisations)];
}
