import { georgianDate } from "../../consent/calendar/day.ts";
import type { Happening } from "../../consent/view/history.ts";
import { kindWord } from "../../consent/view/kindWord.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Badge } from "../../ui/Badge.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";

interface HistoryRowProps {
  readonly one: Happening;
  readonly said: string;
  /** It is written down for a day to come. */
  readonly coming: boolean;
}

/** One line of the time line: on which day, what, with whom, and what came with it. */
export function HistoryRow({ one, said, coming }: HistoryRowProps) {
  const { t, language } = useTexts();
  const { organisation } = one;
  const papers = one.kind === "request" ? one.papers : [];
  return (
    <div class="data-row">
      <time class="data-history-day">{georgianDate(one.day)}</time>
      <div class="data-row-main">
        <p class="data-history-what">
          <b>{said}</b>
          {one.kind === "request" ? (
            <>
              {" · "}
              <a href={`#data/request/${one.request.id}`}>
                {t(`data_kind_${kindWord(one.request)}`)} <span class="data-number-whole">{one.about}</span>
              </a>
            </>
          ) : one.about === "" ? null : (
            ` · ${inWords(one.about, language)}`
          )}
          {one.kind === "consent" && one.note !== null ? ` (${inWords(one.note, language)})` : null}
          {coming ? (
            <>
              {" "}
              <Badge kind="plain">{t("data_history_coming")}</Badge>
            </>
          ) : null}
        </p>
        <div class="data-history-with">
          <p class="data-line">
            <a href={`#data/organisation/${one.organisationId}`}>{organisation ? organisationName(organisation, language) : t("data_unknown")}</a>
          </p>
          {one.kind === "request" && papers.length > 0 ? (
            <p class="data-line">
              {t("data_history_papers")}:{" "}
              <a href={`#data/request/${one.request.id}`}>
                {papers.map(({ id, name }, i) => (
                  <bdi key={id}>
                    {i > 0 ? ", " : ""}
                    {visible(name)}
                  </bdi>
                ))}
              </a>
            </p>
          ) : null}
        </div>
      </div>
    </div>
  );
}
