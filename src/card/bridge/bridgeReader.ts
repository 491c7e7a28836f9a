// One slot of a reader beyond the bridge, under this extension's own lease: among our windows one uses it, and prompts
// come first, as on the direct road. See: [Note: one lease per reader].
import { acquireLease, type LeasePriority, type Locks } from "../../platform/readerLease.ts";
import { CardError, type CardErrorCode } from "../error.ts";
import type { CardConnection, ReaderState } from "../reader.ts";
import { BridgeConnection } from "./bridgeConnection.ts";
import type { BridgeLink } from "./bridgeLink.ts";
import type { BridgeReaderRecord } from "./frames.ts";

export interface ReaderOptions {
  readonly link: BridgeLink;
  readonly priority: LeasePriority;
  readonly locks?: Locks;
  readonly onChange: () => void;
}

/** `webusb:072f:90cc:SERIAL:0` in the app is `bridge:072f:90cc:SERIAL:0` here; another road of the app keeps its name. */
export function bridgeId(appReaderId: string): string {
  return `bridge:${appReaderId.replace(/^webusb:/, "")}`;
}

/** From being given the lease to being asked for it. */
interface Turn {
  readonly over: AbortController;
  readonly connecting: Set<Promise<unknown>>;
}

export class BridgeReader {
  readonly #options: ReaderOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #record: BridgeReaderRecord;
  #turn: Turn | null = null;
  #connection: BridgeConnection | null = null;
  #reason: CardErrorCode = "CARD_REMOVED";

  constructor(record: BridgeReaderRecord, options: ReaderOptions) {
    this.#record = record;
    this.#options = options;
    this.#running = this.#run();
  }

  get record(): BridgeReaderRecord {
    return this.#record;
  }

  get state(): ReaderState {
    const { id, name, usbId, slot, insertions, card, refusal } = this.#record;
    const ours = this.#turn !== null;
    return { id: bridgeId(id), name, road: "bridge", usbId, slot, insertions, card: ours ? card : "unknown", refusal: refusal ?? (ours ? null : "READER_BUSY") };
  }

  update(record: BridgeReaderRecord): void {
    this.#record = record;
  }

  /** @throws CardError READER_BUSY while another window has it, and what the app answered. */
  async connect(signal?: AbortSignal): Promise<CardConnection> {
    if (this.#record.refusal) throw new CardError(this.#record.refusal, "the reader can't be used");
    const turn = this.#turn;
    if (!turn) throw new CardError("READER_BUSY", "the reader is not ours yet");
    const connecting = this.#connect(turn.over.signal, signal);
    turn.connecting.add(connecting);
    return await connecting.finally(() => turn.connecting.delete(connecting));
  }

  /** @param reason what a connection that is still open will say from now on */
  async close(reason: CardErrorCode = "CARD_REMOVED"): Promise<void> {
    this.#reason = reason;
    this.#stop.abort();
    await this.#running;
  }

  async #connect(over: AbortSignal, signal: AbortSignal | undefined): Promise<CardConnection> {
    const { link } = this.#options;
    try {
      const connection = new BridgeConnection(link, await link.connect(this.#record.id, signal ? AbortSignal.any([over, signal]) : over));
      if (over.aborted) {
        await connection.disconnect();
        throw this.#lost();
      }
      this.#connection = connection;
      return connection;
    } catch (error) {
      // What the app makes of being told to stop is of no interest.
      throw over.aborted ? this.#lost() : error;
    }
  }

  #lost(): CardError {
    if (this.#stop.signal.aborted) return new CardError(this.#reason, "the reader went while it was being connected to");
    return new CardError("READER_BUSY", "another window took the reader");
  }

  async #run(): Promise<void> {
    const { priority, locks, onChange } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        const lease = await acquireLease({
          key: bridgeId(this.#record.id),
          priority,
          signal: this.#stop.signal,
          onWaiting: onChange,
          ...(locks ? { locks } : {}),
        });
        const turn: Turn = { over: new AbortController(), connecting: new Set() };
        this.#turn = turn;
        onChange();
        await ended(lease.wanted, this.#stop.signal);
        this.#turn = null;
        // Powered down before the lock falls: the next window finds a card that forgot our PIN, and nothing of ours is
        // on its way that would power it down under the next one's.
        turn.over.abort();
        await Promise.allSettled(turn.connecting);
        await this.#connection?.end(new CardError(this.#reason, "the connection was ended"));
        this.#connection = null;
        lease.release();
        onChange();
      } catch {
        // Waiting was ended.
        if (!this.#stop.signal.aborted) continue;
      }
    }
  }
}

function ended(...signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve());
    }
  });
}
