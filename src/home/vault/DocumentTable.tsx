import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import type { DocumentView, Found, Search } from "../../vault/documentApi.ts";
import { signersOf } from "../../vault/signers.ts";
import { useSize } from "../../ui/useSize.ts";

interface DocumentTableProps {
  readonly found: Found | null;
  readonly search: Search;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (documentId: string) => void;
  readonly onMore: () => void;
  /** Takes every filter off. */
  readonly onClear: () => void;
}

const filters = ["text", "category", "organisation", "tag", "folder", "signed", "from"] as const;

/** The list: name, what it is, when; or why it is empty. */
export function DocumentTable({ found, search, selected, onSelect, onOpen, onMore, onClear }: DocumentTableProps) {
  const { t } = useTexts();
  if (!found) return <Busy>{t("vault_loading")}</Busy>;
  if (found.total === 0) {
    const filtered = filters.some((one) => search[one] !== undefined);
    return (
      <div class="vault-empty">
        <p role="status">{t(filtered ? "vault_nothing_found" : search.inBin ? "vault_bin_empty" : "vault_empty")}</p>
        {filtered ? <Button onClick={onClear}>{t("vault_filters_off")}</Button> : null}
      </div>
    );
  }
  const toggle = (documentId: string): void => {
    const next = new Set(selected);
    if (!next.delete(documentId)) next.add(documentId);
    onSelect(next);
  };
  const all = found.documents.every(({ documentId }) => selected.has(documentId));
  return (
    <section class="stack-tight" aria-label={t("vault_documents")}>
      <div class="row spread">
        <label class="vault-check">
          <input type="checkbox" checked={all} onChange={() => onSelect(all ? new Set() : new Set(found.documents.map(({ documentId }) => documentId)))} />
          <span>{t("vault_select_all")}</span>
        </label>
        <p class="soft" role="status">
          {t("vault_count", { COUNT: found.total })} {found.partial ? t("vault_text_loading") : ""}
        </p>
      </div>
      <ul class="vault-list">
        {found.documents.map((view) => (
          <Row key={view.documentId} view={view} selected={selected.has(view.documentId)} onToggle={() => toggle(view.documentId)} onOpen={() => onOpen(view.documentId)} />
        ))}
      </ul>
      {found.documents.length < found.total ? (
        <div class="row">
          <Button onClick={onMore}>{t("vault_more")}</Button>
        </div>
      ) : null}
    </section>
  );
}

function Row({ view, selected, onToggle, onOpen }: { readonly view: DocumentView; readonly selected: boolean; readonly onToggle: () => void; readonly onOpen: () => void }) {
  const { t, date } = useTexts();
  const size = useSize();
  return (
    <li class={selected ? "vault-row vault-row-selected" : "vault-row"}>
      <input type="checkbox" checked={selected} aria-label={t("vault_select", { NAME: visible(view.name) })} onChange={onToggle} />
      <button type="button" class="vault-name" onClick={onOpen}>
        <bdi>{visible(view.name)}</bdi>
      </button>
      <span class="vault-facts">
        {view.category ? <span class="vault-mark">{t(`vault_category_${view.category}`)}</span> : null}
        {view.signed ? <span class="vault-mark">{t(`vault_signed_${view.signed}`)}</span> : null}
        {view.signed && signersOf(view).length > 0 ? <bdi>{visible(signersOf(view).join(", "))}</bdi> : null}
        {view.revisions.some(({ conflict }) => conflict) ? <span class="vault-mark">{t("vault_conflict_mark")}</span> : null}
        {view.organisation ? <bdi>{visible(view.organisation)}</bdi> : null}
        <span>{size(view.revisions.at(-1)?.size ?? 0)}</span>
        <span>{date(view.changedAt)}</span>
      </span>
    </li>
  );
}
