import type { Proposal } from "../../consent/policy/proposal.ts";

/** Reads a policy (consent/policy/readPolicy.ts) in a worker of its own, which ends with it. @throws the signal's reason when aborted */
export async function readBeside(text: string, signal: AbortSignal): Promise<readonly Proposal[]> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./policy.worker.ts", import.meta.url), { type: "module", name: "policy" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<readonly Proposal[]>) => resolve(data));
      worker.addEventListener("error", () => reject(new Error("the worker that reads policies failed")));
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the signal's own reason
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.postMessage(text);
    });
  } finally {
    worker.terminate();
  }
}
