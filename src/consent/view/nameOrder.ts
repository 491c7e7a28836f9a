import { organisationName, withoutForm } from "../record/organisationName.ts";
import type { Organisation } from "../record/record.ts";

const georgian = new Intl.Collator("ka", { numeric: true, ignorePunctuation: true });

/** By the Georgian alphabet, whatever quotation marks there are. Schools and clinics have numbers: the second stands before the tenth. */
export const byName = (one: string, other: string): number => georgian.compare(one, other);

/** By the name that is read, without the legal form: else nearly all would stand under „სსიპ“. */
export function byOrganisationName<T>(all: Iterable<T>, organisationOf: (one: T) => Organisation, language: "ka" | "en"): readonly T[] {
  const named = [...all].map((one) => ({ one, name: withoutForm(organisationName(organisationOf(one), language)).name }));
  return named.toSorted((a, b) => byName(a.name, b.name)).map(({ one }) => one);
}
