import { inWords, sameWords } from "./ownWords.ts";
import type { Organisation } from "./record.ts";

/** An organisation's name for a reader of that language: the Georgian one where it has no English one. */
export function organisationName({ name, nameEn }: Pick<Organisation, "name" | "nameEn">, language: "ka" | "en"): string {
  return inWords(language === "en" ? (nameEn ?? name) : name, language);
}

/** The one that is called so, else the one that was. One way to ask for all that know an organisation by its name only. */
export function organisationNamed(organisations: Iterable<Organisation>, name: string): Organisation | undefined {
  const all = [...organisations];
  return all.find((one) => sameWords(one.name, name)) ?? all.find((one) => one.otherNames?.includes(name));
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
  const wanted = plainName(name);
  if (wanted === "") return undefined;
  const all = [...organisations];
  const called = (one: T): readonly string[] => [one.name, one.nameEn ?? ""].map(plainName);
  return all.find((one) => called(one).includes(wanted)) ?? all.find((one) => one.otherNames?.some((other) => plainName(other) === wanted));
}

const plainName = (name: string): string => name.normalize("NFC").toLowerCase().replaceAll(/["'„“”«»‘’‚`]/g, "").replaceAll(/\s+/g, " ").trim();
