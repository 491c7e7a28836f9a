import { useState } from "preact/hooks";
import type { FromFrame, ToFrame } from "../../forms/line.ts";
import { useTexts } from "../../i18n/texts.tsx";
import { PanelShell } from "../PanelShell.tsx";
import { useLine } from "../useLine.ts";
import { VaultGate } from "../VaultGate.tsx";
import { FromVault } from "./FromVault.tsx";
import { ToVault } from "./ToVault.tsx";

type PageFiles = Extract<ToFrame, { kind: "files" }>;

/** Between the page's file fields, the portal's document store and the vault. */
export function DocumentsPanel({ line }: { readonly line: Promise<MessagePort> }) {
  const { t } = useTexts();
  const [page, setPage] = useState<PageFiles | null>(null);
  const [heard, setHeard] = useState<ToFrame | null>(null);
  const port = useLine(line, (message) => {
    if (message.kind === "files") setPage(message);
    else setHeard(message);
  });
  const say = (message: FromFrame): void => port.current?.postMessage(message);
  return (
    <PanelShell title={t("page_documents_panel")}>
      <VaultGate panel="documents">
        {page && page.fields.length > 0 ? <FromVault fields={page.fields} done={heard?.kind === "file/done" ? heard : null} say={say} /> : null}
        {page && page.stored.length > 0 ? <ToVault stored={page.stored} got={heard?.kind === "file/got" ? heard : null} say={say} /> : null}
      </VaultGate>
    </PanelShell>
  );
}
