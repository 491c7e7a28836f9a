// A road over a PC/SC service: follows its readers, connects to their cards.
import type { Timer } from "../../async/timer.ts";
import { within } from "../../async/within.ts";
import { CardError } from "../error.ts";
import type { CardConnection, ReaderId, ReaderState, RoadName } from "../reader.ts";
import type { ReaderDescription, Road, RoadState } from "../service/road.ts";
import type { Pcsc, PcscContext, PcscReaderState } from "./pcscApi.ts";
import { holdCard } from "./heldCard.ts";
import { PcscConnection } from "./pcscConnection.ts";
import { type PcscCode, PcscError, toCardError } from "./pcscError.ts";
import { noFeatures, type ReaderFeatures, readFeatures } from "./readerFeatures.ts";
import { displayName, slotOf } from "./readerName.ts";

type Listener = (readers: readonly ReaderState[]) => void;

export interface PcscOptions {
  readonly road: RoadName;
  readonly pcsc: Pcsc;
  readonly timer: Timer;
  /**
   * Whether to ask each reader for its USB id as soon as it is seen, by a connection to the reader without its card.
   * Where connecting makes the browser ask the person, that waits until a card is wanted.
   */
  readonly identify: boolean;
  /** Keep the card from others as long as a connection lasts, instead of sequence by sequence. */
  readonly hold?: boolean;
}

interface Known {
  readonly state: PcscReaderState;
  readonly insertions: number;
}

/** A reader that comes between looking and waiting is seen after this long at the latest. */
const lookMs = 5_000;
/** A service that failed is asked again at once, then after longer and longer times. */
const restsMs = [50, 250, 1_000, 2_000, 5_000, 10_000, 30_000] as const;
/** One bad answer is not a lost service: readers are kept for this many. */
const forgiven = 2;
/** After these the service has forgotten us, or is not there. */
const lost: ReadonlySet<PcscCode> = new Set(["no-service", "service-stopped", "invalid-handle", "shutdown", "system-cancelled", "security-violation", "no-access"]);
const goodbyeMs = 1_000;

export class PcscReaders implements Road {
  readonly #options: PcscOptions;
  readonly #listeners = new Set<Listener>();
  readonly #stop = new AbortController();
  readonly #features = new Map<string, ReaderFeatures>();
  #known: ReadonlyMap<string, Known> = new Map();
  /** Ends the wait for a change, or the rest after a failure, so that the readers are looked at anew. */
  #wake: AbortController | null = null;
  #looked: Promise<void>;
  #sayLooked: () => void = () => {};
  readonly #running: Promise<void>;

  constructor(options: PcscOptions) {
    this.#options = options;
    // That it is ready is told with its readers, once they have been looked at.
    options.pcsc.onState?.(() => void (this.state === "ready" || this.#tell()));
    this.#looked = new Promise((resolve) => (this.#sayLooked = resolve));
    this.#running = this.#run();
  }

  get state(): RoadState {
    return this.#options.pcsc.state ?? "ready";
  }

  async list(): Promise<readonly ReaderState[]> {
    await this.refresh();
    return this.#states();
  }

  watch(listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener("abort", () => this.#listeners.delete(listener));
    void this.#looked.then(() => {
      if (this.#listeners.has(listener)) listener(this.#states());
    });
  }

  async refresh(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    if (!this.#wake) {
      this.#options.pcsc.giveUp?.();
      return await this.#looked;
    }
    this.#looked = new Promise((resolve) => (this.#sayLooked = resolve));
    this.#wake.abort();
    await this.#looked;
  }

  async connect(id: ReaderId, options: { readonly signal?: AbortSignal } = {}): Promise<CardConnection> {
    const { pcsc, timer } = this.#options;
    const name = [...this.#known.keys()].find((one) => this.#id(one) === id);
    if (name === undefined) throw new CardError("READER_GONE", "no such reader any more");
    let context: PcscContext | null = null;
    try {
      context = await pcsc.establish();
      const card = await connectAnew(context, name);
      if (options.signal?.aborted) throw new CardError("CANCELLED", "cancelled while connecting");
      if (card.protocol !== "t0" && card.protocol !== "t1") throw new PcscError("proto-mismatch");
      const atr = await card.answerToReset();
      const features = this.#features.get(name) ?? (await readFeatures(card));
      if (!this.#features.has(name)) this.#identified(name, features);
      const connection = new PcscConnection({ context, card, name, atr, features, timer });
      return this.#options.hold ? await holdCard(connection) : connection;
    } catch (error) {
      await context?.release();
      throw toCardError(error);
    }
  }

  describe(): ReaderDescription {
    return { interfaceClass: null, descriptor: null };
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#wake?.abort();
    this.#listeners.clear();
    this.#sayLooked();
    await within(this.#running, goodbyeMs, this.#options.timer);
    this.#options.pcsc.close?.();
  }

  async #run(): Promise<void> {
    const { pcsc, timer } = this.#options;
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      let context: PcscContext | null = null;
      try {
        context = await pcsc.establish();
        await this.#follow(context, () => (failures = 0));
      } catch (error) {
        failures += 1;
        const gone = !(error instanceof PcscError) || lost.has(error.code);
        if (gone || failures > forgiven) this.#take([]);
      }
      await context?.release();
      this.#sayLooked();
      this.#wake = new AbortController();
      const wake = AbortSignal.any([this.#wake.signal, this.#stop.signal]);
      // A no is not asked for again until the person wants another look.
      if (this.state === "refused") await aborted(wake);
      else await timer.after(restsMs[Math.min(failures, restsMs.length) - 1] ?? 0, wake);
      if (this.#wake.signal.aborted) failures = 0;
      this.#wake = null;
    }
  }

  async #follow(context: PcscContext, onLooked: () => void): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const wake = new AbortController();
      this.#wake = wake;
      try {
        const names = await context.listReaders();
        const states = names.length > 0 ? await context.states(names) : [];
        if (this.#options.identify) await this.#identify(context, names);
        this.#take(states);
        this.#sayLooked();
        onLooked();
        await context.waitForChange(states, lookMs, AbortSignal.any([wake.signal, this.#stop.signal]));
      } catch (error) {
        // A reader went while it was being looked at, or it is time to look again.
        if (!(error instanceof PcscError) || !/^(unknown-reader|timeout|cancelled|reader-unavailable)$/.test(error.code)) throw error;
        if (error.code !== "cancelled" && error.code !== "timeout") await this.#options.timer.after(50, this.#stop.signal);
      } finally {
        this.#wake = null;
      }
    }
  }

  async #identify(context: PcscContext, names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (this.#features.has(name)) continue;
      let features = noFeatures;
      try {
        const reader = await context.connect(name, "direct");
        features = await readFeatures(reader);
        await reader.disconnect("leave");
      } catch (error) {
        if (error instanceof PcscError && error.code === "unknown-reader") throw error;
        // A reader that does not say what it is can be used all the same: a card's connection asks once more.
        continue;
      }
      this.#features.set(name, features);
    }
  }

  #identified(name: string, features: ReaderFeatures): void {
    this.#features.set(name, features);
    this.#tell();
  }

  #take(states: readonly PcscReaderState[]): void {
    const before = this.#known;
    this.#known = new Map(states.map((state) => [state.name, { state, insertions: insertionsOf(before.get(state.name), state) }]));
    for (const name of this.#features.keys()) if (!this.#known.has(name)) this.#features.delete(name);
    this.#tell();
  }

  #tell(): void {
    const states = this.#states();
    for (const listener of this.#listeners) listener(states);
  }

  #id(name: string): ReaderId {
    return `${this.#options.road}:${name}`;
  }

  #states(): readonly ReaderState[] {
    return [...this.#known].map(([name, { state, insertions }]) => ({
      id: this.#id(name),
      name: displayName(name),
      road: this.#options.road,
      usbId: this.#features.get(name)?.usbId ?? null,
      slot: slotOf(name),
      insertions,
      card: cardOf(state),
      refusal: state.flags.exclusive ? "READER_HELD" : null,
    }));
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

/** A card left unpowered, or reset by the program before us, is asked once more. */
async function connectAnew(context: PcscContext, name: string) {
  try {
    return await context.connect(name, "shared");
  } catch (error) {
    if (!(error instanceof PcscError) || !/^(reset-card|unpowered-card)$/.test(error.code)) throw error;
    return await context.connect(name, "shared");
  }
}

function cardOf({ flags }: PcscReaderState): ReaderState["card"] {
  if (flags.unavailable || flags.unknown) return "unknown";
  if (!flags.present) return flags.empty ? "absent" : "unknown";
  return flags.mute ? "mute" : "present";
}

/** Counts a card that is there now and was not, or that came and went unseen (the service counts both). */
function insertionsOf(before: Known | undefined, now: PcscReaderState): number {
  const insertions = before?.insertions ?? 0;
  if (!now.flags.present) return insertions;
  const fresh = !before?.state.flags.present || now.count !== before.state.count;
  return fresh ? insertions + 1 : insertions;
}
