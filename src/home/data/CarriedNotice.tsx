import { georgianDate } from "../../consent/calendar/day.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Carrier } from "./portalTrail.ts";

interface CarriedNoticeProps {
  readonly carrier: Carrier;
  /** It is being recorded. */
  readonly busy: boolean;
  /** @param words under which number the portal has it, for the record */
  readonly onRecord: (words: string) => void;
}

/** The portal has taken the signed letter: its sending is on record with one click, under the portal's day and number. */
export function CarriedNotice({ carrier: { number, day }, busy, onRecord }: CarriedNoticeProps) {
  const { t } = useTexts();
  const said = { NUMBER: number ?? t("data_trail_no_number"), DATE: georgianDate(day) };
  return (
    <Notice kind="information" announced>
      <p>{t("data_carried", said)}</p>
      <div class="row">
        <Button kind="primary" disabled={busy} onClick={() => onRecord(t("data_carried_note", said))}>
          {t("data_carried_record")}
        </Button>
      </div>
    </Notice>
  );
}
