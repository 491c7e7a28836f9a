// A card worker's end of the bridge channel: opens the port, agrees on a seal, numbers requests, and gives them up when
// the other end goes. See: [Note: bridge channel], [Note: sealed bytes].
import type { Bytes } from "../bytes.ts";
import type { Timer } from "../../async/timer.ts";
import { CardError, type CardErrorCode } from "../error.ts";
import type { Locks } from "../../platform/readerLease.ts";
import type { FeatureCode } from "../reader.ts";
import { type BridgeStatus, statusError } from "./bridgeStatus.ts";
import { type FromClient, parseToClient, type ToClient } from "./envelopes.ts";
import { type AppFrame, type BridgeReaderRecord, type ClientFrame, type ConnectResult, parseAppFrame } from "./frames.ts";
import { holdLife, type Life, whenOver } from "../../platform/life.ts";
import { boundTo, Seal } from "./seal.ts";

export interface LinkOptions {
  /** A new port to the extension's service worker, which serves it at once. */
  readonly openPort: () => Promise<MessagePort>;
  /** This extension's id. */
  readonly extensionId: string;
  readonly timer: Timer;
  readonly locks?: Locks;
  readonly onReaders: (readers: readonly BridgeReaderRecord[]) => void;
}

type Done = Extract<AppFrame, { op: "done" }>;
type Numbered<F> = F extends { readonly id: number } ? Omit<F, "id"> : never;

interface Pending {
  readonly resolve: (done: Done) => void;
  readonly reject: (error: CardError) => void;
}

interface Session {
  readonly seal: Seal;
}

/** A bridge that does not answer must not keep other roads waiting. */
const settleMs = 1_500;
/** A service worker that was stopped needs a moment before it can be started anew. */
const reopenMs = 250;

export class BridgeLink {
  readonly #options: LinkOptions;
  readonly #stop = new AbortController();
  readonly #locks: Locks;
  readonly #life: Life;
  readonly #pending = new Map<number, Pending>();
  #port: MessagePort | null = null;
  #status: BridgeStatus = "closed";
  #session: Session | null = null;
  #offer: Awaited<ReturnType<typeof Seal.offer>> | null = null;
  #place: { readonly appId: string; readonly version: number } | null = null;
  #last = 0;
  #settle: () => void = () => {};
  /** Resolves once it is known whether there is a bridge, and if there is, which readers it has. */
  readonly settled: Promise<void>;

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#locks = options.locks ?? navigator.locks;
    this.#life = holdLife(this.#locks);
    this.settled = new Promise((resolve) => (this.#settle = resolve));
    void options.timer.after(settleMs, this.#stop.signal).then(() => this.#settle());
    void this.#open();
  }

  get status(): BridgeStatus {
    return this.#status;
  }

  /** @throws CardError what the app answered, or BRIDGE_* when there is none to answer. */
  async refresh(): Promise<void> {
    if (this.#session) await this.#request({ op: "refresh" });
  }

  async connect(reader: string, signal?: AbortSignal): Promise<ConnectResult> {
    const { connected } = await this.#request({ op: "connect", reader }, signal);
    if (!connected) throw new CardError("BRIDGE_CLOSED", "the bridge connected to nothing");
    return connected;
  }

  /** Sends an APDU, or with `feature` what `control` takes; both ways sealed. `data` stays the caller's to wipe. */
  async exchange(card: number, data: Uint8Array, feature: FeatureCode | null, signal?: AbortSignal): Promise<Bytes> {
    const session = this.#session;
    if (!session) throw this.#refusal();
    const bound = boundTo(feature === null ? "transmit" : "control", card, feature ?? 0);
    // Numbered before it is sealed: the number is part of the seal.
    const id = this.#number();
    const sealed = session.seal.seal(id, bound, data);
    const frame: ClientFrame = feature === null ? { op: "transmit", id, card, sealed } : { op: "control", id, card, feature, sealed };
    const done = await this.#send(frame, signal);
    return session.seal.open(id, bound, done.sealed ?? "");
  }

  /** Never throws. */
  async disconnect(card: number, disposition: "leave" | "reset" | "unpower"): Promise<void> {
    if (!this.#session) return;
    await this.#request({ op: "disconnect", card, disposition }).catch(() => {});
  }

  close(): void {
    this.#stop.abort();
    this.#end("CANCELLED");
    this.#post({ kind: "bye" });
    this.#port?.close();
    this.#port = null;
    this.#life.end();
    this.#settle();
  }

  async #open(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const port = await this.#options.openPort().catch(() => null);
      if (port && this.#stop.signal.aborted) port.close();
      else if (port) await this.#serve(port);
      if (this.#stop.signal.aborted) return;
      await this.#options.timer.after(reopenMs, this.#stop.signal);
    }
  }

  /** @returns when the port is of no more use: the service worker was stopped. */
  #serve(port: MessagePort): Promise<void> {
    this.#port = port;
    const over = new AbortController();
    return new Promise((resolve) => {
      const end = (): void => {
        over.abort();
        if (this.#port !== port) return;
        this.#port = null;
        this.#become("closed");
        resolve();
      };
      let mourned = false;
      port.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const message = parseToClient(data);
        if (message?.kind === "status" && message.life !== null && !mourned) {
          mourned = true;
          this.#mourn(message.life, over.signal, end);
        }
        this.#hear(message);
      });
      port.addEventListener("close", end);
      this.#stop.signal.addEventListener("abort", () => over.abort());
      port.start();
      void this.#life.name.then((life) => port.postMessage({ kind: "hello", life } satisfies FromClient));
    });
  }

  #mourn(life: string, signal: AbortSignal, end: () => void): void {
    void whenOver(this.#locks, life, signal).then((over) => (over ? end() : undefined));
  }

  #hear(message: ToClient | null): void {
    if (message?.kind === "frame") {
      const frame = parseAppFrame(message.frame);
      if (frame) this.#hearFrame(frame);
    } else if (message) {
      const { status, appId, version } = message;
      // Every status that is told is a beginning: the app may have been another one in between.
      this.#become(status);
      if (status === "ready" && appId !== null && version !== null) void this.#begin({ appId, version });
    }
  }

  #hearFrame(frame: AppFrame): void {
    if (frame.op === "opened") void this.#opened(frame.key);
    else if (frame.op === "readers") {
      if (!this.#session) return;
      this.#options.onReaders(frame.readers);
      this.#settle();
    } else {
      const waiting = this.#pending.get(frame.id);
      this.#pending.delete(frame.id);
      if (frame.op === "done") waiting?.resolve(frame);
      else waiting?.reject(new CardError(frame.code, "refused beyond the bridge", frame.detail));
    }
  }

  #become(status: BridgeStatus): void {
    this.#status = status;
    this.#place = null;
    this.#offer = null;
    this.#end(statusError(status) ?? "BRIDGE_CLOSED");
    this.#options.onReaders([]);
    if (status !== "ready") this.#settle();
  }

  async #begin(place: { readonly appId: string; readonly version: number }): Promise<void> {
    this.#place = place;
    const offer = await Seal.offer();
    if (this.#place !== place) return;
    this.#offer = offer;
    this.#frame({ op: "open", version: place.version, key: offer.key });
  }

  async #opened(peerKey: string): Promise<void> {
    const [offer, place] = [this.#offer, this.#place];
    // One answer to one offer: a second would be another key under the same numbers.
    this.#offer = null;
    if (!offer || !place) return;
    const seal = await offer.agree(peerKey, "client", { ...place, extensionId: this.#options.extensionId }).catch(() => null);
    if (!seal || this.#place !== place) return seal?.end();
    this.#session = { seal };
    this.#last = 0;
    // From here on the app tells its readers.
    await this.#request({ op: "refresh" }).catch(() => {});
  }

  #number(): number {
    this.#last += 1;
    return this.#last;
  }

  async #request(frame: Numbered<ClientFrame>, signal?: AbortSignal): Promise<Done> {
    if (!this.#session) throw this.#refusal();
    return await this.#send({ ...frame, id: this.#number() }, signal);
  }

  #send(frame: Extract<ClientFrame, { readonly id: number }>, signal?: AbortSignal): Promise<Done> {
    if (signal?.aborted) return Promise.reject(new CardError("CANCELLED", "cancelled before it was sent"));
    const { id } = frame;
    const cancel = (): void => this.#frame({ op: "cancel", id });
    return new Promise<Done>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      signal?.addEventListener("abort", cancel);
      this.#frame(frame);
    }).finally(() => signal?.removeEventListener("abort", cancel));
  }

  #frame(frame: ClientFrame): void {
    this.#post({ kind: "frame", frame });
  }

  #post(message: FromClient): void {
    this.#port?.postMessage(message);
  }

  #end(code: CardErrorCode): void {
    this.#session?.seal.end();
    this.#session = null;
    const waiting = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of waiting) reject(new CardError(code, "the bridge went away"));
  }

  #refusal(): CardError {
    return new CardError(statusError(this.#status) ?? "BRIDGE_CLOSED", "there is no bridge to send over");
  }
}
