import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { renewSheet, sheetOnShow, useUnkeptSheet } from "./sheet.ts";

/** Time for the tab that has just made a sheet to bring it into sight. */
const settleMs = 500;

/** In every section, until there is a sheet on paper: what it would cost not to have one, and the way to it. */
export function SheetNotice() {
  const { t } = useTexts();
  const unkept = useUnkeptSheet();
  const { busy, once } = useOnce();
  const [failed, setFailed] = useState(false);
  // While another tab shows the sheet, nobody is told to make a new one: it would void the one that is being printed.
  const [free, setFree] = useState(false);
  useEffect(() => {
    if (!unkept) return undefined;
    const stop = new AbortController();
    const later = setTimeout(() => navigator.locks.request(sheetOnShow, { mode: "shared", signal: stop.signal }, () => setFree(true)).catch(() => undefined), settleMs);
    return () => {
      clearTimeout(later);
      stop.abort();
      setFree(false);
    };
  }, [unkept]);
  if (!unkept || !free) return null;
  const renew = (): void => once(() => renewSheet().catch(() => setFailed(true)));
  return (
    <Notice kind="warning">
      <p>{t("vault_sheet_unkept")}</p>
      {failed ? <p role="alert">{t("vault_sheet_unkept_failed")}</p> : null}
      <div class="row no-print">
        <Button disabled={busy} onClick={renew}>
          {t("vault_sheet_renew")}
        </Button>
      </div>
    </Notice>
  );
}
