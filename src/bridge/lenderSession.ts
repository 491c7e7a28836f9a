// One card worker's requests: opened, answered once each, and forgotten. See: [Note: sealed bytes].
import { type AppFrame, type BridgeReaderRecord, type ClientFrame, parseClientFrame } from "../card/bridge/frames.ts";
import { boundTo, Seal } from "../card/bridge/seal.ts";
import { wipe } from "../card/bytes.ts";
import { CardError, toFailure } from "../card/error.ts";
import type { CardConnection, Disposition } from "../card/reader.ts";
import type { Road } from "../card/service/road.ts";
import { toBase64 } from "../codec/base64.ts";

export interface SessionOptions {
  readonly appId: string;
  readonly extensionId: string;
  readonly send: (frame: AppFrame) => void;
  readonly road: () => Promise<Road>;
  readonly readers: () => readonly BridgeReaderRecord[];
  /** @returns false when another client has this reader. */
  readonly take: (readerId: string, signal: AbortSignal) => Promise<boolean>;
  /** Whether it is still this client's: one that hung too long loses its reader to another. */
  readonly holds: (readerId: string) => boolean;
  readonly leave: (readerId: string) => void;
}

type Request = Extract<ClientFrame, { readonly id: number }>;
type Exchange = Extract<ClientFrame, { readonly op: "transmit" | "control" }>;

interface Card {
  readonly reader: string;
  readonly connection: CardConnection;
  /** Stops commands under way. */
  readonly stop: AbortController;
  /** It is being disconnected: no command any more. */
  ended: Promise<void> | null;
}

interface Running {
  readonly frame: Request;
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

export class LenderSession {
  readonly #options: SessionOptions;
  readonly #cards = new Map<number, Card>();
  readonly #running = new Map<number, Running>();
  #seal: Promise<Seal> | null = null;
  #nextCard = 1;
  /** The greatest number that came: one is never answered twice under a key. */
  #lastRequest = 0;
  #ended = false;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  hear(raw: unknown): void {
    const frame = parseClientFrame(raw);
    if (!frame || this.#ended) return;
    if (frame.op === "open") {
      this.#open(frame.key, frame.version);
    } else if (frame.op === "cancel") {
      this.#running.get(frame.id)?.stop.abort();
    } else if (this.#seal && frame.id > this.#lastRequest) {
      // Before the keys are agreed on, a request is one that was meant for a window of this app which is gone: whoever
      // sent it has been told so, and its number must stay free for this session's own.
      this.#lastRequest = frame.id;
      const stop = new AbortController();
      this.#running.set(frame.id, { frame, stop, done: this.#serve(frame, stop.signal) });
    }
  }

  tellReaders(readers: readonly BridgeReaderRecord[]): void {
    if (this.#seal) this.#send({ op: "readers", readers });
  }

  /**
   * Ends what this client has of one reader, also a connect that is under way: it would power the card down when it
   * comes to its end, and by then the card may be another window's.
   * @param before only the connects that were asked for before this request
   */
  async lose(reader: string, before = Infinity): Promise<void> {
    const connects = [...this.#running.values()].filter(({ frame }) => frame.op === "connect" && frame.reader === reader && frame.id < before);
    for (const { stop } of connects) stop.abort(new CardError("READER_BUSY", "the reader went to another"));
    await Promise.all(connects.map(({ done }) => done));
    for (const [card, { reader: other }] of this.#cards) if (other === reader) await this.#drop(card, "unpower");
  }

  /** The reader went to another, though a command was still at work in it: what that would do yet would be done under the other's PIN. */
  giveUp(reader: string): void {
    for (const card of this.#cards.values()) if (card.reader === reader) card.stop.abort();
  }

  /** Powers every card down, also one that is just being connected to: whoever comes next finds none that remembers a PIN. */
  async end(): Promise<void> {
    this.#ended = true;
    const running = [...this.#running.values()];
    for (const { stop } of running) stop.abort();
    await Promise.all([...[...this.#cards.keys()].map((card) => this.#drop(card, "unpower")), ...running.map(({ done }) => done)]);
    (await this.#seal?.catch(() => null))?.end();
  }

  #open(peerKey: string, version: number): void {
    // One key for one session: a second offer would begin the numbers anew.
    if (this.#seal) return;
    const { appId, extensionId } = this.#options;
    const offered = Seal.offer();
    this.#seal = offered.then(({ agree }) => agree(peerKey, "app", { appId, extensionId, version }));
    this.#seal.then(async () => this.#send({ op: "opened", key: (await offered).key })).catch(() => (this.#seal = null));
  }

  /** Never throws. */
  async #serve(frame: Request, signal: AbortSignal): Promise<void> {
    try {
      this.#send({ op: "done", id: frame.id, ...(await this.#act(frame, signal)) });
    } catch (error) {
      const { code, detail } = toFailure(error);
      this.#send({ op: "failed", id: frame.id, code, detail });
    } finally {
      this.#running.delete(frame.id);
    }
  }

  async #act(frame: Request, signal: AbortSignal): Promise<Partial<Extract<AppFrame, { op: "done" }>>> {
    switch (frame.op) {
      case "refresh":
        await (await this.#options.road()).refresh();
        this.tellReaders(this.#options.readers());
        return {};
      case "connect":
        return await this.#connect(frame, signal);
      case "disconnect":
        await this.#drop(frame.card, frame.disposition);
        return {};
      case "transmit":
      case "control":
        return { sealed: await this.#exchange(frame, signal) };
      default:
        return {};
    }
  }

  async #connect({ id, reader }: Extract<Request, { readonly op: "connect" }>, signal: AbortSignal): Promise<Partial<Extract<AppFrame, { op: "done" }>>> {
    await this.lose(reader, id);
    if (!(await this.#options.take(reader, signal))) throw stopped(signal) ?? new CardError("READER_BUSY", "another window of the extension uses this reader");
    try {
      const connection = await (await this.#options.road()).connect(reader, { signal });
      if (signal.aborted) {
        // Powered down before anybody else is given the reader. Who hung until it was given away leaves the card alone.
        await connection.disconnect(this.#options.holds(reader) ? "unpower" : "leave");
        throw new CardError("CANCELLED", "no longer wanted when the card was powered");
      }
      const card = this.#nextCard;
      this.#nextCard += 1;
      this.#cards.set(card, { reader, connection, stop: new AbortController(), ended: null });
      const { atr, protocol, apduLength, features } = connection;
      return { connected: { card, atr: toBase64(atr), protocol, apduLength, features: [...features] } };
    } catch (error) {
      this.#options.leave(reader);
      throw stopped(signal) ?? error;
    }
  }

  async #exchange(frame: Exchange, signal: AbortSignal): Promise<string> {
    const seal = await this.#seal;
    const card = this.#cards.get(frame.card);
    if (!seal || !card || card.ended) throw new CardError("CARD_REMOVED", "no such connection");
    const { connection } = card;
    const call = { signal: AbortSignal.any([signal, card.stop.signal]) };
    const bound = boundTo(frame.op, frame.card, frame.op === "control" ? frame.feature : 0);
    const command = seal.open(frame.id, bound, frame.sealed);
    try {
      const answer = await (frame.op === "control" ? connection.control(frame.feature, command, call) : connection.transmit(command, call));
      const sealed = seal.seal(frame.id, bound, answer);
      wipe(answer);
      return sealed;
    } finally {
      wipe(command);
    }
  }

  /** Whoever asks twice waits for the same end. */
  async #drop(card: number, disposition: Disposition): Promise<void> {
    const known = this.#cards.get(card);
    if (known) await (known.ended ??= this.#disconnect(card, known, disposition));
  }

  /** A command under way comes to its end first. Is the reader another's by then, so is the card in it, which is left alone. */
  async #disconnect(card: number, { reader, connection }: Card, disposition: Disposition): Promise<void> {
    const commands = [...this.#running.values()].filter(({ frame }) => (frame.op === "transmit" || frame.op === "control") && frame.card === card);
    await Promise.all(commands.map(({ done }) => done));
    await connection.disconnect(this.#options.holds(reader) ? disposition : "leave").finally(() => {
      this.#cards.delete(card);
      this.#options.leave(reader);
    });
  }

  #send(frame: AppFrame): void {
    if (!this.#ended) this.#options.send(frame);
  }
}

/** Why a request was given up, if it was. */
function stopped({ aborted, reason }: AbortSignal): CardError | null {
  if (!aborted) return null;
  return reason instanceof CardError ? reason : new CardError("CANCELLED", "cancelled");
}
