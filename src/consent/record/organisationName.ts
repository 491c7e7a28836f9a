import type { Organisation } from "./record.ts";

/** An organisation's name for a reader of that language: the Georgian one where it has no English one. */
export function organisationName({ name, nameEn }: Pick<Organisation, "name" | "nameEn">, language: "ka" | "en"): string {
  return language === "en" ? (nameEn ?? name) : name;
}

/** The one that is called so, else the one that was. One way to ask for all that know an organisation by its name only. */
export function organisationNamed(organisations: Iterable<Organisation>, name: string): Organisation | undefined {
  const all = [...organisations];
  return all.find((one) => one.name === name) ?? all.find((one) => one.otherNames?.includes(name));
}

/** With another name; the one it had is kept among the others. */
export function renamed(organisation: Organisation, name: string): Organisation {
  if (name === organisation.name) return organisation;
  return { ...organisation, name, otherNames: [...new Set([...(organisation.otherNames ?? []), organisation.name])].filter((one) => one !== name) };
}
