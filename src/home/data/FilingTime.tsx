import { type Day, georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { administrativeComplaintFiling, administrativeSilenceFiling } from "../../consent/data/statutes.ts";
import { lastFilingDay } from "../../consent/request/filing.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";

interface FilingTimeProps {
  /** The day on which the person got to know the decision, as far as that is on record. */
  readonly decidedOn: Day | null;
  readonly today: Day;
}

/** By when an administrative complaint is filed, and by whose word. */
export function FilingTime({ decidedOn, today }: FilingTimeProps) {
  const { t } = useTexts();
  const { url, verifiedOn } = administrativeComplaintFiling;
  const until = decidedOn === null ? null : lastFilingDay(decidedOn);
  return (
    <>
      <p class={until === null ? "soft" : ""}>
        {decidedOn === null || until === null ? t("data_matter_within") : t("data_matter_until", { DATE: georgianDate(until), FROM: georgianDate(decidedOn) })}{" "}
        <a href={url} target="_blank" rel="noreferrer">
          {t("data_matter_source", { DATE: georgianIso(verifiedOn) })}
        </a>
      </p>
      {until !== null && until < today ? (
        <Notice kind="warning">
          <p>{t("data_matter_passed")}</p>
        </Notice>
      ) : null}
    </>
  );
}

/** By when silence is complained of by the narrower reading of the law. */
export function SilenceFilingTime({ until, today }: { readonly until: Day; readonly today: Day }) {
  const { t } = useTexts();
  const { url, verifiedOn } = administrativeSilenceFiling;
  return (
    <p>
      {t(until < today ? "data_silence_passed" : "data_silence_until", { DATE: georgianDate(until) })}{" "}
      <a href={url} target="_blank" rel="noreferrer">
        {t("data_silence_source", { DATE: georgianIso(verifiedOn) })}
      </a>
    </p>
  );
}
