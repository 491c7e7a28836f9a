import { useEffect, useState } from "preact/hooks";
import type { FromFrame, PageFile, ToFrame } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { frameVault } from "../frameVault.ts";

interface ToVaultProps {
  readonly stored: readonly PageFile[];
  readonly got: Extract<ToFrame, { kind: "file/got" }> | null;
  readonly say: (message: FromFrame) => void;
}

/** Documents of the portal's store into the vault, each on its own click. */
export function ToVault({ stored, got, say }: ToVaultProps) {
  const { t } = useTexts();
  const [states, setStates] = useState<Readonly<Record<string, string>>>({});
  const note = (url: string, text: string): void => setStates((now) => ({ ...now, [url]: text }));
  useEffect(() => {
    if (!got) return;
    const { url, file } = got;
    if (!file) {
      note(url, t("form_documents_not_given"));
      return;
    }
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void => note(url, t("page_form_files", { PERCENT: Math.floor((100 * done) / Math.max(1, total)) }));
    frameVault()
      .documents.add(file, { name: file.name, type: file.type, source: "portal" }, { onProgress })
      .then(({ duplicateOf }) => note(url, t(duplicateOf === null ? "form_documents_kept" : "form_documents_twice")), () => note(url, t("form_failed")));
  }, [got, t]);
  return (
    <section class="stack-tight" aria-labelledby="to-vault">
      <h2 id="to-vault">{t("form_documents_to")}</h2>
      <ul class="service-list">
        {stored.map(({ name, url }) => (
          <li key={url} class="entry">
            <p>
              <b>{name}</b>
            </p>
            <p role="status">{states[url] ?? ""}</p>
            <div class="row">
              <Button
                label={t("form_documents_keep_of", { NAME: name })}
                onClick={() => {
                  note(url, t("form_documents_getting"));
                  say({ kind: "file/get", url });
                }}
              >
                {t("form_documents_keep")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
