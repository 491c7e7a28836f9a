// Starts the signing worker for a page. It is ended when the work is done: it holds documents.
import * as Comlink from "comlink";
import { DistantFile, lend } from "../codec/distantFile.ts";
import type { RemoteWeb, SentFile, SigningWorkerApi, VerifyRequest } from "../signing/api.ts";

export interface SigningWorkerHandle {
  readonly api: Comlink.Remote<Omit<SigningWorkerApi, "verify" | "contents">>;
  /** As the worker's own; files may be distant ones. */
  verify(request: VerifyRequest<File>, web: RemoteWeb | null): ReturnType<SigningWorkerApi["verify"]>;
  contents(file: File): ReturnType<SigningWorkerApi["contents"]>;
  end(): void;
}

/** Not even a Comlink handler can do this: a distant file would arrive as an empty one. */
function send(file: File, ports: MessagePort[]): SentFile {
  if (!(file instanceof DistantFile)) return { name: file.name, data: file };
  const lent = lend(file);
  ports.push(lent.port);
  return { name: file.name, data: lent };
}

export function startSigningWorker(): SigningWorkerHandle {
  const worker = new Worker(new URL("../signing/signing.worker.ts", import.meta.url), { type: "module" });
  const api = Comlink.wrap<SigningWorkerApi>(worker);
  return {
    api,
    verify: (request, web) => {
      const ports: MessagePort[] = [];
      const { file, content } = request;
      return api.verify(Comlink.transfer({ ...request, file: send(file, ports), content: content && send(content, ports) }, ports), web);
    },
    contents: (file) => {
      const ports: MessagePort[] = [];
      return api.contents(Comlink.transfer(send(file, ports), ports));
    },
    end: () => {
      api[Comlink.releaseProxy]();
      worker.terminate();
    },
  };
}
