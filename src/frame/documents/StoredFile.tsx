import type { PageFile } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { codeOf } from "../../vault/error.ts";
import { frameVault } from "../frameVault.ts";
import { fetchFile, passing } from "../pageFiles.ts";
import { FileRow } from "./FileRow.tsx";
import { useFileWay } from "./useFileWay.ts";

type Ended = "kept" | "twice" | "stopped" | "not_given" | "broken" | "full" | "failed";

const failures: ReadonlySet<Ended> = new Set(["not_given", "broken", "full", "failed"]);

/** A file of the portal's store, and its way into the vault: as it comes, never whole in the page. */
export function StoredFile({ file: { name, url }, line }: { readonly file: PageFile; readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const way = useFileWay<Ended>(null, async (signal, onProgress) => {
    try {
      const file = await fetchFile(await line, url, signal);
      if (!file) return "not_given";
      const { size, type } = file;
      onProgress(0, size);
      const { duplicateOf } = await frameVault().documents.add(passing(file, { signal, onProgress }), { name, type, source: "portal" });
      return duplicateOf === null ? "kept" : "twice";
    } catch (error) {
      if (signal.aborted) return "stopped";
      const code = codeOf(error);
      return code === "FILE_UNREADABLE" ? "broken" : code === "QUOTA_FULL" ? "full" : "failed";
    }
  });
  const { ended } = way;
  return (
    <FileRow
      name={name}
      way={way}
      what={t("form_documents_getting")}
      outcome={ended ? t(`form_documents_${ended}`) : ""}
      failed={ended !== null && failures.has(ended)}
      label={t("form_documents_keep")}
      labelOf={t("form_documents_keep_of", { NAME: name })}
    />
  );
}
