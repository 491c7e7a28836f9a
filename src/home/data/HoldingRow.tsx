import { georgianDate } from "../../consent/calendar/day.ts";
import type { Row } from "../../consent/view/rows.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { keepingText } from "./keepingText.ts";
import { SpecialBadge } from "../../ui/SpecialBadge.tsx";

/** What, why, until when, who else, and the two ways on: its file, and asking. */
export function HoldingRow({ row }: { readonly row: Row }) {
  const texts = useTexts();
  const { t, language } = texts;
  const { holding, organisation } = row;
  const name = organisationName(organisation, language);
  // "Until: no longer kept" is no sentence.
  const ended = Boolean(holding.handling?.ended);
  const what = holding.data.map((one) => one.name).join(", ") || holding.database.name || holding.service || t("data_unknown");
  return (
    <div class="data-row data-holding">
      <div class="data-row-main">
        <a class="data-row-name" href={`#data/organisation/${organisation.id}`}>
          {name}
        </a>
        <p class="data-line">
          <b>{t("data_what")}:</b> {what}
        </p>
        <p class="data-line">
          <b>{t("data_why")}:</b> {holding.purposes.map((one) => inWords(one, language)).join(", ") || t("data_unknown")}
        </p>
        <p class="data-line">
          <b>{t("data_who_else")}:</b> {holding.recipients.map((one) => inWords(one.name, language)).join(", ") || t("data_nobody_known")}
        </p>
      </div>
      <div class="data-row-side">
        {ended ? null : (
          <span class="data-line">
            <b>{t("data_until")}:</b> {row.until === null ? keepingText(holding.retention, texts) : georgianDate(row.until)}
          </span>
        )}
        <span class="row data-badges">
          {ended ? <Badge kind="plain">{t("data_no_longer_kept")}</Badge> : null}
          <SpecialBadge special={row.special} />
          {row.ends === "over" ? <Badge kind="error">{t("data_over")}</Badge> : null}
          {row.ends === "soon" ? <Badge kind="warn">{t("data_soon")}</Badge> : null}
        </span>
        <a class="button button-secondary no-print" href={`#data/ask/${row.ends === "over" ? "erase" : "existence"}/${organisation.id}/${holding.id}`}>
          {t(row.ends === "over" ? "data_ask_erase" : "data_ask_short")}
          <span class="visually-hidden">: {name}</span>
        </a>
      </div>
    </div>
  );
}
