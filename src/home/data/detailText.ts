import { categories } from "../../codec/categories.ts";
import type { FormerRecord, IdentifyingDetail } from "../../consent/record/record.ts";
import { sectors } from "../../consent/record/vocabulary.ts";
import type { Texts } from "../../i18n/texts.tsx";

type Words = Pick<Texts, "t">;

/** What is said of who an organisation is, in the catalogue's words where it is one of ours. */
export function detailText(detail: IdentifyingDetail, said: string, { t }: Words): string {
  const sector = detail === "sector" ? sectors.find((one) => one === said) : undefined;
  const category = detail === "category" ? categories.find((one) => one === said) : undefined;
  return sector ? t(sector === "unknown" ? "data_unknown" : `data_sector_${sector}`) : category ? t(`data_category_${category}`) : said;
}

/** What that is called. */
export const detailName = (detail: IdentifyingDetail, { t }: Words): string => t(detail === "category" ? "data_by_category" : `data_who_${detail}`);

/** What a record that was made one with another said otherwise, a line for each. */
export function otherwiseLines(merged: readonly FormerRecord[] | null, words: Words): readonly string[] {
  return (merged ?? []).flatMap(({ otherwise }) => otherwise.map(({ detail, text }) => `${detailName(detail, words)}: ${detailText(detail, text, words)}`));
}
