import { addMonths, type Day, georgianDate, georgianIso } from "../../consent/calendar/day.ts";
import { administrativeComplaintFiling } from "../../consent/data/statutes.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choice } from "./fields.tsx";

/** What a complaint is about, and so by which law it is made. */
export type Matter = "decision" | "data";

interface ComplaintMatterProps {
  readonly value: Matter;
  /** The day on which the person got to know the decision, as far as that is on record. */
  readonly decidedOn: Day | null;
  readonly today: Day;
  readonly onChange: (matter: Matter) => void;
}

/** A complaint about how an application was decided is none about personal data: the person says which it is. */
export function ComplaintMatter({ value, decidedOn, today, onChange }: ComplaintMatterProps) {
  const { t } = useTexts();
  const { months, url, verifiedOn } = administrativeComplaintFiling;
  const until = decidedOn === null ? null : addMonths(decidedOn, months);
  return (
    <>
      <Choice label={t("data_matter")} name="matter" value={value} options={["decision", "data"] as const} text={(one) => t(`data_matter_${one}`)} onChange={onChange} />
      {value === "decision" ? (
        <p class="soft">
          {decidedOn === null || until === null ? t("data_matter_within") : t("data_matter_until", { DATE: georgianDate(until), FROM: georgianDate(decidedOn) })}{" "}
          <a href={url} target="_blank" rel="noreferrer">
            {t("data_matter_source", { DATE: georgianIso(verifiedOn) })}
          </a>
        </p>
      ) : null}
      {value === "decision" && until !== null && until < today ? (
        <Notice kind="warning">
          <p>{t("data_matter_passed")}</p>
        </Notice>
      ) : null}
    </>
  );
}
