import { type Texts, useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import type { SigningFormat } from "../../signing/documents/job.ts";
import { isMadeHere } from "./madeFiles.ts";
import { saveOne } from "./saving.ts";
import { visible } from "../../ui/documents/fileFacts.ts";
import { FileSize } from "../../ui/documents/FileSize.tsx";
import type { Chosen } from "./signingState.ts";
import { failureText } from "../../ui/documents/failureText.ts";
import { Reached } from "../../ui/documents/Reached.tsx";

interface DocumentLineProps {
  readonly chosen: Chosen;
  readonly selected: boolean;
  readonly signing: boolean;
  readonly format: SigningFormat;
  readonly onSelect: () => void;
  readonly onRemove: () => void;
  readonly onSave: () => void;
}

/** One document: its name, what can be done with it, and what became of it. */
export function DocumentLine({ chosen, selected, signing, format, onSelect, onRemove, onSave }: DocumentLineProps) {
  const { t } = useTexts();
  const { file, check, outcome } = chosen;
  const signed = outcome?.kind === "signed" ? outcome.document : null;
  const state = stateText(t, chosen, format);
  return (
    <li class="document-line" data-chosen={selected ? "" : undefined} data-outcome={outcome?.kind}>
      <button type="button" class="button button-plain document-name" aria-pressed={selected} onClick={onSelect}>
        {visible(file.name)}
      </button>
      <FileSize bytes={file.size} />
      {state ? (
        <p class="document-state soft" role="status">
          {outcome?.kind === "signed" ? "✓ " : outcome?.kind === "failed" || (check?.ok === false && format === "own") ? "× " : ""}
          {state}
        </p>
      ) : null}
      {signed ? <Reached level={signed.level} notices={signed.notices} /> : null}
      <div class="document-actions">
        {signed ? (
          <Button kind={outcome?.kind === "signed" && outcome.saved ? "secondary" : "primary"} label={t("sign_doc_save_label", { NAME: signed.name })} onClick={onSave}>
            {t("sign_doc_save")}
          </Button>
        ) : null}
        {signed && format === "detached" && isMadeHere(file) ? (
          <Button label={t("sign_doc_save_label", { NAME: file.name })} onClick={() => void saveOne(file.name, file)}>
            {t("sign_doc_save_itself")}
          </Button>
        ) : null}
        {signing ? null : (
          <Button kind="plain" label={t("sign_doc_remove_label", { NAME: file.name })} onClick={onRemove}>
            {t("sign_doc_remove")}
          </Button>
        )}
      </div>
    </li>
  );
}

/** null: nothing to say, it is an ordinary PDF. */
function stateText(t: Texts["t"], { file, check, outcome }: Chosen, format: SigningFormat): string | null {
  if (outcome?.kind === "signed") return t(!outcome.document ? "sign_doc_state_enclosed" : outcome.saved ? "sign_doc_state_saved" : "sign_doc_state_signed");
  if (outcome?.kind === "failed") return t(failureText(outcome.error.code));
  if (check === null) return t("sign_doc_state_checking");
  if (format !== "own" && (check.ok || check.error.code !== "FILE_UNREADABLE")) return t(`sign_doc_state_${format}`);
  if (!check.ok) return t(failureText(check.error.code));
  if (check.kind === "other") return t(file.size === 0 ? "sign_doc_state_empty" : /\.pdf$/i.test(file.name) ? "sign_doc_state_no_pdf" : "sign_doc_state_other");
  return check.signatures > 0 ? t("sign_doc_state_has", { COUNT: check.signatures }) : null;
}
