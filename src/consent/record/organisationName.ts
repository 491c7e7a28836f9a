import type { Organisation } from "./record.ts";

/** An organisation's name for a reader of that language: the Georgian one where it has no English one. */
export function organisationName({ name, nameEn }: Pick<Organisation, "name" | "nameEn">, language: "ka" | "en"): string {
  return language === "en" ? (nameEn ?? name) : name;
}
