import { useMemo } from "preact/hooks";
import type { Day } from "../../consent/calendar/day.ts";
import { goneEntries } from "../../consent/view/calendarGiven.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PutBack, type PutBackProps } from "./PutBack.tsx";
import { useBackWords } from "./useBackWords.ts";
import { useGiven } from "./useGiven.ts";

interface RemovedNoticeProps extends Omit<PutBackProps, "children"> {
  readonly today: Day;
  readonly onClose: () => void;
}

/** What was just removed is said, and can be put back; what of it stands in the person's own calendar is taken out there by a file. */
export function RemovedNotice({ today, onClose, ...back }: RemovedNoticeProps) {
  const { t } = useTexts();
  const { nameOf } = useBackWords();
  const { records } = back.removal;
  const ids = useMemo(() => records.map(({ id }) => id), [records]);
  const { given, failed, save } = useGiven(ids);
  const theirs = given.filter(({ uid, cancelled }) => !cancelled && ids.some((id) => uid.startsWith(`${id}-`)));
  const gone = goneEntries(theirs, [], today, t("data_ics_cancelled"));
  return (
    <Notice kind="success" announced>
      <p>
        {t("data_removed", { NAME: nameOf(records) })} {records.length > 1 ? t("data_removed_with", { COUNT: records.length - 1 }) : ""}
      </p>
      {gone.length > 0 ? <p>{t("data_ics_removed", { COUNT: gone.length })}</p> : null}
      {failed ? <p role="alert">{t("data_ics_failed")}</p> : null}
      <PutBack {...back}>
        {gone.length > 0 ? <Button onClick={() => save("moqalaqe-cancelled.ics", gone, today)}>{t("data_ics_cancel")}</Button> : null}
        <Button kind="plain" onClick={onClose}>
          {t("common_close")}
        </Button>
      </PutBack>
    </Notice>
  );
}
