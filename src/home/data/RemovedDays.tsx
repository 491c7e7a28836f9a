import type { Day } from "../../consent/calendar/day.ts";
import { goneEntries } from "../../consent/view/calendarGiven.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useGiven } from "./useGiven.ts";

interface RemovedDaysProps {
  /** Records that were just removed. */
  readonly ids: readonly string[];
  readonly today: Day;
  readonly onClose: () => void;
}

/** What was removed here may still stand in the person's own calendar: the file that takes it out there is offered at once. */
export function RemovedDays({ ids, today, onClose }: RemovedDaysProps) {
  const { t } = useTexts();
  const { given, failed, save } = useGiven(ids);
  const theirs = given.filter(({ uid, cancelled }) => !cancelled && ids.some((id) => uid.startsWith(`${id}-`)));
  const gone = goneEntries(theirs, [], today, t("data_ics_cancelled"));
  if (gone.length === 0) return null;
  return (
    <Notice kind="information" announced>
      <p>{t("data_ics_removed", { COUNT: gone.length })}</p>
      {failed ? <p role="alert">{t("data_ics_failed")}</p> : null}
      <div class="row">
        <Button onClick={() => save("moqalaqe-cancelled.ics", gone, today)}>{t("data_ics_cancel")}</Button>
        <Button kind="plain" onClick={onClose}>
          {t("common_close")}
        </Button>
      </div>
    </Notice>
  );
}
