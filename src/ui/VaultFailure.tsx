import { useTexts } from "../i18n/texts.tsx";
import { Notice } from "./Notice.tsx";
import type { VaultErrorCode } from "../vault/error.ts";

/** What happened, what it means, what to do. */
export function VaultFailure({ code }: { readonly code: VaultErrorCode }) {
  const { t } = useTexts();
  return (
    <Notice kind="error" announced>
      <p>{t(`vault_error_${code}`)}</p>
    </Notice>
  );
}
