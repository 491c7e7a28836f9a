import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import type { DocumentView, Found } from "../../vault/documentApi.ts";
import { frameVault } from "../frameVault.ts";
import { VaultDocument } from "./VaultDocument.tsx";

interface FromVaultProps {
  /** What the page calls its file fields. */
  readonly fields: readonly string[];
  readonly line: Promise<MessagePort>;
}

/** The newest; what the portal has stored stands below them, and is not to be far away. */
const most = 8;

const nothing: readonly DocumentView[] = [];

/** A document of the vault into a field of the page. */
export function FromVault({ fields, line }: FromVaultProps) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  const [field, setField] = useState(0);
  /** Null: the vault has not said yet. */
  const [answer, setAnswer] = useState<(Pick<Found, "documents" | "total"> & { readonly of: string }) | null>(null);
  const found = answer?.documents ?? nothing;
  /** Chosen here. Looking for another takes none from sight: what becomes of it is said there, and it is stopped there. */
  const [chosen, setChosen] = useState<readonly DocumentView[]>([]);
  const isIn = (all: readonly DocumentView[], one: DocumentView): boolean => all.some(({ documentId }) => documentId === one.documentId);
  useEffect(() => {
    let current = true;
    const search = { sort: "changed", descending: true, limit: most, ...(query.trim() ? { text: query } : {}) } as const;
    frameVault().documents.search(search).then(({ documents, total }) => (current ? setAnswer({ documents, total, of: query }) : undefined), () => undefined);
    return () => void (current = false);
  }, [query]);
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
      {answer?.total === 0 ? <p class="soft">{t(answer.of.trim() ? "form_documents_none" : "own_documents_none")}</p> : null}
      <ul class="service-list">
        {[...chosen.filter((one) => !isIn(found, one)), ...found].map((document) => (
          <VaultDocument key={document.documentId} document={document} field={field} line={line} onChosen={() => setChosen((all) => (isIn(all, document) ? all : [...all, document]))} />
        ))}
      </ul>
      {answer && answer.total > found.length ? <p class="soft">{t("form_documents_more", { COUNT: answer.total - found.length })}</p> : null}
    </section>
  );
}
