// A card behind a PC/SC service: shared with other programs, ours alone only within a sequence.
import type { Timer } from "../../async/timer.ts";
import { late, within } from "../../async/within.ts";
import { type Bytes, equal } from "../bytes.ts";
import { CardError } from "../error.ts";
import { Mutex } from "../../async/mutex.ts";
import { type CardConnection, type Disposition, Feature, type FeatureCode } from "../reader.ts";
import type { PcscCard, PcscContext } from "./pcscApi.ts";
import { PcscError, toCardError } from "./pcscError.ts";
import type { ReaderFeatures } from "./readerFeatures.ts";

interface Call {
  readonly signal?: AbortSignal;
}

/** How long other programs may keep the card to themselves before we say so. */
const turnMs = 10_000;
const patienceMs = 30_000;
/** On top of the person's own time at the keypad. */
const keypadSlackMs = 10_000;
/** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER: ISO/IEC 7816-4 §11.5. */
const pinCommands = new Set([0x20, 0x24, 0x2c]);

export interface ConnectionOptions {
  readonly context: PcscContext;
  readonly card: PcscCard;
  readonly name: string;
  readonly atr: Bytes;
  readonly features: ReaderFeatures;
  readonly timer: Timer;
}

export class PcscConnection implements CardConnection {
  readonly atr: Bytes;
  readonly protocol: "t0" | "t1";
  readonly apduLength: "short" | "extended";
  readonly features: ReadonlySet<FeatureCode>;
  readonly #options: ConnectionOptions;
  readonly #calls = new Mutex();
  readonly #sequences = new Mutex();
  #card: PcscCard;
  #ended: CardError | null = null;
  /** A PIN may have gone to the card since it was last reset. */
  #trusted = false;

  constructor(options: ConnectionOptions) {
    const { card, features } = options;
    this.#options = options;
    this.#card = card;
    this.atr = options.atr;
    this.protocol = card.protocol === "t0" ? "t0" : "t1";
    this.apduLength = card.protocol === "t1" ? features.apduLength : "short";
    this.features = new Set(features.codes.keys());
  }

  transmit(apdu: Uint8Array, { signal }: Call = {}): Promise<Bytes> {
    return this.#run(signal, async () => {
      if (pinCommands.has(apdu[1] ?? 0) && apdu.length > 5) this.#trusted = true;
      const answer = await this.#card.transmit(apdu);
      if (answer.length < 2) throw new CardError("CARD_PROTOCOL", "answer shorter than a status word");
      return answer;
    });
  }

  control(feature: FeatureCode, data: Uint8Array, { signal }: Call = {}): Promise<Bytes> {
    return this.#run(signal, async () => {
      const code = this.#options.features.codes.get(feature);
      if (code === undefined) throw new CardError("READER_UNSUPPORTED", "the reader lacks this feature");
      if (feature === Feature.ccidEscape) return await this.#card.control({ feature: code }, data, patienceMs);
      this.#trusted = true;
      return await this.#card.control({ feature: code }, data, (data[0] ?? 0) * 1_000 + keypadSlackMs);
    });
  }

  sequence<T>(act: () => Promise<T>): Promise<T> {
    return this.#sequences.run(async () => {
      await this.#begin();
      try {
        return await act();
      } finally {
        await this.#end();
      }
    });
  }

  async disconnect(disposition: Disposition = "unpower"): Promise<void> {
    await this.#calls.run(async () => {
      this.#ended ??= new CardError("CARD_REMOVED", "the connection was ended");
      await this.#card.disconnect(this.#trusted && disposition === "leave" ? "reset" : disposition).catch(() => {});
      await this.#options.context.release();
    });
  }

  async #begin(): Promise<void> {
    if (this.#ended) throw this.#ended;
    try {
      await this.#turn();
    } catch (error) {
      if (!(error instanceof PcscError) || !/^(reset-card|unpowered-card)$/.test(error.code)) throw this.#note(error);
      // Reset between two sequences, by another program or by ourselves: nothing is lost that a sequence relies on.
      await this.#calls.run(async () => await this.#again()).catch((failure: unknown) => {
        throw this.#note(failure);
      });
    }
  }

  /** A new handle to the same card, and its turn. */
  async #again(): Promise<void> {
    const { context, name } = this.#options;
    await this.#card.disconnect("leave").catch(() => {});
    this.#card = await context.connect(name, "shared");
    this.#trusted = false;
    if (!equal(await this.#card.answerToReset(), this.atr)) throw new CardError("CARD_REMOVED", "another card answers");
    await this.#turn();
  }

  async #turn(): Promise<void> {
    const card = this.#card;
    const turn = card.begin();
    if ((await within(turn, turnMs, this.#options.timer)) !== late) return;
    // A turn that comes after all is given back at once.
    turn.then(() => card.end("leave")).catch(() => {});
    throw new CardError("READER_HELD", "other programs keep the card to themselves");
  }

  async #end(): Promise<void> {
    const disposition = this.#trusted ? "reset" : "leave";
    await this.#calls.run(async () => {
      if (this.#ended?.code === "READER_GONE") return;
      try {
        await this.#card.end(disposition);
        this.#trusted = false;
      } catch {
        // Card, reader or service are gone; the next call says so. What was verified ends with the connection.
      }
    });
  }

  #run(signal: AbortSignal | undefined, act: () => Promise<Bytes>): Promise<Bytes> {
    return this.#calls.run(async () => {
      if (this.#ended) throw this.#ended;
      if (signal?.aborted) throw new CardError("CANCELLED", "cancelled before the command was sent");
      try {
        return await act();
      } catch (error) {
        throw this.#note(error);
      }
    });
  }

  /** Once card or reader failed for good, every later call says the same. */
  #note(error: unknown): CardError {
    const failure = toCardError(error);
    if (/^(READER_(GONE|HELD|TIMEOUT)|CARD_(REMOVED|MUTE))$/.test(failure.code)) this.#ended = failure;
    return failure;
  }
}

