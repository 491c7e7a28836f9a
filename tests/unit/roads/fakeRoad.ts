// A road whose readers a test sets by hand: what the chooser does is looked at here, not what roads do.
import { CardError, type CardErrorCode } from "../../../src/card/error.ts";
import type { CardConnection, ReaderState, RoadName } from "../../../src/card/reader.ts";
import type { Road } from "../../../src/card/service/road.ts";

export function reader(road: RoadName, more: Partial<ReaderState> = {}): ReaderState {
  const made = { name: "SCM SCR 331", usbId: "04e6:5116", slot: 0, insertions: 0, card: "absent", refusal: null, ...more } as const;
  return { id: `${road}:${made.usbId ?? made.name}:${made.slot}`, road, ...made };
}

export class FakeRoad implements Road {
  readers: readonly ReaderState[];
  /** Thrown by the next connections, in order; null: connects. */
  readonly outcomes: (CardErrorCode | null)[] = [];
  readonly connected: string[] = [];
  refreshed = 0;
  closed = false;
  /** Says nothing before this is called. */
  silent: boolean;
  readonly #listeners = new Set<(readers: readonly ReaderState[]) => void>();

  constructor(readers: readonly ReaderState[], silent = false) {
    this.readers = readers;
    this.silent = silent;
  }

  set(readers: readonly ReaderState[]): void {
    this.readers = readers;
    this.silent = false;
    for (const listener of this.#listeners) listener(readers);
  }

  async list(): Promise<readonly ReaderState[]> {
    return this.readers;
  }

  watch(listener: (readers: readonly ReaderState[]) => void, signal: AbortSignal): void {
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
    queueMicrotask(() => {
      if (!this.silent && !signal.aborted) listener(this.readers);
    });
  }

  async connect(id: string): Promise<CardConnection> {
    this.connected.push(id);
    const outcome = this.outcomes.shift() ?? null;
    if (outcome) throw new CardError(outcome, "as the test wants it");
    return {
      atr: Uint8Array.of(0x3b, 0),
      protocol: "t1",
      apduLength: "short",
      features: new Set(),
      transmit: async () => Uint8Array.of(0x90, 0),
      control: async () => Uint8Array.of(0x90, 0),
      disconnect: async () => {},
    };
  }

  async refresh(): Promise<void> {
    this.refreshed += 1;
  }

  describe() {
    return { interfaceClass: null, descriptor: null };
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}
