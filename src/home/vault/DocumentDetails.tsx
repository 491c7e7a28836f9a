import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { FactsForm } from "./FactsForm.tsx";
import { Preview, sightOf } from "./Preview.tsx";
import { ReplaceFile } from "./ReplaceFile.tsx";
import { SignDocument } from "./SignDocument.tsx";
import { saveDocument } from "./saveDocuments.ts";
import { useSize } from "../../ui/useSize.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

/** One document: look, save, print, describe, its earlier versions, throw away. */
export function DocumentDetails({ view, onClose }: { readonly view: DocumentView; readonly onClose: () => void }) {
  const { t, date } = useTexts();
  const size = useSize();
  const [revision, setRevision] = useState<number | null>(null);
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const [saved, setSaved] = useState(false);
  const shown = view.revisions.find((one) => one.revision === revision) ?? view.revisions.at(-1);
  const newest = view.revisions.at(-1);
  if (!shown || !newest) return null;
  const save = async (): Promise<void> => {
    setFailure(null);
    try {
      setSaved(await saveDocument(view, shown.revision));
    } catch (error) {
      setFailure(codeOf(error, "STORAGE_FAILED"));
    }
  };
  const bin = (): void => {
    vaultOfPage().documents.bin([view.documentId]).then(onClose, (error: unknown) => setFailure(codeOf(error)));
  };
  return (
    <article class="stack" aria-labelledby="document-title">
      <div class="row">
        <Button kind="plain" onClick={onClose}>
          {t("vault_back")}
        </Button>
      </div>
      <section class="card stack">
        <h2 id="document-title">
          <bdi>{visible(view.name)}</bdi>
        </h2>
        {newest.conflict ? (
          <Notice kind="warning">
            <p>{t("vault_conflict")}</p>
          </Notice>
        ) : null}
        {failure ? <VaultFailure code={failure} /> : null}
        {saved ? (
          <Notice kind="success" announced>
            <p>{t("vault_saved")}</p>
          </Notice>
        ) : null}
        <Preview key={shown.revision} view={view} revision={shown.revision} size={shown.size} />
        <div class="row">
          <Button kind="primary" onClick={() => void save()}>
            {t("vault_download")}
          </Button>
          {sightOf(view, shown.size) ? <Button onClick={() => print()}>{t("vault_print")}</Button> : null}
          <SignDocument view={view} />
          <ReplaceFile view={view} onFailure={setFailure} />
          {view.binnedAt === null ? <Button onClick={bin}>{t("vault_to_bin")}</Button> : null}
        </div>
        <p class="soft">{t("vault_added", { DATE: date(view.addedAt), SIZE: size(shown.size) })}</p>
      </section>
      <FactsForm view={view} />
      {view.revisions.length > 1 ? (
        <section class="card stack-tight" aria-labelledby="versions-title">
          <h2 id="versions-title">{t("vault_versions")}</h2>
          <ul class="plain-list">
            {view.revisions.toReversed().map((one) => (
              <li key={one.revision} class="row spread">
                <span>
                  {t("vault_version", { NUMBER: one.revision, DATE: date(one.storedAt), SIZE: size(one.size) })} {one.conflict ? <span class="vault-mark">{t("vault_conflict_mark")}</span> : null}
                </span>
                <Button disabled={one === shown} onClick={() => setRevision(one.revision)}>
                  {t("vault_version_show", { NUMBER: one.revision })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
