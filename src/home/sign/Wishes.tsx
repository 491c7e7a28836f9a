import { useTexts } from "../../i18n/texts.tsx";
import { FormatChoice } from "./FormatChoice.tsx";
import { longestReason } from "./signingState.ts";
import { TimeStampChoice } from "./TimeStampChoice.tsx";
import type { Signing } from "./useSigning.ts";

/** How the documents are to be signed. What a format has no room for is not asked. */
export function Wishes({ signing }: { readonly signing: Signing }) {
  const { t } = useTexts();
  const { state, dispatch } = signing;
  const pdf = state.format === "own" && state.documents.some(({ check, outcome }) => check?.ok === true && check.kind === "pdf" && outcome?.kind !== "signed");
  return (
    <div class="stack-tight">
      {pdf ? (
        <>
          <label class="field">
            <span>{t("sign_doc_reason")}</span>
            <input type="text" value={state.reason} maxLength={longestReason} onInput={(event) => dispatch({ kind: "reason", reason: event.currentTarget.value })} />
          </label>
          <label class="choice">
            <input type="checkbox" class="block-wanted" checked={state.visible} onChange={(event) => dispatch({ kind: "visible", visible: event.currentTarget.checked })} />
            <span>{t("sign_doc_visible")}</span>
          </label>
        </>
      ) : null}
      <TimeStampChoice signing={signing} />
      <FormatChoice format={state.format} onChoose={(format) => dispatch({ kind: "format", format })} />
    </div>
  );
}
