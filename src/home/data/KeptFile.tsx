import { useEffect, useState } from "preact/hooks";
import type { KeptLetter } from "../../consent/request/event.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { Preview } from "../vault/Preview.tsx";
import { saveDocument } from "../vault/saveDocuments.ts";
import { vaultOfPage } from "../vault/useVault.ts";

interface KeptFileProps {
  readonly file: KeptLetter;
  /** What its buttons say, and what is said when the vault no longer has it. */
  readonly words: { readonly save: string; readonly look: string; readonly gone: string };
}

/** A document that an event names, as the vault has it: its name and hash, to look at, and to save. */
export function KeptFile({ file, words }: KeptFileProps) {
  const { t } = useTexts();
  const [found, setFound] = useState<DocumentView | "gone" | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    let current = true;
    find(file).then((view) => (current ? setFound(view ?? "gone") : undefined), () => undefined);
    return () => void (current = false);
  }, [file.documentId, file.sha256]);
  // The very content that was kept: whoever replaced the document since has a newer one there, too.
  const revision = found === null || found === "gone" ? undefined : (found.revisions.find(({ sha256 }) => sha256 === file.sha256) ?? found.revisions.at(-1));
  return (
    <div class="stack-tight">
      <p>
        <bdi>
          <b>{visible(file.name)}</b>
        </bdi>
        <br />
        <span class="soft data-hash">{t("data_fingerprint", { HASH: file.sha256 })}</span>
      </p>
      {found === "gone" ? <p class="soft">{words.gone}</p> : null}
      {found !== null && found !== "gone" && revision ? (
        <>
          <div class="row no-print">
            <Button label={`${open ? t("common_close") : words.look}: ${file.name}`} onClick={() => setOpen(!open)}>
              {open ? t("common_close") : words.look}
            </Button>
            <Button label={`${words.save}: ${file.name}`} onClick={() => void saveDocument(found, revision.revision).catch(() => undefined)}>
              {words.save}
            </Button>
          </div>
          {open ? <Preview view={found} revision={revision.revision} size={revision.size} /> : null}
        </>
      ) : null}
    </div>
  );
}

/** By its name in the vault; records that came with a file from another vault name documents that may be here under another. */
async function find({ documentId, sha256 }: KeptLetter): Promise<DocumentView | null> {
  const { documents } = vaultOfPage();
  const view = (documentId === "" ? null : await documents.get(documentId)) ?? (sha256 === "" ? null : await documents.findBySha256(sha256));
  return view && view.binnedAt === null ? view : null;
}
