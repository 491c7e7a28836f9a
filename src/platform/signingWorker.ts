// Starts the signing worker for a page. It is ended when the work is done: it holds documents.
import * as Comlink from "comlink";
import { portsOf, sendable } from "../codec/distantFile.ts";
import type { RemoteWeb, SentFile, SigningWorkerApi, VerifyRequest } from "../signing/api.ts";

export interface SigningWorkerHandle {
  readonly api: Comlink.Remote<Omit<SigningWorkerApi, "verify" | "contents">>;
  /** As the worker's own; files may be distant ones. */
  verify(request: VerifyRequest<File>, web: RemoteWeb | null): ReturnType<SigningWorkerApi["verify"]>;
  contents(file: File): ReturnType<SigningWorkerApi["contents"]>;
  end(): void;
}

const send = (file: File): SentFile => ({ name: file.name, data: sendable(file) });

export function startSigningWorker(): SigningWorkerHandle {
  const worker = new Worker(new URL("../signing/signing.worker.ts", import.meta.url), { type: "module" });
  const api = Comlink.wrap<SigningWorkerApi>(worker);
  return {
    api,
    verify: (request, web) => {
      const file = send(request.file);
      const content = request.content && send(request.content);
      return api.verify(Comlink.transfer({ ...request, file, content }, portsOf([file.data, ...(content ? [content.data] : [])])), web);
    },
    contents: (file) => {
      const sent = send(file);
      return api.contents(Comlink.transfer(sent, portsOf([sent.data])));
    },
    end: () => {
      api[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
