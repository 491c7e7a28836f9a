import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { useAttempt } from "./useAttempt.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** Empties the bin of what lay there long enough, and asks about documents whose time is over. */
export function RetentionDue() {
  const { t } = useTexts();
  const { failure, attempt } = useAttempt();
  const [due, setDue] = useState<readonly DocumentView[]>([]);
  useEffect(() => void vaultOfPage().documents.tidy().then((result) => setDue(result.due), () => undefined), []);
  const decide = (view: DocumentView, act: () => Promise<unknown>): void => {
    void attempt(() => act().then(() => setDue(due.filter((one) => one !== view))));
  };
  return (
    <>
      {failure ? <VaultFailure code={failure} /> : null}
      {due.map((view) => (
        <Notice key={view.documentId} kind="information">
          <p>{t("vault_due", { NAME: view.name })}</p>
          <div class="row">
            <Button onClick={() => decide(view, () => vaultOfPage().documents.bin([view.documentId]))}>{t("vault_to_bin")}</Button>
            <Button onClick={() => decide(view, () => vaultOfPage().documents.change(view.documentId, { keepUntil: null }))}>{t("vault_due_keep")}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
