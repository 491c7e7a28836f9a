import { organisationName } from "../../consent/record/organisationName.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { holdingName } from "./holdingName.ts";

/** In the order in which they are said. */
const words = [["organisation", "data_back_organisation"], ["holding", "data_back_holding"], ["consent", "data_back_consent"], ["request", "data_back_request"]] as const;

interface BackWords {
  /** What the person removed, by its own name. */
  readonly nameOf: (records: readonly DataRecord[]) => string;
  /** What comes back, kind by kind. */
  readonly whatOf: (coming: readonly DataRecord[]) => string;
}

/** How a removal is named, and what putting it back brings. */
export function useBackWords(): BackWords {
  const { t, language } = useTexts();
  const nameOf = ([first]: readonly DataRecord[]): string => {
    if (!first) return "";
    const name = first.type === "organisation" ? organisationName(first, language) : first.type === "consent" ? inWords(first.purpose, language) : first.type === "request" ? first.reference : holdingName(first, { t, language });
    return name || t("data_database");
  };
  const whatOf = (coming: readonly DataRecord[]): string =>
    words
      .flatMap(([type, key]) => {
        const count = coming.filter((one) => one.type === type).length;
        return count === 0 ? [] : [t(key, { COUNT: count })];
      })
      .join(", ");
  return { nameOf, whatOf };
}
