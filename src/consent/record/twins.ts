// Organisations that may have been recorded twice: a policy, a page and the person each wrote it down in their own way.
import { codesOf, plainName } from "./organisationName.ts";
import type { Organisation } from "./record.ts";

/** Two that look like one. */
export interface Twins {
  readonly one: Organisation;
  readonly other: Organisation;
  /** What is equal. */
  readonly by: "code" | "name";
}

/**
 * Pairs with the same registry code, or the same name and no codes that differ; not those of which the person has said that they are two.
 * Of three of a kind the first stands with each of the others.
 */
export function twinsAmong(organisations: Iterable<Organisation>): readonly Twins[] {
  const found = new Map<string, Twins>();
  const firsts = new Map<string, Organisation>();
  for (const organisation of organisations) {
    for (const [by, key] of keysOf(organisation)) {
      const first = firsts.get(key);
      if (!first) firsts.set(key, organisation);
      if (!first || first === organisation) continue;
      const pair = `${first.id} ${organisation.id}`;
      if (!found.has(pair) && mayBeOne(first, organisation)) found.set(pair, { one: first, other: organisation, by });
    }
  }
  return [...found.values()];
}

function keysOf(organisation: Organisation): readonly (readonly [by: Twins["by"], key: string])[] {
  const { name, nameEn, otherNames } = organisation;
  const names = [name, nameEn, ...(otherNames ?? [])].map((one) => plainName(one ?? "")).filter((one) => one !== "");
  return [...codesOf(organisation).map((one) => ["code", `#${one}`] as const), ...[...new Set(names)].map((one) => ["name", one] as const)];
}

/** Its id, and those of the records that were made one with it: what was said of one of these is said of it. */
const idsOf = ({ id, merged }: Organisation): readonly string[] => [id, ...(merged ?? []).map((one) => one.id)];

const isDistinct = ({ distinctFrom }: Organisation, other: Organisation): boolean => idsOf(other).some((id) => distinctFrom?.includes(id));

/** The person has said that they are not the same. */
export const isSaidToBeTwo = (one: Organisation, other: Organisation): boolean => isDistinct(one, other) || isDistinct(other, one);

function mayBeOne(one: Organisation, other: Organisation): boolean {
  if (isSaidToBeTwo(one, other)) return false;
  const [codes, others] = [codesOf(one), codesOf(other)];
  return codes.length === 0 || others.length === 0 || codes.some((code) => others.includes(code));
}
