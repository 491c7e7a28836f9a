// One slot of a reader beyond the bridge, under this extension's own lease: among our windows one uses it, and prompts
// come first, as on the direct road. See: [Note: one lease per reader].
import { acquireLease, type Lease, type LeasePriority, type Locks } from "../../platform/readerLease.ts";
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

export class BridgeReader {
  readonly #options: ReaderOptions;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;
  #record: BridgeReaderRecord;
  #lease: Lease | null = null;
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
    const ours = this.#lease !== null;
    return { id: bridgeId(id), name, road: "bridge", usbId, slot, insertions, card: ours ? card : "unknown", refusal: refusal ?? (ours ? null : "READER_BUSY") };
  }

  update(record: BridgeReaderRecord): void {
    this.#record = record;
  }

  /** @throws CardError READER_BUSY while another window has it, and what the app answered. */
  async connect(signal?: AbortSignal): Promise<CardConnection> {
    if (this.#record.refusal) throw new CardError(this.#record.refusal, "the reader can't be used");
    const lease = this.#lease;
    if (!lease) throw new CardError("READER_BUSY", "the reader is not ours yet");
    const connection = new BridgeConnection(this.#options.link, await this.#options.link.connect(this.#record.id, signal));
    if (this.#lease !== lease) {
      await connection.disconnect();
      throw new CardError("READER_BUSY", "another window took the reader");
    }
    this.#connection = connection;
    return connection;
  }

  /** @param reason what a connection that is still open will say from now on */
  async close(reason: CardErrorCode = "CARD_REMOVED"): Promise<void> {
    this.#reason = reason;
    this.#stop.abort();
    await this.#running;
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
        this.#lease = lease;
        onChange();
        await ended(lease.wanted, this.#stop.signal);
        this.#lease = null;
        // Powered down before the lock falls: the next window finds a card that forgot our PIN.
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
