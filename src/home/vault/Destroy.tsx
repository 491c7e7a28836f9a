import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";

/** The end of everything in the vault, after a question. */
export function Destroy() {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
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
    <Confirm kind="error" yes={t("vault_destroy_yes")} onYes={() => attempt(() => vaultOfPage().lock.destroy())} onNo={() => setAsking(false)}>
      <p>{t("vault_destroy_ask")}</p>
      {failure ? <p role="alert">{t(`vault_error_${failure}`)}</p> : null}
    </Confirm>
  );
}
