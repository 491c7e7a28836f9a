import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { RecoverySheet } from "./RecoverySheet.tsx";
import { keepSheet, leaveSheet } from "./sheet.ts";
import { useAttempt } from "./useAttempt.ts";
import { VaultFailure } from "./VaultFailure.tsx";

/** Where the person came from to set the vault up: `#documents/data` is "documents, then back to the data". */
const backFrom = (hash: string): string | null => /^#documents\/([a-z]+)$/.exec(hash)?.[1] ?? null;

/** The sheet in place of the sections. Whoever turns to another, or closes the page, is asked first ([Note: the sheet that is not kept]). */
export function SheetPage({ code }: { readonly code: string }) {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
  const [leaving, setLeaving] = useState(false);
  const here = useRef(location.hash);
  useEffect(() => {
    const ask = (): void => setLeaving(location.hash !== here.current);
    const hold = (event: Event): void => event.preventDefault();
    addEventListener("hashchange", ask);
    addEventListener("beforeunload", hold);
    return () => {
      removeEventListener("hashchange", ask);
      removeEventListener("beforeunload", hold);
    };
  }, []);
  const stay = (): void => {
    setLeaving(false);
    location.hash = here.current;
  };
  const confirmed = async (): Promise<void> => {
    await keepSheet();
    const back = backFrom(location.hash);
    if (back !== null) location.replace(`#${back}`);
  };
  return (
    <>
      {leaving ? (
        <Confirm yes={t("vault_sheet_leave_yes")} onYes={leaveSheet} onNo={stay}>
          <p>{t("vault_sheet_leave")}</p>
        </Confirm>
      ) : null}
      {failure ? <VaultFailure code={failure} /> : null}
      <RecoverySheet code={code} onConfirmed={() => void attempt(confirmed)} />
    </>
  );
}
