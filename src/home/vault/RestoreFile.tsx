import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import type { RestoreReport } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { visible } from "../../ui/documents/fileFacts.ts";
import { FileButton } from "../verify/FileButton.tsx";
import { CodeField, isWholeCode } from "./CodeField.tsx";
import { Lack, RestoreFailure, RestoreOutcome } from "./RestoreOutcome.tsx";
import { SecretBuffer } from "./secretBuffer.ts";
import { SecretField } from "./SecretField.tsx";
import { vaultOfPage } from "./useVault.ts";

interface RestoreFileProps {
  /** There is no vault that can be opened: the backup becomes it. */
  readonly fresh?: boolean;
  /** The person has read what came of it, or does not want it after all. */
  readonly onClose: () => void;
}

/** A backup file and what opens it. Becomes the vault where there is none, else is merged into the one that is open. */
export function RestoreFile({ fresh = false, onClose }: RestoreFileProps) {
  const { t } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [way, setWay] = useState<"passphrase" | "recovery">("passphrase");
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const [refused, setRefused] = useState(false);
  const [report, setReport] = useState<RestoreReport | null>(null);
  const buffer = useRef(new SecretBuffer());
  useEffect(() => () => buffer.current.clear(), []);
  const restore = async (incomplete: boolean): Promise<void> => {
    if (!file) return;
    const whole = way === "passphrase" || isWholeCode(buffer.current);
    setRefused(!whole);
    setFailure(null);
    setReport(null);
    if (!whole) return;
    setProgress({ done: 0, total: file.size });
    const bytes = buffer.current.copy();
    try {
      const secret = way === "passphrase" ? ({ kind: "passphrase", passphrase: bytes } as const) : ({ kind: "recovery", code: bytes } as const);
      const found = await vaultOfPage().backup.restore(file, secret, { incomplete, onProgress: setProgress });
      setReport(found);
      if (found.restored) buffer.current.clear();
    } catch (error) {
      const code = codeOf(error);
      setFailure(code);
      // What was typed stays when it was the file's fault; a code lies on paper and is compared letter by letter.
      if (code === "SECRET_WRONG" && way === "passphrase") buffer.current.clear();
    }
    setProgress(null);
  };
  return (
    <section class="card stack" aria-labelledby="restore-title">
      <h2 id="restore-title">{t("vault_restore_title")}</h2>
      {report?.restored === true ? null : <p>{t(fresh ? "vault_restore_about_fresh" : "vault_restore_about")}</p>}
      {failure ? <RestoreFailure code={failure} way={way} /> : null}
      {report?.restored === true ? (
        <>
          <RestoreOutcome report={report} />
          <div class="row">
            <Button kind="primary" autofocus onClick={onClose}>
              {t("common_close")}
            </Button>
          </div>
        </>
      ) : null}
      {report?.restored === false ? (
        <Confirm yes={t("vault_restore_incomplete_yes")} onYes={() => restore(true)} onNo={() => setReport(null)}>
          <p>{t(report.unlisted > 0 ? "vault_restore_incomplete_some" : "vault_restore_incomplete", { COUNT: report.documents, TOTAL: report.listed })}</p>
          <Lack report={report} />
          <p>{t("vault_restore_incomplete_other")}</p>
        </Confirm>
      ) : null}
      {report === null ? (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void restore(false);
          }}
        >
          <div class="row">
            <FileButton
              accept=".mqvault"
              onFiles={([chosen]) => {
                setFile(chosen ?? null);
                setFailure(null);
              }}
            >
              {t("vault_restore_file")}
            </FileButton>
            {file ? (
              <span class="vault-chosen" role="status">
                <bdi>{visible(file.name)}</bdi>
              </span>
            ) : null}
          </div>
          {way === "passphrase" ? <SecretField label={t("vault_restore_passphrase")} buffer={buffer.current} /> : <CodeField label={t("vault_recovery_code")} hint={t("vault_recovery_hint")} buffer={buffer.current} refused={refused} />}
          {progress ? <progress aria-label={t("vault_restoring")} max={Math.max(1, progress.total)} value={progress.done} /> : null}
          <div class="row">
            <button type="submit" class="button button-primary" disabled={file === null || progress !== null}>
              {t("vault_restore")}
            </button>
            <Button
              kind="plain"
              onClick={() => {
                buffer.current.clear();
                setFailure(null);
                setRefused(false);
                setWay(way === "passphrase" ? "recovery" : "passphrase");
              }}
            >
              {t(way === "passphrase" ? "vault_use_recovery" : "vault_use_passphrase")}
            </Button>
            <Button kind="plain" onClick={onClose}>
              {t("common_cancel")}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
