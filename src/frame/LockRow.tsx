import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import { frameVault } from "./frameVault.ts";

/** The last thing in a panel that shows something of the vault: the way to close it. */
export function LockRow() {
  const { t } = useTexts();
  return (
    <div class="row">
      <Button kind="plain" onClick={() => void frameVault().lock.lock().catch(() => undefined)}>
        {t("vault_lock")}
      </Button>
    </div>
  );
}
