import { useMemo, useState } from "preact/hooks";
import type { Day } from "../../consent/calendar/day.ts";
import { organisationName } from "../../consent/record/organisationName.ts";
import type { DataRecord } from "../../consent/record/record.ts";
import { inWords } from "../../consent/record/ownWords.ts";
import { goneEntries } from "../../consent/view/calendarGiven.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { codeOf, VaultFailure } from "../vault/VaultFailure.tsx";
import { useGiven } from "./useGiven.ts";

interface RemovedNoticeProps {
  /** What was just removed, the one that the person meant first. */
  readonly records: readonly DataRecord[];
  readonly today: Day;
  /** @throws VaultError where it can't be kept */
  readonly onPutBack: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** What was removed is said, and can be put back; what of it stands in the person's own calendar is taken out there by a file. */
export function RemovedNotice({ records, today, onPutBack, onClose }: RemovedNoticeProps) {
  const { t, language } = useTexts();
  const { busy, once } = useOnce();
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const ids = useMemo(() => records.map(({ id }) => id), [records]);
  const { given, failed, save } = useGiven(ids);
  const theirs = given.filter(({ uid, cancelled }) => !cancelled && ids.some((id) => uid.startsWith(`${id}-`)));
  const gone = goneEntries(theirs, [], today, t("data_ics_cancelled"));
  const putBack = (): void => {
    setFailure(null);
    once(() => onPutBack().catch((error: unknown) => setFailure(codeOf(error))));
  };
  const [first] = records;
  if (!first) return null;
  const name = first.type === "organisation" ? organisationName(first, language) : first.type === "consent" ? inWords(first.purpose, language) : first.type === "request" ? first.reference : (first.database.name ?? first.service ?? inWords(first.purposes[0] ?? "", language));
  return (
    <Notice kind="success" announced>
      <p>
        {t("data_removed", { NAME: name || t("data_database") })} {records.length > 1 ? t("data_removed_with", { COUNT: records.length - 1 }) : ""}
      </p>
      {gone.length > 0 ? <p>{t("data_ics_removed", { COUNT: gone.length })}</p> : null}
      {failure ? <VaultFailure code={failure} /> : null}
      {failed ? <p role="alert">{t("data_ics_failed")}</p> : null}
      <div class="row">
        <Button disabled={busy} onClick={putBack}>
          {t("data_put_back")}
        </Button>
        {gone.length > 0 ? <Button onClick={() => save("moqalaqe-cancelled.ics", gone, today)}>{t("data_ics_cancel")}</Button> : null}
        <Button kind="plain" onClick={onClose}>
          {t("common_close")}
        </Button>
      </div>
    </Notice>
  );
}
