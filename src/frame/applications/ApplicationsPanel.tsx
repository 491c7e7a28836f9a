import { useTexts } from "../../i18n/texts.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { VaultGate } from "../VaultGate.tsx";
import { ApplicationsView } from "./ApplicationsView.tsx";

/** Drafts, the person's details and sent applications over a page with a form. */
export function ApplicationsPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  return (
    <PanelShell title={t("page_form_panel")}>
      <VaultGate panel="applications">
        <ApplicationsView line={line} />
      </VaultGate>
    </PanelShell>
  );
}
