import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useVaultState, vaultOfPage } from "../vault/useVault.ts";
import type { Chosen } from "./signingState.ts";

interface KeepInVaultProps {
  readonly kept: readonly Chosen[];
  readonly onKept: (id: number) => void;
}

/** Signed files into the person's documents, where the vault is open. */
export function KeepInVault({ kept, onKept }: KeepInVaultProps) {
  const { t } = useTexts();
  const state = useVaultState();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (state?.kind !== "unlocked" || kept.length === 0) return null;
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    for (const { id, outcome } of kept) {
      if (outcome?.kind !== "signed" || !outcome.document) continue;
      const { name, data } = outcome.document;
      try {
        await vaultOfPage().documents.add(data, { name, type: data.type, source: "signed" });
        onKept(id);
      } catch {
        setFailed(true);
      }
    }
    setBusy(false);
  };
  return (
    <>
      <Button disabled={busy} onClick={() => void keep()}>
        {t("sign_doc_keep", { COUNT: kept.length })}
      </Button>
      {failed ? (
        <Notice kind="error" announced>
          <p>{t("sign_doc_keep_failed")}</p>
        </Notice>
      ) : null}
    </>
  );
}
