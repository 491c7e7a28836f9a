import { inWords } from "../../consent/record/ownWords.ts";
import type { Holding } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";

/** What a record of something held is called: its database's name, else the service's, else what it is for. */
export function holdingName({ database, service, purposes }: Pick<Holding, "service" | "purposes"> & { readonly database: Pick<Holding["database"], "name"> }, { t, language }: Pick<Texts, "t" | "language">): string {
  return database.name ?? service ?? (purposes[0] ? inWords(purposes[0], language) : t("data_database"));
}
