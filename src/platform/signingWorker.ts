// Starts the signing worker for a page. It is ended when the work is done: it holds documents.
import * as Comlink from "comlink";
import type { SigningWorkerApi } from "../signing/api.ts";

export interface SigningWorkerHandle {
  readonly api: Comlink.Remote<SigningWorkerApi>;
  end(): void;
}

export function startSigningWorker(): SigningWorkerHandle {
  const worker = new Worker(new URL("../signing/signing.worker.ts", import.meta.url), { type: "module" });
  const api = Comlink.wrap<SigningWorkerApi>(worker);
  return {
    api,
    end: () => {
      api[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
