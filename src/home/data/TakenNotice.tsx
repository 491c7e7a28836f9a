import type { RequestEvent } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { nameOfEvent } from "./Happened.tsx";

interface TakenNoticeProps {
  /** What was just taken back. */
  readonly event: RequestEvent;
  /** Where it can't be kept, that is said elsewhere. */
  readonly onPutBack: () => Promise<unknown>;
}

/** What was taken back is said, and stays here until it is on record again or the page is left. */
export function TakenNotice({ event, onPutBack }: TakenNoticeProps) {
  const texts = useTexts();
  const { t } = texts;
  const { busy, once } = useOnce();
  return (
    <Notice kind="information" announced>
      <p>
        {t("data_taken_back", { EVENT: nameOfEvent(event, texts) })} {event.papers.some(({ kind }) => kind === "document") ? t("data_note_kept") : ""}
      </p>
      <p class="row no-print">
        <Button disabled={busy} onClick={() => once(onPutBack)}>
          {t("data_put_back")}
        </Button>
      </p>
    </Notice>
  );
}
