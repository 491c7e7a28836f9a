import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { pickFolder } from "../../platform/fileAccess.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { CodeField, isWholeCode } from "./CodeField.tsx";
import { computerName } from "./computerName.ts";
import { FolderCodeFailure } from "./FolderCodeFailure.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { vaultOfPage } from "./useVault.ts";

interface Chosen {
  readonly folder: FileSystemDirectoryHandle;
  /** Another computer has begun in it. */
  readonly used: boolean;
}

/** A folder is chosen, and this computer begins in it: as the first, or with the other one's code. */
export function FolderBegin() {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [alone, setAlone] = useState(false);
  const [label, setLabel] = useState(computerName);
  const [refused, setRefused] = useState(false);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const buffer = useRef(new SecretBuffer());
  useEffect(() => () => buffer.current.clear(), []);
  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setFailure(null);
    setWorking(true);
    await act().catch((error: unknown) => setFailure(codeOf(error)));
    setWorking(false);
  };
  const choose = (): void =>
    void attempt(async () => {
      const folder = await pickFolder("readwrite", "vault");
      if (folder) setChosen({ folder, ...(await vaultOfPage().folder.look(folder)) });
    });
  const withCode = chosen?.used === true && !alone;
  const begin = (event: Event): void => {
    event.preventDefault();
    setRefused(withCode && !isWholeCode(buffer.current));
    if (withCode && !isWholeCode(buffer.current)) return;
    const code = withCode ? buffer.current.copy() : null;
    void attempt(async () => {
      if (chosen) await vaultOfPage().folder.begin(chosen.folder, label, code);
    });
  };
  return (
    <>
      <FolderCodeFailure failure={failure} />
      {working ? <Busy>{t("vault_folder_running")}</Busy> : null}
      {chosen === null ? (
        <div class="row">
          <Button kind="primary" disabled={working} onClick={choose}>
            {t("vault_folder_choose")}
          </Button>
        </div>
      ) : (
        <form class="stack" onSubmit={begin} noValidate hidden={working}>
          <p>
            {t("vault_folder_name")}: <bdi>{chosen.folder.name}</bdi>
          </p>
          <label class="field">
            <span>{t("vault_folder_label")}</span>
            <input type="text" autocomplete="off" maxLength={60} value={label} onInput={(event) => setLabel(event.currentTarget.value)} />
            <span class="soft">{t("vault_folder_label_hint")}</span>
          </label>
          {chosen.used ? <p>{t(alone ? "vault_folder_alone" : "vault_folder_used")}</p> : <p>{t("vault_folder_first")}</p>}
          {withCode ? <CodeField label={t("vault_folder_code")} hint={t("vault_folder_code_hint")} buffer={buffer.current} refused={refused} autofocus /> : null}
          <div class="row">
            <button type="submit" class="button button-primary">
              {t("vault_folder_begin")}
            </button>
            {chosen.used ? (
              <Button kind="plain" onClick={() => setAlone(!alone)}>
                {t(alone ? "vault_folder_with_code" : "vault_folder_without_code")}
              </Button>
            ) : null}
            <Button kind="plain" onClick={() => setChosen(null)}>
              {t("common_cancel")}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
