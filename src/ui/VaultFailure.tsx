import { useTexts } from "../i18n/texts.tsx";
import { Notice } from "./Notice.tsx";
import { VaultError, type VaultErrorCode } from "../vault/error.ts";

/** Any thrown thing as a code that has a text. */
export function codeOf(error: unknown): VaultErrorCode {
  return error instanceof VaultError ? error.code : "INTERNAL";
}

/** What happened, what it means, what to do. */
export function VaultFailure({ code }: { readonly code: VaultErrorCode }) {
  const { t } = useTexts();
  return (
    <Notice kind="error" announced>
      <p>{t(`vault_error_${code}`)}</p>
    </Notice>
  );
}
