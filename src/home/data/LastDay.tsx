import { georgianDate } from "../../consent/calendar/day.ts";
import { isUnverified } from "../../consent/law/deadline.ts";
import type { TrackedRequest } from "../../consent/view/overview.ts";
import { lastDay } from "../../consent/view/reminders.ts";
import { useTexts } from "../../i18n/texts.tsx";

/** ` · last day: 26.11.2026`, in a list of requests; nothing where no answer is owed any more. */
export function LastDay({ situation }: Pick<TrackedRequest, "situation">) {
  const { t } = useTexts();
  const day = lastDay(situation);
  if (day === null) return null;
  return (
    <>
      {" "}
      · {t("data_last_day")}: {georgianDate(day)}
      {isUnverified(situation.deadlines, day) ? ` (${t("data_unverified")})` : ""}
    </>
  );
}
