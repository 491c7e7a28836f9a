import { useEffect, useState } from "preact/hooks";
import type { KeptLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { DocumentPreview } from "../../ui/documents/DocumentPreview.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { saveDocument } from "../vault/saveDocuments.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { vaultFile } from "../vault/vaultFile.ts";

/** The signed letter as the vault has it: to look at, and to save for a mail. */
export function SignedLetter({ letter }: { readonly letter: KeptLetter }) {
  const { t } = useTexts();
  const [found, setFound] = useState<DocumentView | "gone" | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let current = true;
    vaultOfPage()
      .documents.get(letter.documentId)
      .then((view) => (current ? setFound(view && view.binnedAt === null ? view : "gone") : undefined))
      .catch(() => undefined);
    return () => void (current = false);
  }, [letter.documentId]);
  if (found === null) return null;
  if (found === "gone") return <p class="soft">{t("data_signed_gone", { NAME: letter.name })}</p>;
  const size = found.revisions.at(-1)?.size ?? 0;
  return (
    <div class="stack-tight">
      <p>
        <b>{letter.name}</b>
        <br />
        <span class="soft data-hash">SHA-256 {letter.sha256}</span>
      </p>
      <div class="row no-print">
        <Button onClick={() => void saveDocument(found, null).catch(() => undefined)}>{t("data_signed_save")}</Button>
        <Button onClick={() => setOpen(!open)}>{t(open ? "common_close" : "data_signed_look")}</Button>
      </div>
      {open ? <DocumentPreview file={vaultFile(found, { revision: found.revisions.length, size })} name={letter.name} /> : null}
    </div>
  );
}
