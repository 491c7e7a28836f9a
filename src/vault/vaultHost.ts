import type { PortOrigin } from "../platform/portBroker/call.ts";

/** offscreen document → vault worker, with a port to serve. */
export interface PortForWorker {
  readonly kind: "vault/port";
  readonly from: PortOrigin;
}

/** vault worker → offscreen document: end me. */
export interface LockWish {
  readonly kind: "vault/lock";
}

/**
 * [Note: locking ends the worker] The vault is open exactly as long as one worker lives. To lock is to end that worker
 * and start another one: no list of things to wipe, nothing that a forgotten reference could keep. Whoever had a port to
 * it notices by a Web Lock that the worker held (client.ts) and connects again, to a locked vault.
 */
export class VaultHost {
  #worker = this.#start();

  #start(): Worker {
    const worker = new Worker(new URL("./vault.worker.ts", import.meta.url), { type: "module", name: "vault" });
    worker.addEventListener("message", (event: MessageEvent<Partial<LockWish> | null>) => {
      if (event.data?.kind !== "vault/lock" || this.#worker !== worker) return;
      worker.terminate();
      this.#worker = this.#start();
    });
    return worker;
  }

  bring(port: MessagePort, from: PortOrigin): void {
    this.#worker.postMessage({ kind: "vault/port", from } satisfies PortForWorker, [port]);
  }
}
