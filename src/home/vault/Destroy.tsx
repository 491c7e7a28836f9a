import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { vaultOfPage } from "./useVault.ts";

/** The end of everything in the vault, after a question. */
export function Destroy() {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <div class="row">
        <Button kind="plain" onClick={() => setAsking(true)}>
          {t("vault_destroy")}
        </Button>
      </div>
    );
  }
  return (
    <Notice kind="error" announced>
      <p>{t("vault_destroy_ask")}</p>
      <div class="row">
        <Button onClick={() => void vaultOfPage().lock.destroy().catch(() => undefined)}>{t("vault_destroy_yes")}</Button>
        <Button kind="primary" autofocus onClick={() => setAsking(false)}>
          {t("common_cancel")}
        </Button>
      </div>
    </Notice>
  );
}
