import { useTexts } from "../../i18n/texts.tsx";
import type { VaultErrorCode } from "../../vault/error.ts";
import { Notice } from "../Notice.tsx";

/** Why the vault did not take what was pressed: what happened, what it means, what to do. */
export function VaultTrouble({ code }: { readonly code: VaultErrorCode }) {
  const { t } = useTexts();
  return (
    <Notice kind="error" announced>
      <p>{t(`vault_error_${code}`)}</p>
    </Notice>
  );
}
