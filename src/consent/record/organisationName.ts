import { withoutTurns } from "../../codec/turns.ts";
import { inWords, sameWords } from "./ownWords.ts";
import type { Organisation } from "./record.ts";

/** In the place of a name, where nobody knows one. */
export const noName = "?";

/** An organisation's name for a reader of that language: the Georgian one where it has no English one. */
export function organisationName({ name, nameEn }: Pick<Organisation, "name" | "nameEn">, language: "ka" | "en"): string {
  return withoutTurns(inWords(language === "en" ? (nameEn ?? name) : name, language));
}

/** A code's digits, however they are grouped. */
export const plainCode = (code: string | null): string => (code ?? "").replaceAll(/[\s\-–.]/g, "");

/** All codes that are said of it, as well by records that were made one with it. */
export function codesOf({ registryCode, merged }: Organisation): readonly string[] {
  const former = (merged ?? []).flatMap(({ otherwise }) => otherwise.flatMap(({ detail, text }) => (detail === "registryCode" ? [text] : [])));
  return [...new Set([registryCode, ...former].map(plainCode))].filter((one) => one !== "");
}

/** By what it is found: its name, what it was called before, its English name, its code, as it was written and in digits alone. */
export function findableNames(organisation: Organisation): readonly (string | null)[] {
  const { name, otherNames, nameEn, registryCode } = organisation;
  return [name, ...(otherNames ?? []), nameEn, registryCode, ...codesOf(organisation)];
}

/** As Georgian names begin and English ones begin or end; by these alone nobody finds anything. */
const forms = /^(სსიპ|შპს|სს|ა\(ა\)იპ|აიპ|კს|სპს|ი\/მ|ინდ\. მეწარმე|LEPL|NNLE|JSC|LLC|Ltd\.?)\s+|[\s,]+(LLC|Ltd\.?|JSC|Inc\.?|GmbH)$/iu;

/** A name and its legal form, taken apart: names are sorted and read by what tells one from another. */
export function withoutForm(full: string): { readonly name: string; readonly form: string } {
  const found = forms.exec(full);
  const rest = full.replace(forms, "").trim();
  return found && rest !== "" ? { name: rest, form: (found[1] ?? found[2] ?? "").trim() } : { name: full, form: "" };
}

/**
 * The one that is called so, else the one that was, else the one whose name differs in blanks and quotation marks only: a page, a policy and
 * a person write these as they like. One way to ask for all that know an organisation by its name only.
 */
export function organisationNamed(organisations: Iterable<Organisation>, name: string): Organisation | undefined {
  const all = [...organisations];
  return all.find((one) => sameWords(one.name, name)) ?? all.find((one) => one.otherNames?.includes(name)) ?? organisationLike(all, name);
}

/** With another name; the one it had is kept among the others. */
export function renamed(organisation: Organisation, name: string): Organisation {
  if (name === organisation.name) return organisation;
  return { ...organisation, name, otherNames: [...new Set([...(organisation.otherNames ?? []), organisation.name])].filter((one) => one !== name) };
}

/**
 * The one that a person means who writes its name by hand: case, blanks and quotation marks are no difference.
 * @param name as typed; nothing but blanks means nobody
 */
export function organisationLike<T extends Pick<Organisation, "name" | "nameEn"> & Partial<Pick<Organisation, "otherNames">>>(organisations: Iterable<T>, name: string): T | undefined {
  return organisationsByName(organisations)(name);
}

/** The same for many names: what all are called is worked out once. */
export function organisationsByName<T extends Pick<Organisation, "name" | "nameEn"> & Partial<Pick<Organisation, "otherNames">>>(organisations: Iterable<T>): (name: string) => T | undefined {
  const called = new Map<string, T>();
  const formerly = new Map<string, T>();
  const add = (names: Map<string, T>, name: string | null, one: T): void => {
    const plain = plainName(name ?? "");
    if (plain !== "" && !names.has(plain)) names.set(plain, one);
  };
  for (const one of organisations) {
    add(called, one.name, one);
    add(called, one.nameEn, one);
    for (const other of one.otherNames ?? []) add(formerly, other, one);
  }
  return (name) => called.get(plainName(name)) ?? formerly.get(plainName(name));
}

/** A name by which two writings of it are one: without case, quotation marks and doubled blanks. */
export const plainName = (name: string): string => name.normalize("NFC").toLowerCase().replaceAll(/["'„“”«»‘’‚`]/g, "").replaceAll(/\s+/g, " ").trim();
