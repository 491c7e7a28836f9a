import { useTexts } from "../../i18n/texts.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";
import { VaultGate } from "../VaultGate.tsx";
import { FromVault } from "./FromVault.tsx";
import { ToVault } from "./ToVault.tsx";

/** Between the page's file fields, the portal's document store and the vault. */
export function DocumentsPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const page = useTold(line, "files");
  return (
    <PanelShell title={t("page_documents_panel")}>
      <VaultGate panel="documents">
        {page && page.fields.length > 0 ? <FromVault fields={page.fields} line={line} /> : null}
        {page && page.stored.length > 0 ? <ToVault stored={page.stored} line={line} /> : null}
      </VaultGate>
    </PanelShell>
  );
}
