import { useTexts } from "../../i18n/texts.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useTold } from "../useLine.ts";
import { VaultGate } from "../VaultGate.tsx";
import { DataOverview } from "./DataOverview.tsx";

/** "Who holds my data", small, in the portal's page: what answers in five seconds, and the way to the rest. */
export function DataPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const sheet = useTold(line, "service")?.sheet;
  return (
    <PanelShell title={t("data_title")}>
      <VaultGate panel="data">
        <DataOverview provider={sheet?.provider ?? null} />
      </VaultGate>
    </PanelShell>
  );
}
