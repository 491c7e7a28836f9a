import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../i18n/texts.tsx";
import { Button } from "../../ui/Button.tsx";
import type { VaultNotice } from "../../vault/api.ts";
import type { Search } from "../../vault/documentApi.ts";
import { AddFiles } from "./AddFiles.tsx";
import { BackupReminder } from "./BackupReminder.tsx";
import { DocumentDetails } from "./DocumentDetails.tsx";
import { DocumentTable } from "./DocumentTable.tsx";
import { Filters } from "./Filters.tsx";
import { FolderNotice } from "./FolderNotice.tsx";
import { Notices } from "./Notices.tsx";
import { RetentionDue } from "./RetentionDue.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { UploadList } from "./UploadList.tsx";
import { useShownDocument } from "./useShownDocument.ts";
import { useDocuments } from "./useDocuments.ts";
import { usePdfTexts } from "./usePdfTexts.ts";
import { useUploads } from "./useUploads.ts";
import { useVerdicts } from "./useVerdicts.ts";
import { VaultSettings } from "./VaultSettings.tsx";

const pageLength = 100;

/** The open vault. */
export function Documents({ notices }: { readonly notices: readonly VaultNotice[] }) {
  const { t } = useTexts();
  const [search, setSearch] = useState<Search>({ sort: "changed", limit: pageLength });
  const { document: opened, show } = useShownDocument();
  const shown = opened?.documentId;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [view, setView] = useState<"documents" | "settings">("documents");
  useEffect(() => {
    if (shown !== undefined) setView("documents");
  }, [shown]);
  // With no document in the address any more: another page that leads to the same one changes the address, and so shows it.
  const showSettings = (): void => {
    if (opened) show(null);
    setView("settings");
  };
  const { found, facets } = useDocuments(search);
  const uploads = useUploads();
  usePdfTexts();
  useVerdicts();
  const change = (next: Search): void => {
    setSelected(new Set());
    setSearch({ ...next, limit: pageLength });
  };
  const chosen = found?.documents.filter(({ documentId }) => selected.has(documentId)) ?? [];
  return (
    <>
      <div class="row spread vault-bar">
        <div class="row">
          <Button kind={view === "documents" ? "primary" : "secondary"} pressed={view === "documents"} onClick={() => setView("documents")}>
            {t("vault_documents")}
          </Button>
          <Button kind={view === "settings" ? "primary" : "secondary"} pressed={view === "settings"} onClick={showSettings}>
            {t("vault_settings")}
          </Button>
        </div>
        <a href="#data/applications">{t("vault_applications")}</a>
      </div>
      <Notices notices={notices} />
      {view === "settings" ? <VaultSettings /> : null}
      {view === "documents" && opened ? <DocumentDetails key={opened.documentId} view={opened} onClose={() => show(null)} /> : null}
      {view === "documents" && !opened ? (
        <>
          <BackupReminder onShow={() => setView("settings")} />
          <FolderNotice onShow={() => setView("settings")} />
          <RetentionDue />
          <AddFiles onFiles={uploads.add} />
          <UploadList uploads={uploads} />
          <Filters search={search} facets={facets} onChange={change} />
          {chosen.length > 0 ? <SelectionBar documents={chosen} inBin={search.inBin ?? false} onDone={() => setSelected(new Set())} /> : null}
          <DocumentTable
            found={found}
            search={search}
            selected={selected}
            onSelect={setSelected}
            onOpen={show}
            onMore={() => setSearch({ ...search, limit: (search.limit ?? pageLength) + pageLength })}
            onClear={() => change({ sort: search.sort ?? "changed", ...(search.inBin ? { inBin: true } : {}) })}
          />
        </>
      ) : null}
    </>
  );
}
