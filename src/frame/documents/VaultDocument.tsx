import { useTexts } from "../../i18n/texts.tsx";
import { useSize } from "../../ui/useSize.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { fileOf } from "../applications/attachments.ts";
import { putFile } from "../pageFiles.ts";
import { FileRow } from "./FileRow.tsx";
import { useFileWay } from "./useFileWay.ts";

interface VaultDocumentProps {
  readonly document: DocumentView;
  /** The page's file field of this number. */
  readonly field: number;
  readonly line: Promise<MessagePort>;
  readonly onChosen: () => void;
}

/** A document of the vault, and its way into a field of the page, which takes only what is whole. */
export function VaultDocument({ document, field, line, onChosen }: VaultDocumentProps) {
  const { t, date } = useTexts();
  const size = useSize();
  const { name, changedAt, revisions } = document;
  const whole = revisions.at(-1)?.size ?? 0;
  const way = useFileWay<"put" | "unput" | "failed">(whole, async (signal, onProgress) => {
    onChosen();
    try {
      const file = await fileOf(document, onProgress, signal);
      const port = await line;
      signal.throwIfAborted();
      return (await putFile(port, field, file)) ? "put" : "failed";
    } catch {
      return signal.aborted ? "unput" : "failed";
    }
  });
  const { ended } = way;
  return (
    <FileRow
      name={name}
      way={way}
      what={t("form_documents_reading")}
      outcome={ended === null ? "" : ended === "failed" ? t("form_documents_unreadable") : t(`form_documents_${ended}`, { NAME: name })}
      failed={ended === "failed"}
      label={t("form_documents_choose")}
      labelOf={t("form_documents_choose_of", { NAME: name })}
    >
      <p class="soft">
        {date(changedAt)} · {size(whole)}
      </p>
    </FileRow>
  );
}
