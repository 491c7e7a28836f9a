import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { Busy } from "../../ui/Busy.tsx";
import { CodeField, isWholeCode } from "./CodeField.tsx";
import { FolderCodeFailure } from "./FolderCodeFailure.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** The folder's code for the other computers: shown when asked for, and changed. */
export function FolderCode({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTexts();
  const [code, setCode] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  // The code is on the screen no longer than somebody looks at it.
  useEffect(() => {
    const hide = (): void => setCode(null);
    document.addEventListener("visibilitychange", hide);
    return () => document.removeEventListener("visibilitychange", hide);
  }, []);
  const { folder } = vaultOfPage();
  const show = (): Promise<void> => folder.code().then(setCode);
  const renew = (): void => {
    setAsking(false);
    setCode(null);
    setFailure(null);
    folder.renew().then(show).catch((error: unknown) => setFailure(codeOf(error)));
  };
  return (
    <>
      {failure ? <VaultFailure code={failure} /> : null}
      {code === null ? null : (
        <div class="sheet stack">
          <p>{t("vault_folder_code_about")}</p>
          <ol class="sheet-code" aria-label={t("vault_folder_code")}>
            {code.split("-").map((group, at) => (
              <li key={at} lang="en">
                {group}
              </li>
            ))}
          </ol>
        </div>
      )}
      <div class="row">
        <Button onClick={() => (code === null ? void show().catch(() => undefined) : setCode(null))}>{t(code === null ? "vault_folder_code_show" : "vault_folder_code_hide")}</Button>
        <Button kind="plain" disabled={disabled} onClick={() => setAsking(true)}>
          {t("vault_folder_renew")}
        </Button>
      </div>
      {asking ? (
        <Confirm yes={t("vault_folder_renew_yes")} onYes={renew} onNo={() => setAsking(false)}>
          <p>{t("vault_folder_renew_ask")}</p>
        </Confirm>
      ) : null}
    </>
  );
}

/** Another computer gave the folder a new code: it is typed here. */
export function FolderMoved() {
  const { t } = useTexts();
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const buffer = useRef(new SecretBuffer());
  useEffect(() => () => buffer.current.clear(), []);
  const [refused, setRefused] = useState(false);
  const [working, setWorking] = useState(false);
  const rejoin = async (event: Event): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setRefused(!isWholeCode(buffer.current));
    if (!isWholeCode(buffer.current)) return;
    setWorking(true);
    await vaultOfPage().folder.rejoin(buffer.current.copy()).catch((error: unknown) => setFailure(codeOf(error)));
    setWorking(false);
  };
  return (
    <Notice kind="warning">
      <form class="stack" onSubmit={(event) => void rejoin(event)} noValidate>
        <p>{t("vault_folder_moved")}</p>
        <FolderCodeFailure failure={failure} />
        <CodeField label={t("vault_folder_code")} hint={t("vault_folder_code_hint")} buffer={buffer.current} refused={refused} />
        {working ? <Busy>{t("vault_folder_running")}</Busy> : null}
        <div class="row">
          <button type="submit" class="button button-primary" disabled={working}>
            {t("vault_folder_rejoin")}
          </button>
        </div>
      </form>
    </Notice>
  );
}
