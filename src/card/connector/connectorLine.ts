// The line to the Connector: one port, many calls at a time. When the port is lost every call fails, also those to come:
// handles die with the port they were made over.
import type { Timer } from "../../async/timer.ts";
import { pcscCodeOf, PcscError } from "../pcsc/pcscError.ts";
import { callRequest, numberAt, pong, readMessage } from "./wire.ts";

/** The other end of a port says this when the Connector has gone: a MessagePort has no event for it. */
export const portLost = null;

interface Pending {
  readonly resolve: (results: readonly unknown[]) => void;
  readonly reject: (error: PcscError) => void;
}

export class ConnectorLine {
  readonly #port: MessagePort;
  readonly #timer: Timer;
  readonly #onLost: (heard: boolean) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #channelId = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  #open = true;
  /** Whether the port has ever brought a message: if not, nobody is there. */
  #heard = false;
  #nextId = 1;

  constructor(port: MessagePort, timer: Timer, onLost: (heard: boolean) => void) {
    this.#port = port;
    this.#timer = timer;
    this.#onLost = onLost;
    port.addEventListener("message", ({ data }: MessageEvent<unknown>) => this.#take(data));
    port.start();
  }

  get open(): boolean {
    return this.#open;
  }

  /**
   * Calls a PC/SC function. @returns what follows the return code
   * @param patienceMs null: as long as it takes, or the port is lost
   * @throws PcscError the function's return code; no-service when the Connector is not there or went away; silent,
   *   malformed; security-violation when it would not make the call at all
   */
  async call(functionName: string, args: readonly unknown[], patienceMs: number | null): Promise<readonly unknown[]> {
    if (!this.#open) throw new PcscError("no-service", "the Connector went away");
    const id = this.#nextId++;
    const answered = new AbortController();
    try {
      const results = await new Promise<readonly unknown[]>((resolve, reject) => {
        this.#pending.set(id, { resolve, reject });
        this.#port.postMessage(callRequest(id, functionName, args));
        if (patienceMs === null) return;
        void this.#timer.after(patienceMs, answered.signal).then(() => reject(new PcscError("silent", `${functionName} was not answered`)));
      });
      const code = numberAt(results, 0);
      if (code !== 0) throw new PcscError(pcscCodeOf(code));
      return results.slice(1);
    } finally {
      answered.abort();
      this.#pending.delete(id);
    }
  }

  /** Lets the other end go. */
  close(): void {
    if (!this.#open) return;
    this.#port.postMessage(portLost);
    this.#end();
  }

  #take(message: unknown): void {
    if (!this.#open) return;
    if (message === portLost) {
      this.#end();
      this.#onLost(this.#heard);
      return;
    }
    this.#heard = true;
    const incoming = readMessage(message);
    if (incoming.kind === "ping") this.#port.postMessage(pong(this.#channelId));
    if (incoming.kind === "ping" || incoming.kind === "other") return;
    const pending = this.#pending.get(incoming.id);
    if (incoming.kind === "results") pending?.resolve(incoming.results);
    else pending?.reject(incoming.kind === "error" ? new PcscError("security-violation", "the Connector made no call") : new PcscError("malformed", "an answer without results"));
  }

  #end(): void {
    this.#open = false;
    this.#port.close();
    for (const { reject } of this.#pending.values()) reject(new PcscError("no-service", "the Connector went away"));
  }
}
