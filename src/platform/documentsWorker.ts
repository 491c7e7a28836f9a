// Starts the worker for documents. It holds documents, so it ends with its work.
import * as Comlink from "comlink";
import { portsOf, sendable } from "../codec/distantFile.ts";
import type { DocumentsWorkerApi, SentJob } from "../signing/documents/api.ts";
import type { SigningJob } from "../signing/documents/job.ts";
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

/** A job on its way to the worker: distant files are lent. */
export function sendJob(job: SigningJob): SentJob {
  const documents = job.documents.map((one) => ({ ...one, data: sendable(one.data) }));
  return Comlink.transfer({ ...job, documents }, portsOf(documents.map(({ data }) => data)));
}

/** The font that signed documents carry; see tests/setup/font. */
export async function loadDocumentFont(): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(extensionUrl("fonts/NotoSansGeorgian-Moqalaqe.ttf"));
  return new Uint8Array(await response.arrayBuffer());
}
