import { useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { visible } from "../../ui/documents/fileFacts.ts";
import { DocumentPreview } from "../../ui/documents/DocumentPreview.tsx";
import type { ShownPage } from "../../ui/documents/pdfRenderer.ts";
import { BlockPlacer } from "./BlockPlacer.tsx";
import { FieldChoice } from "./FieldChoice.tsx";
import { type Chosen, fieldOf } from "./signingState.ts";
import { usualPlace } from "../../ui/documents/usualBlock.ts";
import type { Signing } from "./useSigning.ts";

/** The chosen document; on its pages the block, where there is to be one. */
export function Sight({ chosen, signing }: { readonly chosen: Chosen; readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  const { check, outcome, place, id } = chosen;
  const field = fieldOf(chosen);
  const [page, setPage] = useState(field?.page ?? place?.page ?? 0);
  const signed = outcome?.kind === "signed" ? outcome.document : null;
  const asPdf = state.format === "own" && outcome?.kind !== "signed" && !state.signing && check?.ok === true && check.kind === "pdf";
  const noMarks = asPdf && check.permission === "signing" && !field;
  const placing = state.visible && asPdf && !noMarks && !field;
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
  const choose = (name: string | null): void => {
    dispatch({ kind: "field", id, field: name });
    const chosenField = asPdf ? check.fields.find((one) => one.name === name) : undefined;
    setPage(chosenField?.page ?? place?.page ?? 0);
  };
  return (
    <div class="stack-tight">
      <h3 class="document-name">{visible(signed?.name ?? chosen.file.name)}</h3>
      {asPdf && check.fields.length > 0 ? <FieldChoice fields={check.fields} chosen={field?.name ?? null} onChoose={choose} /> : null}
      {placing ? <p class="soft">{t("sign_doc_block_hint")}</p> : null}
      {noMarks && state.visible ? <p class="soft">{t("sign_doc_no_marks")}</p> : null}
      <DocumentPreview file={signed?.data ?? chosen.file} name={signed?.name ?? chosen.file.name} page={page} onPage={(next) => setPage(next)} over={over} />
    </div>
  );
}
