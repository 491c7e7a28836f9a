// Which organisations are offered to whoever writes a name: those on record first, then the catalogue. Pure.
import { type Institution, institutions } from "../../consent/data/institutions.ts";
import { organisationName, organisationsByName, withoutForm } from "../../consent/record/organisationName.ts";
import type { Organisation } from "../../consent/record/record.ts";
import { byName } from "../../consent/view/nameOrder.ts";
import { index, type Indexed, search } from "../../favourites/search.ts";
import type { Option } from "./Combobox.tsx";

/** With the words by which it is found. */
interface Entry extends Option {
  readonly title: string;
}

export interface Offer {
  readonly known: readonly Indexed<Entry>[];
  readonly listed: readonly Indexed<Entry>[];
}

/** All that can be chosen, by the name without its legal form: else nearly all would stand under „სსიპ“. */
export function offerOf(organisations: Iterable<Organisation>, language: "ka" | "en"): Offer {
  const known = [...organisations];
  const like = organisationsByName(known);
  const listed = institutions.filter(({ name }) => like(name) === undefined);
  return { known: entriesOf(known.map((one) => [one.id, one] as const), language), listed: entriesOf(listed.map((one) => [one.key, one] as const), language) };
}

type Named = Pick<Organisation, "name" | "nameEn" | "registryCode"> & Partial<Pick<Organisation, "otherNames">>;

function entriesOf(all: readonly (readonly [string, Named | Institution])[], language: "ka" | "en"): readonly Indexed<Entry>[] {
  const entries = all.map(([id, one]): Entry => {
    const { name, form } = withoutForm(organisationName(one, language));
    const others = "otherNames" in one ? (one.otherNames ?? []) : [];
    // The bare name first: what begins with the typed word goes before what only has it.
    return { id, name, aside: form, title: [name, one.name, one.nameEn ?? "", ...others, one.registryCode ?? ""].join(" ") };
  });
  return index(entries.toSorted((a, b) => byName(a.name, b.name)));
}

/** Those that fit what is typed, in Georgian or in Latin letters; nothing typed: all of them. */
export function offered({ known, listed }: Offer, text: string): { readonly known: readonly Option[]; readonly listed: readonly Option[] } {
  return { known: search(known, text), listed: search(listed, text) };
}
