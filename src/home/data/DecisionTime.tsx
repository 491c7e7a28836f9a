import { type Day, georgianDate } from "../../consent/calendar/day.ts";
import type { Deadline } from "../../consent/law/deadline.ts";
import { limitSource, limitText } from "../../consent/letters/limitWords.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { verifiedText } from "./verifiedText.ts";

interface DecisionTimeProps {
  readonly decideBy: Deadline;
  readonly today: Day;
}

/** By when the complaint is to be decided, by whose law, and what can be done once that day is behind. */
export function DecisionTime({ decideBy, today }: DecisionTimeProps) {
  const { t, language } = useTexts();
  const day = georgianDate(decideBy.day);
  return (
    <>
      <p>{t("data_decide_by", { DATE: day })}</p>
      <p class="soft">
        {limitText(language, decideBy)} · {limitSource(language, decideBy)} · {verifiedText(t, decideBy.source)}
      </p>
      {decideBy.day < today ? (
        <Notice kind="warning">
          <p>{t("data_decide_passed", { DATE: day })}</p>
        </Notice>
      ) : null}
    </>
  );
}
