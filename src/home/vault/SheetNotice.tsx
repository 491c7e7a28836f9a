import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useOnce } from "../../ui/useOnce.ts";
import { renewSheet, useUnkeptSheet } from "./sheet.ts";

/** In every section, until there is a sheet on paper: what it would cost not to have one, and the way to it. */
export function SheetNotice() {
  const { t } = useTexts();
  const unkept = useUnkeptSheet();
  const { busy, once } = useOnce();
  const [failed, setFailed] = useState(false);
  if (!unkept) return null;
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
