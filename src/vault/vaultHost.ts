import type { PortOrigin } from "../platform/portBroker/call.ts";
import type { Happening } from "./api.ts";
import type { BroughtTo } from "./portApi.ts";
import { holdLife, type Life } from "../platform/life.ts";
import type { Locks } from "../platform/readerLease.ts";
import { readWitnessText, writeWitnessText } from "../platform/witnessStore.ts";

/** offscreen document → vault worker. */
export type ToWorker =
  /** First of all; with what the last worker witnessed: [Note: rollback witness]. `anew`: the database is opened anew: [Note: a torn log]. */
  | { readonly kind: "vault/start"; readonly witness: string | null; readonly anew: boolean }
  /** What the offscreen document saw. */
  | { readonly kind: "vault/happened"; readonly what: Happening }
  /** With a port to serve. */
  | { readonly kind: "vault/port"; readonly from: PortOrigin };

/** vault worker → offscreen document. */
export type FromWorker =
  /** End me. `gone`: the browser closed the database (a full disk, storage cleared). */
  | { readonly kind: "vault/lock"; readonly gone: boolean }
  | { readonly kind: "vault/opened" }
  /** The database has begun a new log. */
  | { readonly kind: "vault/log-new" }
  | { readonly kind: "vault/witness"; readonly text: string };

/**
 * [Note: locking ends the worker] The vault is open exactly as long as one worker lives. To lock is to end that worker
 * and start another one: no list of things to wipe, nothing that a forgotten reference could keep. Whoever had a port to
 * it notices by a Web Lock that the worker held (client.ts) and connects again, to a locked vault. A port that came to the worker in its
 * last moment was never served, and nobody on its other end would hear of that: so a second lock, which the host holds, is named there first.
 */
export class VaultHost {
  /** What the last worker witnessed: localStorage may be cleared under us together with the vault. */
  #witness: string | null = null;
  /** Until a worker says that a new log is begun: one that could not (a full disk) may be followed by another. */
  #logOwed = true;
  readonly #turned: () => void;
  readonly #locks: Locks;
  #life: Life;
  #worker: Worker;

  /** @param turned called when the vault was opened, or locked */
  constructor(turned: () => void, locks: Locks = navigator.locks) {
    this.#turned = turned;
    this.#locks = locks;
    this.#life = holdLife(locks);
    this.#worker = this.#start();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./vault.worker.ts", import.meta.url), { type: "module", name: "vault" });
    worker.addEventListener("message", (event: MessageEvent<FromWorker>) => {
      const { data } = event;
      // From whichever worker: the database was closed for all of them.
      if (data.kind === "vault/lock" && data.gone) this.#logOwed = true;
      if (this.#worker !== worker) return;
      if (data.kind === "vault/witness") {
        this.#remember(data.text);
        return;
      }
      if (data.kind === "vault/opened") {
        this.#turned();
        return;
      }
      if (data.kind === "vault/log-new") {
        this.#logOwed = false;
        return;
      }
      worker.terminate();
      this.#life.end();
      this.#life = holdLife(this.#locks);
      this.#worker = this.#start();
      this.#turned();
    });
    const stored = readWitnessText();
    if (stored === null && this.#witness !== null) this.#remember(this.#witness);
    worker.postMessage({ kind: "vault/start", witness: stored ?? this.#witness, anew: this.#logOwed } satisfies ToWorker);
    return worker;
  }

  #remember(witness: string): void {
    this.#witness = witness;
    writeWitnessText(witness);
  }

  /** The rules decide whether it locks. */
  happened(what: Happening): void {
    this.#worker.postMessage({ kind: "vault/happened", what } satisfies ToWorker);
  }

  async bring(port: MessagePort, from: PortOrigin): Promise<void> {
    const life = this.#life;
    // Who asks for a lock that is not held yet would be given it.
    const name = await life.name.catch(() => null);
    if (life !== this.#life) return this.bring(port, from);
    if (name !== null) port.postMessage({ kind: "vault/brought", life: name } satisfies BroughtTo);
    this.#worker.postMessage({ kind: "vault/port", from } satisfies ToWorker, [port]);
  }
}
