import { useCallback, useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { homePage } from "../../platform/pages.ts";
import { extensionUrl } from "../../platform/runtime.ts";
import { showPage } from "../../platform/tabs.ts";
import { Button } from "../../ui/Button.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { openDocument } from "../documents/openDocument.ts";
import { frameVault } from "../frameVault.ts";

const mostShown = 5;

/** What came into the vault last. */
export function LastDocuments() {
  const { t, date } = useTexts();
  const [documents, setDocuments] = useState<readonly DocumentView[] | null>(null);
  const load = useCallback(() => {
    frameVault().documents.search({ sort: "changed", descending: true, limit: mostShown }).then((found) => setDocuments(found.documents), () => undefined);
  }, []);
  useEffect(() => {
    load();
    return frameVault().onEvent((event) => {
      if (event.kind === "changed" && event.collection === "documents") load();
    });
  }, [load]);
  if (!documents) return null;
  return (
    <section class="stack-tight" aria-labelledby="last-documents">
      <h2 id="last-documents">{t("own_documents")}</h2>
      {documents.length === 0 ? <p class="soft">{t("own_documents_none")}</p> : null}
      <ul class="service-list">
        {documents.map(({ documentId, name, changedAt }) => (
          <li key={documentId}>
            <button type="button" class="entry entry-button" onClick={() => openDocument(documentId)}>
              <b>{name}</b>
              <span class="soft">{date(changedAt)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button kind="plain" onClick={() => void showPage(`${extensionUrl(homePage)}#documents`)}>
          {t("own_documents_open")}
        </Button>
      </div>
    </section>
  );
}
