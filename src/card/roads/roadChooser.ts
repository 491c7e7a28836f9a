// [Note: choosing a road] Several roads as one. All are asked at the start and at every change; a reader that several
// see appears once, with the best road that works. A road that is lost takes its connections with it: what is under way
// fails as if the reader were gone, and the next request goes another way. Nothing is ever sent twice: falling over to
// another road happens before the card is powered, never during a command.
import type { Timer } from "../../async/timer.ts";
import { within } from "../../async/within.ts";
import { CardError, type CardErrorCode } from "../error.ts";
import type { CardConnection, ReaderId, ReaderState, RoadName } from "../reader.ts";
import type { ReaderDescription, Road, RoadStatus } from "../service/road.ts";
import { type Member, MergedReaders, preference } from "./mergedReaders.ts";
import { watchedConnection } from "./watchedConnection.ts";

type Listener = (readers: readonly ReaderState[]) => void;

interface Entry {
  readonly road: Road;
  readonly stop: AbortController;
  /** null until the road has said anything. */
  readers: readonly ReaderState[] | null;
}

/** How long the first snapshot waits for roads that have said nothing yet: no reader is called refused too early. */
const settleMs = 400;
/** A road that others ask to look again, because they lost a reader, is asked no oftener than this. */
const lookAgainMs = 1_000;

/** Failures of the way to the reader: another way may do. */
const roadFailures: ReadonlySet<CardErrorCode> = new Set(["READER_GONE", "READER_HELD", "READER_DENIED", "READER_PROTECTED", "READER_FAILED", "READER_UNSUPPORTED", "BRIDGE_CLOSED", "BRIDGE_STOPPED"]);

const keyOf = ({ road, id }: Member): string => `${road} ${id}`;

export class RoadChooser implements Road {
  readonly #timer: Timer;
  readonly #entries = new Map<RoadName, Entry>();
  readonly #listeners = new Set<Listener>();
  readonly #merged = new MergedReaders();
  readonly #open = new Map<string, number>();
  /** What a member looked like when connecting over it failed. */
  readonly #failed = new Map<string, string>();
  readonly #settled: Promise<unknown>;
  #settle: () => void = () => {};
  #last = "";
  #scheduled = false;
  #lookedAgain = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(timer: Timer, roads: Partial<Record<RoadName, Road>> = {}) {
    this.#timer = timer;
    this.#settled = within(new Promise<void>((resolve) => (this.#settle = resolve)), settleMs, timer);
    for (const name of preference) {
      const road = roads[name];
      if (road) this.put(name, road);
    }
  }

  /** Adds a road, or puts it in the place of the one of that name, or (null) takes that one away. */
  put(name: RoadName, road: Road | null): void {
    const before = this.#entries.get(name);
    before?.stop.abort();
    this.#entries.delete(name);
    if (before) void before.road.close().catch(() => {});
    if (road && !this.#closed) {
      const entry: Entry = { road, stop: new AbortController(), readers: null };
      this.#entries.set(name, entry);
      road.watch((readers) => this.#take(entry, readers), entry.stop.signal);
    }
    this.#changed();
  }

  get statuses(): readonly RoadStatus[] {
    return preference.flatMap((road) => {
      const entry = this.#entries.get(road);
      return entry ? [{ road, state: entry.road.state ?? "ready" }] : [];
    });
  }

  async list(): Promise<readonly ReaderState[]> {
    await this.refresh();
    await this.#settled;
    return this.#states();
  }

  watch(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    void this.#settled.then(() => {
      if (signal.aborted) return;
      this.#listeners.add(listener);
      signal.addEventListener("abort", () => this.#listeners.delete(listener));
      listener(this.#states());
    });
  }

  async refresh(): Promise<void> {
    this.#failed.clear();
    // A road that hangs must not keep the others from answering.
    const asked = [...this.#entries.values()].map(({ road }) => road.refresh().catch(() => {}));
    await within(Promise.all(asked), settleMs, this.#timer);
    this.#changed();
  }

  async connect(id: ReaderId, options?: { readonly signal?: AbortSignal }): Promise<CardConnection> {
    let failure: unknown = new CardError("READER_GONE", "no such reader any more");
    this.#states();
    const [first, ...others] = this.#merged.membersOf(id);
    for (const member of first ? [first, ...others] : []) {
      // The first one's refusal is the reader's own; others are ways out only if they are open.
      if (member !== first && this.#stateOf(member)?.refusal !== null) continue;
      const entry = this.#entries.get(member.road);
      if (!entry) continue;
      try {
        return this.#watched(member, await entry.road.connect(member.id, options));
      } catch (error) {
        if (member === first) failure = error;
        if (!(error instanceof CardError) || !roadFailures.has(error.code)) throw error;
        this.#failed.set(keyOf(member), JSON.stringify(this.#stateOf(member)));
        this.#changed();
      }
    }
    throw failure;
  }

  describe(id: ReaderId): ReaderDescription {
    const found = this.#merged.membersOf(id).map((member) => this.#entries.get(member.road)?.road.describe(member.id));
    return {
      interfaceClass: found.find((one) => (one?.interfaceClass ?? null) !== null)?.interfaceClass ?? null,
      descriptor: found.find((one) => (one?.descriptor ?? null) !== null)?.descriptor ?? null,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#listeners.clear();
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    for (const { stop } of entries) stop.abort();
    await Promise.all(entries.map(({ road }) => road.close().catch(() => {})));
  }

  #take(entry: Entry, readers: readonly ReaderState[]): void {
    const lost = (entry.readers ?? []).some((old) => old.refusal === null && readers.find((now) => now.id === old.id)?.refusal !== null);
    entry.readers = readers;
    if ([...this.#entries.values()].every((one) => one.readers !== null)) this.#settle();
    if (lost) this.#lookAgain(entry);
    this.#changed();
  }

  /** Whoever held the reader may have let it go: the other roads look again. */
  #lookAgain(loser: Entry): void {
    const now = performance.now();
    if (now - this.#lookedAgain < lookAgainMs) return;
    this.#lookedAgain = now;
    for (const entry of this.#entries.values()) if (entry !== loser) void entry.road.refresh().catch(() => {});
  }

  #watched(member: Member, connection: CardConnection): CardConnection {
    const key = keyOf(member);
    this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    return watchedConnection(connection, () => {
      this.#open.set(key, (this.#open.get(key) ?? 1) - 1);
      this.#changed();
    });
  }

  #stateOf(member: Member): ReaderState | undefined {
    return this.#entries.get(member.road)?.readers?.find(({ id }) => id === member.id);
  }

  #states(): readonly ReaderState[] {
    const views = new Map([...this.#entries].map(([name, { readers }]) => [name, readers ?? []]));
    this.#merged.update(views, {
      isOpen: (member) => (this.#open.get(keyOf(member)) ?? 0) > 0,
      hasFailed: (member) => this.#failed.get(keyOf(member)) === JSON.stringify(this.#stateOf(member)),
    });
    return this.#merged.states();
  }

  /** Several changes in one turn are told once, and only what is new is told. */
  #changed(): void {
    if (this.#scheduled || this.#closed) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const states = this.#states();
      const told = JSON.stringify([states, this.statuses]);
      if (told === this.#last) return;
      this.#last = told;
      for (const listener of this.#listeners) listener(states);
    });
  }
}
