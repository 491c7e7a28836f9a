import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { DocumentLine } from "./DocumentLine.tsx";
import { FileChooser } from "./FileChooser.tsx";
import { KeepInVault } from "./KeepInVault.tsx";
import { saveAll, saveOne, type SaveOutcome } from "./saving.ts";
import { Sight } from "./Sight.tsx";
import { type Chosen, signable, unsaved, unsigned } from "./signingState.ts";
import type { Signing } from "./useSigning.ts";
import { Wishes } from "./Wishes.tsx";

/** "Sign a document": choose, look, place the block, sign, save. */
export function SignSection({ signing }: { readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  const [saveFailed, setSaveFailed] = useState(false);
  const selected = state.documents.find(({ id }) => id === state.selected) ?? null;
  const ready = signable(state);
  const kept = unsaved(state);
  const checking = state.documents.some(({ check }) => check === null);

  const tell = (outcome: SaveOutcome): void => setSaveFailed(outcome === "failed");
  const save = async ({ id, outcome }: Chosen): Promise<void> => {
    if (outcome?.kind !== "signed" || !outcome.document) return;
    const result = await saveOne(outcome.document.name, outcome.document.data);
    tell(result);
    if (result === "saved") dispatch({ kind: "saved", id });
  };
  const saveKept = async (): Promise<void> => {
    const files = kept.flatMap(({ outcome }) => (outcome?.kind === "signed" && outcome.document ? [outcome.document] : []));
    tell(await saveAll(files, (index) => {
      const id = kept[index]?.id;
      if (id !== undefined) dispatch({ kind: "saved", id });
    }));
  };
  return (
    <section class="card stack" aria-labelledby="sign-title">
      <h2 id="sign-title">{t("sign_doc_title")}</h2>
      <p>{t("sign_doc_lead")}</p>
      <FileChooser first={state.documents.length === 0} onFiles={signing.add} />
      {state.documents.length > 0 ? (
        <div class="sign-columns">
          <div class="stack">
            <ul class="document-list" aria-label={t("sign_doc_list")}>
              {state.documents.map((one) => (
                <DocumentLine
                  key={one.id}
                  chosen={one}
                  selected={one.id === state.selected}
                  signing={state.signing}
                  format={state.format}
                  onSelect={() => dispatch({ kind: "selected", id: one.id })}
                  onRemove={() => dispatch({ kind: "removed", id: one.id })}
                  onSave={() => void save(one)}
                />
              ))}
            </ul>
            {saveFailed ? (
              <Notice kind="error" announced>
                <p>{t("sign_doc_save_failed")}</p>
              </Notice>
            ) : null}
            {unsigned(state).length > 0 && !state.signing ? <Wishes signing={signing} /> : null}
            {state.signing ? <Busy>{t("sign_doc_in_prompt")}</Busy> : null}
            <div class="row">
              {ready.length > 0 && !state.signing ? (
                <Button kind="primary" disabled={checking} onClick={signing.sign}>
                  {ready.length === 1 ? t("sign_doc_sign_one") : t("sign_doc_sign_many", { COUNT: ready.length })}
                </Button>
              ) : null}
              {kept.length > 1 ? (
                <Button kind="primary" onClick={() => void saveKept()}>
                  {t("sign_doc_save_all", { COUNT: kept.length })}
                </Button>
              ) : null}
              <KeepInVault kept={kept} onKept={(id) => dispatch({ kind: "saved", id })} />
            </div>
          </div>
          {selected ? <Sight key={selected.id} chosen={selected} signing={signing} /> : null}
        </div>
      ) : null}
    </section>
  );
}
