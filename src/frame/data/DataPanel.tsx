import { useEffect, useState } from "preact/hooks";
import type { ToFrame } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import type { ServiceSheet } from "../../notices/serviceFacts.ts";
import { PanelShell } from "../PanelShell.tsx";
import { VaultGate } from "../VaultGate.tsx";
import { DataOverview } from "./DataOverview.tsx";

/** "Who holds my data", small, in the portal's page: what answers in five seconds, and the way to the rest. */
export function DataPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const [sheet, setSheet] = useState<ServiceSheet | null>(null);
  useEffect(() => {
    void line.then((port) => {
      port.addEventListener("message", (event: MessageEvent<ToFrame>) => {
        if (event.data.kind === "service") setSheet(event.data.sheet);
      });
      port.start();
    });
  }, [line]);
  return (
    <PanelShell title={t("data_title")}>
      <VaultGate>
        <DataOverview provider={sheet?.provider ?? null} />
      </VaultGate>
    </PanelShell>
  );
}
