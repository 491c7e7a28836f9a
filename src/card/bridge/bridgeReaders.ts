// The bridge road: readers that the bridge app lends to this extension. See: [Note: one reader interface],
// [Note: bridge channel].
import { fromBase64 } from "../../codec/base64.ts";
import type { LeasePriority, Locks } from "../../platform/readerLease.ts";
import type { Timer } from "../../async/timer.ts";
import { CardError } from "../error.ts";
import type { CardConnection, ReaderId, ReaderState } from "../reader.ts";
import type { ReaderDescription, Road } from "../service/road.ts";
import { BridgeLink } from "./bridgeLink.ts";
import { BridgeReader } from "./bridgeReader.ts";
import { type BridgeStatus, statusError } from "./bridgeStatus.ts";
import type { BridgeReaderRecord } from "./frames.ts";

export interface BridgeOptions {
  /** A new port to the extension's service worker, which serves it at once (platform/bridgeDoor.ts). */
  readonly openPort: () => Promise<MessagePort>;
  readonly extensionId: string;
  readonly priority: LeasePriority;
  readonly timer: Timer;
  readonly locks?: Locks;
}

type Listener = (readers: readonly ReaderState[]) => void;

export class BridgeReaders implements Road {
  readonly #options: BridgeOptions;
  readonly #link: BridgeLink;
  readonly #readers = new Map<string, BridgeReader>();
  readonly #listeners = new Set<Listener>();
  #scheduled = false;
  #closed = false;

  constructor(options: BridgeOptions) {
    this.#options = options;
    const { openPort, extensionId, timer, locks } = options;
    this.#link = new BridgeLink({ openPort, extensionId, timer, ...(locks ? { locks } : {}), onReaders: (records) => this.#take(records) });
  }

  /** Why there are no readers, when there are none. */
  get status(): BridgeStatus {
    return this.#link.status;
  }

  async list(): Promise<readonly ReaderState[]> {
    await this.refresh();
    return this.#snapshot();
  }

  watch(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
    void this.#link.settled.then(() => {
      if (!signal.aborted) listener(this.#snapshot());
    });
  }

  async refresh(): Promise<void> {
    await this.#link.settled;
    await this.#link.refresh().catch(() => {});
  }

  /** @throws CardError also BRIDGE_*: there is no bridge, or it went away. */
  async connect(id: ReaderId, options?: { readonly signal?: AbortSignal }): Promise<CardConnection> {
    const reader = this.#find(id);
    if (!reader) throw new CardError(statusError(this.status) ?? "READER_GONE", "no such reader any more");
    return await reader.connect(options?.signal);
  }

  describe(id: ReaderId): ReaderDescription {
    const record = this.#find(id)?.record;
    const { descriptor = null, interfaceClass = null } = record ?? {};
    return { interfaceClass, descriptor: descriptor === null ? null : fromBase64(descriptor) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    const readers = [...this.#readers.values()];
    this.#readers.clear();
    await Promise.all(readers.map((reader) => reader.close()));
    this.#link.close();
  }

  #find(id: ReaderId): BridgeReader | undefined {
    return [...this.#readers.values()].find((reader) => reader.state.id === id);
  }

  #snapshot(): readonly ReaderState[] {
    return [...this.#readers.values()].map((reader) => reader.state);
  }

  /** The app's whole list: what is new, what changed, what went. */
  #take(records: readonly BridgeReaderRecord[]): void {
    // What the app tells while cards are being powered down: a reader taken in now would be leased for ever.
    if (this.#closed) return;
    const { priority, locks } = this.#options;
    for (const [id, reader] of this.#readers) {
      if (records.some((record) => record.id === id)) continue;
      this.#readers.delete(id);
      void reader.close(statusError(this.status) ?? "READER_GONE");
    }
    for (const record of records) {
      const known = this.#readers.get(record.id);
      if (known) known.update(record);
      else {
        const onChange = (): void => this.#changed();
        this.#readers.set(record.id, new BridgeReader(record, { link: this.#link, priority, onChange, ...(locks ? { locks } : {}) }));
      }
    }
    this.#changed();
  }

  /** Several changes in one turn are told once. */
  #changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const snapshot = this.#snapshot();
      for (const listener of this.#listeners) listener(snapshot);
    });
  }
}
