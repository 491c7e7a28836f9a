import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { NewSheet } from "../../vault/api.ts";
import { RecoverySheet } from "./RecoverySheet.tsx";
import { isVoid, keepSheet, leaveSheet, sheetOnShow } from "./sheet.ts";
import { useAttempt } from "./useAttempt.ts";
import { useVaultState } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** Where the person came from to set the vault up: `#documents/data` is "documents, then back to the data". */
const backFrom = (hash: string): string | null => /^#documents\/([a-z]+)$/.exec(hash)?.[1] ?? null;

/** The sheet in place of the sections. Whoever turns to another, or closes the page, is asked first ([Note: the sheet that is not kept]). */
export function SheetPage({ sheet }: { readonly sheet: NewSheet }) {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
  const [leaving, setLeaving] = useState(false);
  const here = useRef(location.hash);
  const gone = isVoid(sheet, useVaultState());
  useEffect(() => {
    const stop = new AbortController();
    const shown = new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve()));
    navigator.locks.request(sheetOnShow, { signal: stop.signal }, () => shown).catch(() => undefined);
    return () => stop.abort();
  }, []);
  // As soon as the code is to be seen, and no longer: an effect would begin and end a painting later.
  useLayoutEffect(() => {
    const ask = (): void => setLeaving(location.hash !== here.current);
    const hold = (event: Event): void => event.preventDefault();
    if (gone) return undefined;
    addEventListener("hashchange", ask);
    addEventListener("beforeunload", hold);
    return () => {
      removeEventListener("hashchange", ask);
      removeEventListener("beforeunload", hold);
    };
  }, [gone]);
  const stay = (): void => {
    setLeaving(false);
    location.hash = here.current;
  };
  const confirmed = async (): Promise<void> => {
    await keepSheet();
    const back = backFrom(location.hash);
    if (back !== null) location.replace(`#${back}`);
  };
  if (gone) {
    return (
      <Notice kind="error" announced>
        <p>{t("vault_sheet_void")}</p>
        <div class="row">
          <Button kind="primary" autofocus onClick={leaveSheet}>
            {t("common_close")}
          </Button>
        </div>
      </Notice>
    );
  }
  return (
    <>
      {leaving ? (
        <Confirm yes={t("vault_sheet_leave_yes")} onYes={leaveSheet} onNo={stay}>
          <p>{t("vault_sheet_leave")}</p>
        </Confirm>
      ) : null}
      {failure ? <VaultFailure code={failure} /> : null}
      <RecoverySheet code={sheet.recoveryCode} onConfirmed={() => void attempt(confirmed)} />
    </>
  );
}
