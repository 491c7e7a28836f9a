import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import { FileSize } from "../../ui/documents/FileSize.tsx";
import type { Chosen } from "./signingState.ts";
import { failureText } from "./failureText.ts";

interface DocumentLineProps {
  readonly chosen: Chosen;
  readonly selected: boolean;
  readonly signing: boolean;
  readonly onSelect: () => void;
  readonly onRemove: () => void;
  readonly onSave: () => void;
}

/** One document: its name, what can be done with it, and what became of it. */
export function DocumentLine({ chosen, selected, signing, onSelect, onRemove, onSave }: DocumentLineProps) {
  const { t } = useTexts();
  const { file, check, outcome } = chosen;
  const state =
    outcome?.kind === "signed"
      ? t(outcome.saved ? "sign_doc_state_saved" : "sign_doc_state_signed")
      : outcome?.kind === "failed"
        ? t(failureText(outcome.error.code))
        : check === null
          ? t("sign_doc_state_checking")
          : check.ok
            ? check.kind === "other"
              ? t("sign_doc_state_container")
              : check.signatures > 0
              ? t("sign_doc_state_has", { COUNT: check.signatures })
              : null
            : t(failureText(check.error.code));
  return (
    <li class="document-line" data-chosen={selected ? "" : undefined} data-outcome={outcome?.kind}>
      <button type="button" class="button button-plain document-name" aria-pressed={selected} onClick={onSelect}>
        {file.name}
      </button>
      <FileSize bytes={file.size} />
      {state ? (
        <p class="document-state soft" role="status">
          {outcome?.kind === "signed" ? "✓ " : outcome?.kind === "failed" || check?.ok === false ? "× " : ""}
          {state}
        </p>
      ) : null}
      {outcome?.kind === "signed" && state && outcome.document.notices.length > 0 ? <p class="document-state soft">{t("sign_doc_notice_stamp")}</p> : null}
      {outcome?.kind === "signed" && outcome.document.level !== "B-B" ? <p class="document-state soft">{t("sign_doc_stamped")}</p> : null}
      <div class="document-actions">
        {outcome?.kind === "signed" ? (
          <Button kind={outcome.saved ? "secondary" : "primary"} label={t("sign_doc_save_label", { NAME: outcome.document.name })} onClick={onSave}>
            {t("sign_doc_save")}
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
