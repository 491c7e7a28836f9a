import { useTexts } from "../../i18n/texts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { RestoreReport } from "../../vault/api.ts";
import type { VaultErrorCode } from "../../vault/error.ts";
import { DamagedList } from "./DamagedList.tsx";

/** What came of a backup: success only when nothing is missing. */
export function RestoreOutcome({ report }: { readonly report: RestoreReport }) {
  const { t } = useTexts();
  const whole = report.unlisted === 0 && report.damaged.length === 0;
  return (
    <Notice kind={whole ? "success" : "warning"} announced>
      <p>{t("vault_restored", { COUNT: report.documents })}</p>
      <Lack report={report} />
      {whole ? null : <p>{t("vault_restore_keep")}</p>}
    </Notice>
  );
}

/** What the file does not have of its backup. */
export function Lack({ report: { damaged, unlisted } }: { readonly report: RestoreReport }) {
  const { t } = useTexts();
  return (
    <>
      {unlisted > 0 ? <p>{t("vault_restore_unlisted")}</p> : null}
      <DamagedList damaged={damaged} />
    </>
  );
}

interface RestoreFailureProps {
  readonly code: VaultErrorCode;
  readonly way: "passphrase" | "recovery";
}

/** Why nothing was restored. It speaks of the backup: whether there is a vault beside it does not matter. */
export function RestoreFailure({ code, way }: RestoreFailureProps) {
  const { t } = useTexts();
  const damaged = code === "HEADER_DAMAGED" || code === "HEADER_FORGED";
  return (
    <Notice kind="error" announced>
      <p>{t(code === "SECRET_WRONG" ? (way === "recovery" ? "vault_restore_wrong_recovery" : "vault_restore_wrong_passphrase") : damaged ? "vault_error_BACKUP_DAMAGED" : `vault_error_${code}`)}</p>
    </Notice>
  );
}
