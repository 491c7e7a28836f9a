import { useTexts } from "../../i18n/texts.tsx";
import type { ReadPaper } from "./eventFields.ts";

/** A period without its last day: the sentence, for the person to count from. */
export function TermRead({ read }: { readonly read: ReadPaper | undefined }) {
  const { t } = useTexts();
  const term = read?.reading.term ?? null;
  return term === null ? null : (
    <p class="soft">
      {t("data_read_term")} <q class="data-quote">{term}</q>
    </p>
  );
}

/** What the answer says of an appeal, and what of that is wanting (lines 112 and 116). */
export function AppealRead({ read }: { readonly read: ReadPaper | undefined }) {
  const { t } = useTexts();
  const appeal = read?.reading.appeal ?? null;
  if (appeal === null) return null;
  if (appeal.words.length === 0) return <p class="soft">{t("data_read_appeal_none")}</p>;
  const wanting = [appeal.whom ? null : t("data_read_appeal_whom"), appeal.within ? null : t("data_read_appeal_within")].filter((one) => one !== null);
  return (
    <p class="soft">
      {t("data_read_appeal_part", { WANTING: wanting.join(", ") })} <q class="data-quote">{appeal.words.join(" ")}</q>
    </p>
  );
}
