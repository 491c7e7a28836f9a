import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { Confirm } from "../../ui/Confirm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DocumentView } from "../../vault/documentApi.ts";
import { categories } from "../../codec/categories.ts";
import { codeOf, type VaultErrorCode } from "../../vault/error.ts";
import { DamagedList } from "./DamagedList.tsx";
import { type Exported, exportDocuments } from "./saveDocuments.ts";
import { vaultOfPage } from "./useVault.ts";
import { VaultFailure } from "../../ui/VaultFailure.tsx";

interface SelectionBarProps {
  readonly documents: readonly DocumentView[];
  readonly inBin: boolean;
  readonly onDone: () => void;
}

/** What can be done with several documents at once. */
export function SelectionBar({ documents, inBin, onDone }: SelectionBarProps) {
  const { t } = useTexts();
  const [failure, setFailure] = useState<VaultErrorCode | null>(null);
  const [asking, setAsking] = useState(false);
  const [tag, setTag] = useState("");
  const [exported, setExported] = useState<Exported | null>(null);
  const ids = documents.map(({ documentId }) => documentId);
  const act = (what: () => Promise<unknown>): void => {
    setFailure(null);
    what().then(onDone, (error: unknown) => setFailure(codeOf(error)));
  };
  const { documents: calls } = vaultOfPage();
  const each = (change: (view: DocumentView) => Promise<unknown>) => async (): Promise<void> => {
    for (const view of documents) await change(view);
  };
  const exportThem = (): void => {
    setFailure(null);
    setExported(null);
    exportDocuments(documents).then(setExported, (error: unknown) => setFailure(codeOf(error)));
  };
  const addTag = (event: Event): void => {
    event.preventDefault();
    const name = tag.trim();
    if (name !== "") act(each((view) => calls.change(view.documentId, { tags: [...view.tags, name] })));
  };
  return (
    <section class="card stack-tight" aria-label={t("vault_selected", { COUNT: ids.length })}>
      <p role="status">{t("vault_selected", { COUNT: ids.length })}</p>
      {failure ? <VaultFailure code={failure} /> : null}
      {exported ? (
        <Notice kind={exported.damaged.length > 0 ? "warning" : "success"} announced>
          <p>{t("vault_exported", { COUNT: exported.count })}</p>
          <DamagedList damaged={exported.damaged} />
        </Notice>
      ) : null}
      {inBin ? (
        <div class="row">
          <Button onClick={() => act(() => calls.unbin(ids))}>{t("vault_unbin")}</Button>
          <Button onClick={() => setAsking(true)}>{t("vault_purge")}</Button>
        </div>
      ) : (
        <div class="row vault-acts">
          <Button onClick={exportThem}>{t("vault_export")}</Button>
          <label class="vault-choice">
            <span>{t("vault_category")}</span>
            <select
              value=""
              onChange={(event) => {
                const category = categories.find((one) => one === event.currentTarget.value);
                if (category) act(each((view) => calls.change(view.documentId, { category })));
              }}
            >
              <option value="">{t("vault_choose")}</option>
              {categories.map((one) => (
                <option key={one} value={one}>
                  {t(`vault_category_${one}`)}
                </option>
              ))}
            </select>
          </label>
          <form class="row" onSubmit={addTag}>
            <label class="vault-choice">
              <span>{t("vault_tag")}</span>
              <input type="text" autocomplete="off" value={tag} onInput={(event) => setTag(event.currentTarget.value)} />
            </label>
            <button type="submit" class="button button-secondary">
              {t("vault_tag_add")}
            </button>
          </form>
          <Button onClick={() => act(() => calls.bin(ids))}>{t("vault_to_bin")}</Button>
        </div>
      )}
      {asking ? (
        <Confirm yes={t("vault_purge_yes")} onYes={() => act(() => calls.purge(ids))} onNo={() => setAsking(false)}>
          <p>{t("vault_purge_ask", { COUNT: ids.length })}</p>
        </Confirm>
      ) : null}
    </section>
  );
}
