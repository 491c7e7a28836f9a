import { useState } from "preact/hooks";
import type { RequestEvent } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { codeOf, VaultFailure } from "../vault/VaultFailure.tsx";
import { nameOfEvent } from "./Happened.tsx";

interface TakenNoticeProps {
  /** What was just taken back. */
  readonly event: RequestEvent;
  /** @throws VaultError where it can't be kept */
  readonly onPutBack: () => Promise<unknown>;
}

/** What was taken back is said, and stays here until it is on record again or the page is left. */
export function TakenNotice({ event, onPutBack }: TakenNoticeProps) {
  const texts = useTexts();
  const { t } = texts;
  const { busy, once } = useOnce();
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const back = (): void => {
    setFailure(null);
    once(() => onPutBack().catch((error: unknown) => setFailure(codeOf(error))));
  };
  return (
    <Notice kind="information" announced>
      <p>
        {t("data_taken_back", { EVENT: nameOfEvent(event, texts) })} {event.papers.some(({ kind }) => kind === "document") ? t("data_note_kept") : ""}
      </p>
      <p class="row no-print">
        <Button disabled={busy} onClick={back}>
          {t("data_put_back")}
        </Button>
      </p>
      {failure ? <VaultFailure code={failure} /> : null}
    </Notice>
  );
}
