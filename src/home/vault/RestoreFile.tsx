import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { BackupReport } from "../../vault/api.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { visible } from "../../ui/documents/fileFacts.ts";
import { FileButton } from "../verify/FileButton.tsx";
import { DamagedList } from "./DamagedList.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";
import { vaultOfPage } from "./useVault.ts";
import { codeOf, VaultFailure } from "./VaultFailure.tsx";

/** A backup file and what opens it. Becomes the vault where there is none, else is merged into the one that is open. */
export function RestoreFile({ onCancel }: { readonly onCancel?: () => void }) {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [way, setWay] = useState<"passphrase" | "recovery">("passphrase");
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const [report, setReport] = useState<BackupReport | null>(null);
  const buffer = useRef(new SecretBuffer());
  useEffect(() => () => buffer.current.clear(), []);
  const restore = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!file) return;
    setFailure(null);
    setProgress({ done: 0, total: file.size });
    const bytes = buffer.current.copy();
    buffer.current.clear();
    try {
      const secret = way === "passphrase" ? ({ kind: "passphrase", passphrase: bytes } as const) : ({ kind: "recovery", code: bytes } as const);
      setReport(await vaultOfPage().backup.restore(file, secret, { onProgress: setProgress }));
    } catch (error) {
      setFailure(codeOf(error));
    }
    setProgress(null);
  };
  return (
    <section class="card stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{t("vault_restore_title")}</h2>
      <p>{t("vault_restore_about")}</p>
      {failure ? <VaultFailure code={failure} /> : null}
      {report ? (
        <Notice kind="success" announced>
          <p>{t("vault_restored", { COUNT: report.documents })}</p>
          <DamagedList damaged={report.damaged} />
        </Notice>
      ) : (
        <form class="stack" onSubmit={(event) => void restore(event)} noValidate>
          <div class="row">
            <FileButton accept=".mqvault" onFiles={([chosen]) => setFile(chosen ?? null)}>
              {t("vault_restore_file")}
            </FileButton>
            {file ? (
              <span class="vault-chosen" role="status">
                <bdi>{visible(file.name)}</bdi>
              </span>
            ) : null}
          </div>
          <SecretField key={way} label={t(way === "passphrase" ? "vault_restore_passphrase" : "vault_recovery_code")} buffer={buffer.current} />
          {progress ? <progress aria-label={t("vault_restoring")} max={Math.max(1, progress.total)} value={progress.done} /> : null}
          <div class="row">
            <button type="submit" class="button button-primary" disabled={file === null || progress !== null}>
              {t("vault_restore")}
            </button>
            <Button
              kind="plain"
              onClick={() => {
                buffer.current.clear();
                setWay(way === "passphrase" ? "recovery" : "passphrase");
              }}
            >
              {t(way === "passphrase" ? "vault_use_recovery" : "vault_use_passphrase")}
            </Button>
            {onCancel ? (
              <Button kind="plain" onClick={onCancel}>
                {t("common_cancel")}
              </Button>
            ) : null}
          </div>
        </form>
      )}
      {report && onCancel ? (
        <div class="row">
          <Button onClick={onCancel}>{t("common_close")}</Button>
        </div>
      ) : null}
    </section>
  );
}
