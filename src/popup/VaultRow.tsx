import { useTexts } from "../i18n/texts.tsx";
import { Button } from "../ui/Button.tsx";
import type { PopupVault } from "./useVault.ts";

/** The vault: open, locked, or not there yet; and the lock. */
export function VaultRow({ vault, onOpen }: { readonly vault: PopupVault; readonly onOpen: () => void }) {
  const { t } = useTexts();
  const kind = vault.state?.kind ?? null;
  return (
    <section class="popup-row" aria-labelledby="popup-vault">
      <div>
        <h2 id="popup-vault">{t("popup_vault")}</h2>
        <p class="soft" role="status">
          {t(kind === null ? "popup_vault_looking" : `popup_vault_${kind}`)}
        </p>
      </div>
      {kind === "unlocked" ? <Button onClick={() => void vault.client.lock.lock()}>{t("popup_vault_lock")}</Button> : null}
      <Button kind="plain" onClick={onOpen}>
        {t(kind === "locked" ? "popup_vault_unlock" : kind === "none" ? "popup_vault_create" : "popup_open")}
      </Button>
    </section>
  );
}
