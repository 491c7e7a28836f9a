import { useRef, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Busy } from "../../ui/Busy.tsx";
import { Button } from "../../ui/Button.tsx";
import { DocumentPreview } from "../../ui/documents/DocumentPreview.tsx";
import type { ShownPage } from "../../ui/documents/pdfRenderer.ts";
import { allowServices } from "../../platform/trustServices.ts";
import timeAuthorities from "../../signing/trust/timeAuthorities.json";
import { Notice } from "../../ui/Notice.tsx";
import { BlockPlacer } from "./BlockPlacer.tsx";
import { DocumentLine } from "./DocumentLine.tsx";
import { KeepInVault } from "./KeepInVault.tsx";
import { saveAll, saveOne, type SaveOutcome } from "./saving.ts";
import { type Chosen, longestReason, signable, unsaved } from "./signingState.ts";
import { type Signing, usualPlace } from "./useSigning.ts";

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
    if (outcome?.kind !== "signed") return;
    const result = await saveOne(outcome.document.name, outcome.document.data);
    tell(result);
    if (result === "saved") dispatch({ kind: "saved", id });
  };
  const saveKept = async (): Promise<void> => {
    const files = kept.flatMap(({ outcome }) => (outcome?.kind === "signed" ? [outcome.document] : []));
    tell(await saveAll(files, (index) => {
      const id = kept[index]?.id;
      if (id !== undefined) dispatch({ kind: "saved", id });
    }));
  };
  return (
    <section class="card stack" aria-labelledby="sign-title">
      <h2 id="sign-title">{t("sign_doc_title")}</h2>
      <p>{t("sign_doc_lead")}</p>
      <FileChooser onFiles={signing.add} />
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
            {ready.length > 0 && !state.signing ? <Wishes signing={signing} /> : null}
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

function FileChooser({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      class="drop-zone stack-tight"
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onFiles([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <p>{t("sign_doc_drop")}</p>
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-label={t("sign_doc_choose")}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          // The same file may be chosen again after it has been removed.
          event.currentTarget.value = "";
        }}
      />
      <div>
        <Button onClick={() => input.current?.click()}>{t("sign_doc_choose")}</Button>
      </div>
    </div>
  );
}

const authority = timeAuthorities.authorities[0];

function Wishes({ signing }: { readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  return (
    <div class="stack-tight">
      <label class="field">
        <span>{t("sign_doc_reason")}</span>
        <input type="text" value={state.reason} maxLength={longestReason} onInput={(event) => dispatch({ kind: "reason", reason: event.currentTarget.value })} />
      </label>
      <label class="choice">
        <input type="checkbox" checked={state.visible} onChange={(event) => dispatch({ kind: "visible", visible: event.currentTarget.checked })} />
        <span>{t("sign_doc_visible")}</span>
      </label>
      {authority ? (
        <label class="choice">
          <input type="checkbox" checked={state.timestampUrl !== null} onChange={(event) => void stamp(event.currentTarget, authority.url, dispatch)} />
          <span>{t("sign_doc_stamp", { HOST: new URL(authority.url).hostname })}</span>
        </label>
      ) : null}
    </div>
  );
}

/** Only the signature's digest goes to the authority, and only when the person has allowed its host. */
async function stamp(box: HTMLInputElement, url: string, dispatch: Signing["dispatch"]): Promise<void> {
  const allowed = box.checked && (await allowServices([url]).catch(() => false));
  box.checked = allowed;
  dispatch({ kind: "stamped", timestampUrl: allowed ? url : null });
}

/** The chosen document; on its pages the block, where there is to be one. */
function Sight({ chosen, signing }: { readonly chosen: Chosen; readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  const [page, setPage] = useState(chosen.place?.page ?? 0);
  const { check, outcome, place, id } = chosen;
  const signed = outcome?.kind === "signed" ? outcome.document : null;
  const noMarks = check?.ok === true && check.kind === "pdf" && check.permission === "signing";
  const placing = state.visible && !signed && !state.signing && check?.ok === true && check.kind === "pdf" && !noMarks;
  const view = place?.view ?? usualPlace;
  const over = (shown: ShownPage) => {
    const put = (next: typeof view): void => dispatch({ kind: "placed", id, place: { page, view: next, rect: shown.toPage(next) } });
    if (!placing) return null;
    if (page === (place?.page ?? 0)) return <BlockPlacer place={view} onPlace={put} />;
    return (
      <div class="block-elsewhere">
        <Button onClick={() => put(view)}>{t("sign_doc_block_to_page")}</Button>
      </div>
    );
  };
  return (
    <div class="stack-tight">
      <h3 class="document-name">{signed?.name ?? chosen.file.name}</h3>
      {placing ? <p class="soft">{t("sign_doc_block_hint")}</p> : null}
      {noMarks && state.visible ? <p class="soft">{t("sign_doc_no_marks")}</p> : null}
      <DocumentPreview file={signed?.data ?? chosen.file} name={signed?.name ?? chosen.file.name} page={page} onPage={(next) => setPage(next)} over={over} />
    </div>
  );
}
