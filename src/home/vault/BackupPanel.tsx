import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { pickFileToSave, writePieces } from "../../platform/fileAccess.ts";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { BackupReport } from "../../vault/api.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { DamagedList } from "./DamagedList.tsx";
import { RestoreFile } from "./RestoreFile.tsx";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

type Step = { readonly kind: "idle" } | { readonly kind: "writing" | "checking"; readonly done: number; readonly total: number } | { readonly kind: "done"; readonly report: BackupReport } | { readonly kind: "failed"; readonly code: VaultErrorCode };

const two = (value: number): string => String(value).padStart(2, "0");

function fileName(now: Date): string {
  return `moqalaqe-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.mqvault`;
}

/** A backup: written, then read back and decrypted as a whole before it counts. */
export function BackupPanel() {
  const { t, date } = useTexts();
  const [last, setLast] = useState<number | null>(null);
  const [step, setStep] = useState<Step>({ kind: "idle" });
  const [restoring, setRestoring] = useState(false);
  const load = (): void => void vaultOfPage().backup.last().then(({ at }) => setLast(at), () => undefined);
  useEffect(load, []);
  const make = async (): Promise<void> => {
    try {
      const file = await pickFileToSave(fileName(new Date()));
      if (!file) return;
      const { backup } = vaultOfPage();
      const begun = await backup.begin();
      let done = 0;
      await writePieces(file, async () => {
        setStep({ kind: "writing", done, total: begun.size });
        const piece = await backup.read(begun.backup);
        done += piece?.length ?? 0;
        return piece;
      });
      setStep({ kind: "checking", done: 0, total: 1 });
      const report = await backup.verify(await file.getFile(), { onProgress: (progress) => setStep({ kind: "checking", ...progress }) });
      setStep({ kind: "done", report });
      load();
    } catch (error) {
      setStep({ kind: "failed", code: codeOf(error, "STORAGE_FAILED") });
    }
  };
  return (
    <section class="card stack" aria-labelledby="backup-title">
      <h2 id="backup-title">{t("vault_backup")}</h2>
      <p>{t("vault_backup_about")}</p>
      <p class="soft">{last === null ? t("vault_backup_none") : t("vault_backup_last", { DATE: date(last) })}</p>
      {step.kind === "writing" || step.kind === "checking" ? (
        <label class="vault-progress">
          <Busy>{t(step.kind === "writing" ? "vault_backup_writing" : "vault_backup_checking")}</Busy>
          <progress max={Math.max(1, step.total)} value={step.done} />
        </label>
      ) : null}
      {step.kind === "done" ? (
        <Notice kind="success" announced>
          <p>{t("vault_backup_done", { COUNT: step.report.documents })}</p>
          <DamagedList damaged={step.report.damaged} />
        </Notice>
      ) : null}
      {step.kind === "failed" ? <VaultFailure code={step.code} /> : null}
      <div class="row">
        <Button kind="primary" disabled={step.kind === "writing" || step.kind === "checking"} onClick={() => void make()}>
          {t("vault_backup_make")}
        </Button>
        <Button onClick={() => setRestoring(true)}>{t("vault_import")}</Button>
      </div>
      {restoring ? <RestoreFile onClose={() => setRestoring(false)} /> : null}
    </section>
  );
}
