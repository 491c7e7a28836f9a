import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { useVaultState, vaultOfPage } from "./useVault.ts";

/** In the head of every section, as long as the vault is open. */
export function LockButton() {
  const { t } = useTexts();
  const state = useVaultState();
  if (state?.kind !== "unlocked") return null;
  return <Button onClick={() => void vaultOfPage().lock.lock().catch(() => undefined)}>{t("vault_lock")}</Button>;
}
