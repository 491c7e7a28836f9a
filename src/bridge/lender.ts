// Lends readers to the card workers of the extension: raw access, nothing of what goes through is kept or logged. While
// nobody wants a reader none is claimed, so that other programs can have it.
import type { AppFrame, BridgeReaderRecord } from "../card/bridge/frames.ts";
import type { ClientWindow } from "../card/bridge/envelopes.ts";
import { toBase64 } from "../codec/base64.ts";
import type { Timer } from "../async/timer.ts";
import { within } from "../async/within.ts";
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

/**
 * One window of the extension, from its coming to its going. Known by this record and not by its number: each service
 * worker of the extension counts from 1 again, while a card of the windows before may still be at work.
 */
interface Client {
  readonly id: number;
  readonly window: ClientWindow;
  session: LenderSession | null;
}

interface OpenRoad {
  readonly road: Road;
  readonly stop: AbortController;
  /** Its readers were told for the first time, or it is closing. */
  readonly told: Promise<void>;
}

export class Lender {
  readonly #options: LenderOptions;
  readonly #clients = new Map<number, Client>();
  /** Reader id → the client whose card is powered in it, or is just being connected to. */
  readonly #users = new Map<string, Client>();
  #road: OpenRoad | null = null;
  #closing: AbortController | null = null;
  #closed: Promise<void> = Promise.resolve();
  /** Sessions whose card is still at work, though their window is gone. */
  readonly #ending = new Map<Client, Promise<void>>();
  #readers: readonly ReaderState[] = [];
  #allowed = false;

  constructor(options: LenderOptions) {
    this.#options = options;
  }

  /** A window of the extension came (or, with null, went). */
  async client(id: number, window: ClientWindow | null): Promise<void> {
    if (!this.#allowed) return;
    const known = this.#clients.get(id);
    this.#clients.delete(id);
    if (window !== null) this.#clients.set(id, { id, window, session: null });
    if (known) await this.#end(known);
    this.#show();
    if (this.#clients.size === 0) void this.#closeSoon();
  }

  frame(id: number, raw: unknown): void {
    const client = this.#clients.get(id);
    if (!client) return;
    client.session ??= this.#session(client);
    client.session.hear(raw);
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
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    for (const client of clients) void this.#end(client);
    // At once, though a card may still be at work: who comes meanwhile waits, and is not given a road that is about to close.
    await this.#close();
  }

  #isHere(client: Client): boolean {
    return this.#clients.get(client.id) === client;
  }

  #end(client: Client): Promise<void> {
    if (!client.session) return Promise.resolve();
    const ending = client.session.end().catch(() => undefined).finally(() => this.#ending.delete(client));
    this.#ending.set(client, ending);
    return ending;
  }

  #session(client: Client): LenderSession {
    const { send, appId, extensionId } = this.#options;
    return new LenderSession({
      appId,
      extensionId,
      send: (frame) => send(client.id, frame),
      road: () => this.#open(client),
      readers: () => this.#records(),
      take: (readerId, signal) => this.#take(readerId, client, signal),
      holds: (readerId) => this.#users.get(readerId) === client,
      leave: (readerId) => {
        if (this.#users.get(readerId) !== client) return;
        this.#users.delete(readerId);
        this.#show();
      },
    });
  }

  /** @returns false when another window of the extension has the reader, and keeps it */
  async #take(readerId: string, client: Client, signal: AbortSignal): Promise<boolean> {
    for (let waited = 0; !signal.aborted && this.#isHere(client); ) {
      const user = this.#users.get(readerId);
      if (!user || user === client) {
        this.#users.set(readerId, client);
        this.#show();
        return true;
      }
      if (!this.#isHere(user)) {
        // Its window is gone, so that the reader is nobody's once its card is powered down, or if that never comes to an end.
        await within(Promise.resolve(this.#ending.get(user)), endMs, this.#options.timer, signal);
        this.#forget(readerId, user, signal);
      } else if (user.window !== "prompt" && client.window === "prompt") {
        // Whose turn it is the extension's windows settle among themselves; one that hangs must not keep a prompt waiting.
        await within(Promise.resolve(user.session?.lose(readerId)), endMs, this.#options.timer, signal);
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
  #forget(readerId: string, user: Client, signal: AbortSignal): void {
    if (signal.aborted || this.#users.get(readerId) !== user) return;
    this.#users.delete(readerId);
    user.session?.giveUp(readerId);
  }

  async #open(client: Client): Promise<Road> {
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

  #mustBeHere(client: Client): void {
    if (!this.#isHere(client)) throw new CardError("BRIDGE_CLOSED", "the window is gone");
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
    const ended = within(Promise.all(this.#ending.values()), endMs, this.#options.timer);
    this.#closed = this.#closed
      .then(() => ended)
      .then(() => this.#forgetGone())
      .then(() => within(Promise.resolve(open?.road.close()), endMs, this.#options.timer))
      .then(() => undefined, () => undefined);
    this.#show();
    return this.#closed;
  }

  /** A reader that never answered is nobody's any more: its window is gone, and so is the road. */
  #forgetGone(): void {
    for (const [readerId, client] of this.#users) if (!this.#isHere(client)) this.#users.delete(readerId);
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
      return { name, card, refusal, user: user && this.#isHere(user) ? user.window : null };
    });
    this.#options.show({ readers: this.#road ? readers : null, clients: this.#clients.size });
  }
}
