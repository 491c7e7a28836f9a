import type { Day } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Choice } from "./fields.tsx";
import { FilingTime } from "./FilingTime.tsx";

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
  return (
    <>
      <Choice label={t("data_matter")} name="matter" value={value} options={["decision", "data"] as const} text={(one) => t(`data_matter_${one}`)} onChange={onChange} />
      {value === "decision" ? <FilingTime decidedOn={decidedOn} today={today} /> : null}
    </>
  );
}
