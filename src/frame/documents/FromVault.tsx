import { useEffect, useState } from "preact/hooks";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useSize } from "../../ui/useSize.ts";
import type { DocumentView, Found } from "../../vault/documentApi.ts";
import { fileOf } from "../applications/attachments.ts";
import { frameVault } from "../frameVault.ts";

interface FromVaultProps {
  /** What the page calls its file fields. */
  readonly fields: readonly string[];
  readonly done: Extract<ToFrame, { kind: "file/done" }> | null;
  readonly say: (message: FromFrame) => void;
}

/** The newest; what the portal has stored stands below them, and is not to be far away. */
const most = 8;

/** A document of the vault into a field of the page. */
export function FromVault({ fields, done, say }: FromVaultProps) {
  const { t, date } = useTexts();
  const size = useSize();
  const [query, setQuery] = useState("");
  const [field, setField] = useState(0);
  const [{ documents: found, total }, setFound] = useState<Pick<Found, "documents" | "total">>({ documents: [], total: 0 });
  const [state, setState] = useState<{ readonly name: string; readonly percent: number | null } | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    const search = { sort: "changed", descending: true, limit: most, ...(query.trim() ? { text: query } : {}) } as const;
    frameVault().documents.search(search).then((answer) => (current ? setFound(answer) : undefined), () => undefined);
    return () => void (current = false);
  }, [query]);
  const put = async (document: DocumentView): Promise<void> => {
    setState({ name: document.name, percent: 0 });
    const file = await fileOf(document, (part, whole) => setState({ name: document.name, percent: Math.floor((100 * part) / Math.max(1, whole)) }));
    say({ kind: "file/put", field, file });
    setState({ name: document.name, percent: null });
  };
  return (
    <section class="stack" aria-labelledby="from-vault">
      <h2 id="from-vault">{t("form_documents_from")}</h2>
      {fields.length > 1 ? (
        <label class="stack-tight">
          <span>{t("form_documents_field")}</span>
          <select class="search-field" value={String(field)} onChange={(event) => setField(Number(event.currentTarget.value))}>
            {fields.map((label, i) => (
              <option key={String(i)} value={String(i)}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p>{t("form_documents_into", { FIELD: fields[0] ?? "" })}</p>
      )}
      <input class="search-field" type="search" aria-label={t("form_documents_search")} placeholder={t("form_documents_search")} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      {state === "failed" || (done && !done.done) ? (
        <Notice kind="error" announced>
          <p>{t("form_documents_failed")}</p>
        </Notice>
      ) : state ? (
        <p role="status">{state.percent === null && done ? t("form_documents_put", { NAME: state.name }) : t("form_documents_reading", { NAME: state.name, PERCENT: state.percent ?? 100 })}</p>
      ) : null}
      {found.length === 0 ? <p class="soft">{t("form_documents_none")}</p> : null}
      <ul class="service-list">
        {found.map((document) => (
          <li key={document.documentId} class="entry">
            <p>
              <b>{document.name}</b>
            </p>
            <p class="soft">
              {date(document.changedAt)} · {size(document.revisions.at(-1)?.size ?? 0)}
            </p>
            <div class="row">
              <Button label={t("form_documents_choose_of", { NAME: document.name })} onClick={() => void put(document).catch(() => setState("failed"))}>
                {t("form_documents_choose")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {total > found.length ? <p class="soft">{t("form_documents_more", { COUNT: total - found.length })}</p> : null}
    </section>
  );
}
