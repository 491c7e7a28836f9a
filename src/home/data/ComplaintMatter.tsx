import { type Day, dayFromIso } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Choice, Text } from "./fields.tsx";
import { FilingTime } from "./FilingTime.tsx";

/** What a complaint is about, and so by which law it is made. */
export type Matter = "decision" | "data";

interface ComplaintMatterProps {
  readonly value: Matter;
  /** The day on which the person got to know the decision, as it was typed, or is on record: an ISO date; else nothing. */
  readonly decidedOn: string;
  readonly today: Day;
  readonly onChange: (matter: Matter) => void;
  readonly onDecidedOn: (day: string) => void;
}

/** A complaint about how an application was decided is none about personal data: the person says which it is. */
export function ComplaintMatter({ value, decidedOn, today, onChange, onDecidedOn }: ComplaintMatterProps) {
  const { t } = useTexts();
  return (
    <>
      <Choice label={t("data_matter")} name="matter" value={value} options={["decision", "data"] as const} text={(one) => t(`data_matter_${one}`)} onChange={onChange} />
      {value === "decision" ? <Text label={t("data_matter_known")} type="date" value={decidedOn} onChange={onDecidedOn} /> : null}
      {value === "decision" ? <FilingTime decidedOn={dayFromIso(decidedOn)} today={today} /> : null}
    </>
  );
}
