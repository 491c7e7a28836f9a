import { institutions } from "../../consent/data/institutions.ts";
import type { Evidence } from "../../consent/record/record.ts";
import type { Texts } from "../../i18n/texts.tsx";
import { ownPlace } from "./newRecord.ts";

/** "service · https://www.my.gov.ge/services/water · 24.11.2026": by what, where and when something was seen. @param day as it is written here */
export function evidenceText({ kind, where }: Evidence, day: string, { t }: Pick<Texts, "t">): string {
  return [t(`data_source_${kind === "import" && institutions.some(({ source }) => source === where) ? "catalogue" : kind}`), where === ownPlace ? "" : where, day].filter(Boolean).join(" · ");
}
