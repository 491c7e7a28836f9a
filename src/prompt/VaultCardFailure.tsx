import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { VaultErrorCode } from "../vault/error.ts";

interface VaultCardFailureProps {
  /** What the vault said; null: the card itself can't serve it. */
  readonly refused: VaultErrorCode | null;
  readonly onRetry: () => void;
}

/** Why this card does not open the vault, or can't become a way into it. */
export function VaultCardFailure({ refused, onRetry }: VaultCardFailureProps) {
  const { t } = useTexts();
  return (
    <>
      <Notice kind="error" announced>
        <p>{t(refused === null || refused === "INVALID" ? "vault_card_unsuited" : refused === "SECRET_WRONG" ? "vault_card_other" : `vault_error_${refused}`)}</p>
      </Notice>
      <div class="row">
        <Button onClick={onRetry}>{t("common_try_again")}</Button>
      </div>
    </>
  );
}
