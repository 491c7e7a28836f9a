// Starts the worker for documents. It holds documents, so it ends with its work.
import * as Comlink from "comlink";
import type { DocumentsWorkerApi } from "../signing/documents/api.ts";
import { extensionUrl } from "./runtime.ts";

export interface DocumentsWorkerHandle {
  readonly api: Comlink.Remote<DocumentsWorkerApi>;
  end(): void;
}

export function startDocumentsWorker(): DocumentsWorkerHandle {
  const worker = new Worker(new URL("../signing/documents/documents.worker.ts", import.meta.url), { type: "module" });
  const api = Comlink.wrap<DocumentsWorkerApi>(worker);
  return {
    api,
    end: () => {
      api[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}

/** The font that signed documents carry; see tests/setup/font. */
export async function loadDocumentFont(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(extensionUrl("fonts/NotoSansGeorgian-Moqalaqe.ttf"));
  return new Uint8Array(await response.arrayBuffer());
}
