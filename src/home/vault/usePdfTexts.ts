import { useCallback, useEffect, useRef } from "preact/hooks";
import { openPdf } from "../../ui/documents/pdfRenderer.ts";
import type { VaultEvent } from "../../vault/api.ts";
import type { DocumentView } from "../../vault/documentApi.ts";
import { useVaultEvent, vaultOfPage } from "./useVault.ts";
import { vaultFile } from "./vaultFile.ts";

/** A book's worth; what is behind that is not searched. */
const mostPages = 300;

async function textOf(view: DocumentView): Promise<string> {
  const newest = view.revisions.at(-1);
  if (!newest) return "";
  const pdf = await openPdf(vaultFile(view, newest));
  try {
    const pages: string[] = [];
    for (let page = 0; page < Math.min(pdf.pages, mostPages); page += 1) pages.push(await (await pdf.page(page)).text());
    return pages.join(" ");
  } finally {
    await pdf.close();
  }
}

/** Reads the text of PDFs that have none yet, one after the other, so that a search finds what is inside. */
export function usePdfTexts(): void {
  const running = useRef(false);
  const run = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    try {
      for (;;) {
        const [view] = await vaultOfPage().documents.withoutText(["application/pdf"], 1);
        if (!view) return;
        // A broken or protected PDF has no text: noted, so that it is not tried again.
        await vaultOfPage().documents.setText(view.documentId, await textOf(view).catch(() => ""));
      }
    } finally {
      running.current = false;
    }
  }, []);
  useEffect(() => void run().catch(() => undefined), []);
  useVaultEvent(
    useCallback((event: VaultEvent) => {
      if (event.kind === "text-ready" || (event.kind === "changed" && event.collection === "documents")) void run().catch(() => undefined);
    }, []),
  );
}
