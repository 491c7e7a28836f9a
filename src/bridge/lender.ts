// Lends readers to the card workers of the extension: raw access, nothing of what goes through is kept or logged. While
// nobody wants a reader none is claimed, so that other programs can have it.
import type { AppFrame, BridgeReaderRecord } from "../card/bridge/frames.ts";
import type { ClientWindow } from "../card/bridge/envelopes.ts";
import { toBase64 } from "../codec/base64.ts";
import type { Timer } from "../card/ccid/timer.ts";
import { CardError } from "../card/error.ts";
import type { ReaderState } from "../card/reader.ts";
import type { Road } from "../card/service/road.ts";
import { LenderSession } from "./lenderSession.ts";

/** What the window shows. */
export interface LenderView {
  /** null while no window of the extension wants a reader: nothing is claimed then. */
  readonly readers: readonly { readonly name: string; readonly card: ReaderState["card"]; readonly refusal: ReaderState["refusal"]; readonly user: ClientWindow | null }[] | null;
  readonly clients: number;
}

export interface LenderOptions {
  readonly openRoad: () => Road;
  readonly appId: string;
  readonly extensionId: string;
  readonly timer: Timer;
  readonly send: (client: number, frame: AppFrame) => void;
  readonly show: (view: LenderView) => void;
}

/** Windows of the extension follow one another: a prompt closes, the home page comes back. */
const lingerMs = 1_500;
/** How long a reader's last user may take to be gone: its lock falls first, word of it comes over two ports. */
const leaveMs = 3_000;
const leaveStepMs = 100;
/** A reader that never answers must not keep the next window waiting for ever; no command to a card may take this long. */
const endMs = 90_000;

interface OpenRoad {
  readonly road: Road;
  readonly stop: AbortController;
  /** Its readers were told for the first time, or it is closing. */
  readonly told: Promise<void>;
}

export class Lender {
  readonly #options: LenderOptions;
  readonly #clients = new Map<number, { readonly window: ClientWindow; session: LenderSession | null }>();
  /** Reader id → the client whose card is powered in it. */
  readonly #users = new Map<string, number>();
  #road: OpenRoad | null = null;
  #closing: AbortController | null = null;
  #closed: Promise<void> = Promise.resolve();
  /** Sessions whose card is still at work, though their window is gone, by client. */
  readonly #ending = new Map<number, Promise<void>>();
  #readers: readonly ReaderState[] = [];
  #allowed = false;

  constructor(options: LenderOptions) {
    this.#options = options;
  }

  /** A window of the extension came (or, with null, went). */
  async client(client: number, window: ClientWindow | null): Promise<void> {
    if (!this.#allowed) return;
    const known = this.#clients.get(client);
    this.#clients.delete(client);
    if (window !== null) this.#clients.set(client, { window, session: null });
    await this.#end(client, known?.session);
    this.#show();
    if (this.#clients.size === 0) void this.#closeSoon();
  }

  frame(client: number, raw: unknown): void {
    const known = this.#clients.get(client);
    if (!known) return;
    known.session ??= this.#session(client);
    known.session.hear(raw);
  }

  /** What the person decided. Without it nothing is lent, whoever says what; withdrawing it gives every reader back. */
  async allow(allowed: boolean): Promise<void> {
    this.#allowed = allowed;
    if (!allowed) await this.reset();
  }

  /** Looks again for readers, if anybody wants one. */
  async look(): Promise<void> {
    await this.#road?.road.refresh();
  }

  /** Ends every session and gives every reader back: the person pressed "stop", or the extension is gone. */
  async reset(): Promise<void> {
    const clients = [...this.#clients];
    this.#clients.clear();
    for (const [client, { session }] of clients) void this.#end(client, session);
    // At once, though a card may still be at work: who comes meanwhile waits, and is not given a road that is about to close.
    await this.#close();
  }

  #end(client: number, session: LenderSession | null | undefined): Promise<void> {
    if (!session) return Promise.resolve();
    const ending = session.end().catch(() => undefined).finally(() => this.#ending.delete(client));
    this.#ending.set(client, ending);
    return ending;
  }

  #session(client: number): LenderSession {
    const { send, appId, extensionId } = this.#options;
    return new LenderSession({
      appId,
      extensionId,
      send: (frame) => send(client, frame),
      road: () => this.#open(client),
      readers: () => this.#records(),
      take: (readerId, signal) => this.#take(readerId, client, signal),
      leave: (readerId) => {
        if (this.#users.get(readerId) !== client) return;
        this.#users.delete(readerId);
        this.#show();
      },
    });
  }

  /** @returns false when another window of the extension has the reader, and keeps it */
  async #take(readerId: string, client: number, signal: AbortSignal): Promise<boolean> {
    for (let waited = 0; !signal.aborted && this.#clients.has(client); ) {
      const user = this.#users.get(readerId);
      const other = user === undefined ? undefined : this.#clients.get(user);
      if (user === undefined || user === client) {
        this.#users.set(readerId, client);
        this.#show();
        return true;
      }
      if (!other) {
        // Its window is gone, so that the reader is nobody's once its card is powered down, or if that never comes to an end.
        await this.#within(endMs, this.#ending.get(user), signal);
        this.#forget(readerId, user, signal);
      } else if (other.window !== "prompt" && this.#clients.get(client)?.window === "prompt") {
        // Whose turn it is the extension's windows settle among themselves; one that hangs must not keep a prompt waiting.
        await this.#within(endMs, other.session?.lose(readerId), signal);
        this.#forget(readerId, user, signal);
      } else {
        // A window that was closed in this moment is heard of later than the next one's wish.
        if (waited >= leaveMs) return false;
        await this.#options.timer.after(leaveStepMs, signal);
        waited += leaveStepMs;
      }
    }
    return false;
  }

  /** What a wait for `user` was for; not when whoever waited went first. */
  #forget(readerId: string, user: number, signal: AbortSignal): void {
    if (!signal.aborted && this.#users.get(readerId) === user) this.#users.delete(readerId);
  }

  /** `act`, but no longer than `ms`, nor than until `signal`. */
  async #within(ms: number, act: Promise<unknown> | undefined, signal?: AbortSignal): Promise<void> {
    const done = new AbortController();
    const until = signal ? AbortSignal.any([done.signal, signal]) : done.signal;
    await Promise.race([act, this.#options.timer.after(ms, until)]).finally(() => done.abort());
  }

  async #open(client: number): Promise<Road> {
    this.#mustBeHere(client);
    this.#closing?.abort();
    this.#closing = null;
    await this.#closed;
    // Gone while it waited: a road that nobody wants any more would keep its readers from everybody else.
    this.#mustBeHere(client);
    this.#road ??= this.#openRoad();
    const { road, stop, told } = this.#road;
    await told;
    if (stop.signal.aborted) throw new CardError("BRIDGE_CLOSED", "the readers are being given back");
    return road;
  }

  #mustBeHere(client: number): void {
    if (!this.#clients.has(client)) throw new CardError("BRIDGE_CLOSED", "the window is gone");
  }

  #openRoad(): OpenRoad {
    const road = this.#options.openRoad();
    const stop = new AbortController();
    const told = new Promise<void>((resolve) => {
      stop.signal.addEventListener("abort", () => resolve());
      road.watch((readers) => {
        this.#readers = readers;
        this.#tell();
        resolve();
      }, stop.signal);
    });
    return { road, stop, told };
  }

  async #closeSoon(): Promise<void> {
    const closing = new AbortController();
    this.#closing?.abort();
    this.#closing = closing;
    await this.#options.timer.after(lingerMs, closing.signal);
    if (!closing.signal.aborted && this.#clients.size === 0) await this.#close();
  }

  /** The road goes when no card is at work on it any more. */
  #close(): Promise<void> {
    const open = this.#road;
    this.#road = null;
    this.#readers = [];
    open?.stop.abort();
    const ended = this.#within(endMs, Promise.all(this.#ending.values()));
    this.#closed = this.#closed
      .then(() => ended)
      .then(() => this.#forgetGone())
      .then(() => this.#within(endMs, open?.road.close()))
      .catch(() => undefined);
    this.#show();
    return this.#closed;
  }

  /** A reader that never answered is nobody's any more: its window is gone, and so is the road. */
  #forgetGone(): void {
    for (const [readerId, client] of this.#users) if (!this.#clients.has(client)) this.#users.delete(readerId);
  }

  #tell(): void {
    const readers = this.#records();
    for (const { session } of this.#clients.values()) session?.tellReaders(readers);
    this.#show();
  }

  #records(): readonly BridgeReaderRecord[] {
    const road = this.#road?.road;
    return this.#readers.map(({ id, name, usbId, slot, insertions, card, refusal }) => {
      const { interfaceClass = null, descriptor = null } = road?.describe(id) ?? {};
      return { id, name, usbId, slot, insertions, card, refusal, interfaceClass, descriptor: descriptor && toBase64(descriptor) };
    });
  }

  #show(): void {
    const readers = this.#readers.map(({ id, name, card, refusal }) => {
      const user = this.#users.get(id);
      return { name, card, refusal, user: (user === undefined ? null : this.#clients.get(user)?.window) ?? null };
    });
    this.#options.show({ readers: this.#road ? readers : null, clients: this.#clients.size });
  }
}
