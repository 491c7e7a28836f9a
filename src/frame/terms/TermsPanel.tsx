import { useTexts } from "../../i18n/texts.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { VaultGate } from "../VaultGate.tsx";
import { TermsView } from "./TermsView.tsx";

/** Versions of the terms, what changed, the person's decision, and the portal's notices. */
export function TermsPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  return (
    <PanelShell title={t("page_terms_panel")}>
      <VaultGate panel="terms">
        <TermsView line={line} />
      </VaultGate>
    </PanelShell>
  );
}
