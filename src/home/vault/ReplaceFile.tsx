import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { vaultOfPage } from "./useVault.ts";

/** Another file in place of this one; the present one stays as an earlier version. */
export function ReplaceFile({ view, onFailure }: { readonly view: DocumentView; readonly onFailure: (code: VaultErrorCode | null) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [working, setWorking] = useState(false);
  const replace = async (file: File): Promise<void> => {
    setWorking(true);
    onFailure(null);
    try {
      await vaultOfPage().documents.addRevision(view.documentId, file, view.version);
    } catch (error) {
      onFailure(codeOf(error));
    }
    setWorking(false);
  };
  return (
    <>
      <Button disabled={working} onClick={() => input.current?.click()}>
        {t("vault_replace")}
      </Button>
      {working ? <Busy>{t("vault_storing")}</Busy> : null}
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t("vault_replace")}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = "";
          if (file) void replace(file);
        }}
      />
    </>
  );
}
