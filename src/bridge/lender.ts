// Lends readers to the card workers of the extension: raw access, nothing of what goes through is kept or logged. While
// nobody wants a reader none is claimed, so that other programs can have it.
import type { AppFrame, BridgeReaderRecord } from "../card/bridge/frames.ts";
import type { ClientWindow } from "../card/bridge/envelopes.ts";
import { toBase64 } from "../codec/base64.ts";
import type { Timer } from "../card/ccid/timer.ts";
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
/** A reader that never answers must not keep the next window waiting for ever; no command to a card may take this long. */
const endMs = 90_000;

export class Lender {
  readonly #options: LenderOptions;
  readonly #clients = new Map<number, { readonly window: ClientWindow; session: LenderSession | null }>();
  /** Reader id → the client whose card is powered in it. */
  readonly #users = new Map<string, number>();
  #road: { readonly road: Road; readonly stop: AbortController } | null = null;
  #closing: AbortController | null = null;
  #closed: Promise<void> = Promise.resolve();
  /** Sessions whose card is still at work, though their window is gone. */
  readonly #ending = new Set<Promise<void>>();
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
    await this.#end(known?.session);
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
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    for (const { session } of clients) void this.#end(session);
    // At once, though a card may still be at work: who comes meanwhile waits, and is not given a road that is about to close.
    await this.#close();
  }

  #end(session: LenderSession | null | undefined): Promise<void> {
    if (!session) return Promise.resolve();
    const ending = session.end().catch(() => undefined).finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
    return ending;
  }

  #session(client: number): LenderSession {
    const { send, appId, extensionId } = this.#options;
    return new LenderSession({
      appId,
      extensionId,
      send: (frame) => send(client, frame),
      road: async () => await this.#open(),
      readers: () => this.#records(),
      take: async (readerId) => {
        const user = this.#users.get(readerId);
        if (user !== undefined && user !== client) {
          // Whose turn it is the extension's windows settle among themselves; one that hangs must not keep a prompt waiting.
          if (this.#clients.get(client)?.window === "prompt" && this.#clients.get(user)?.window !== "prompt") await this.#clients.get(user)?.session?.lose(readerId);
          else if (!(await this.#left(readerId))) return false;
        }
        this.#users.set(readerId, client);
        this.#show();
        return true;
      },
      leave: (readerId) => {
        if (this.#users.get(readerId) !== client) return;
        this.#users.delete(readerId);
        this.#show();
      },
    });
  }

  /** A window that was closed in this moment is heard of later than the next one's wish. @returns whether it left the reader */
  async #left(readerId: string): Promise<boolean> {
    for (let waited = 0; waited < leaveMs && this.#users.has(readerId); waited += leaveMs / 30) await this.#options.timer.after(leaveMs / 30);
    return !this.#users.has(readerId);
  }

  async #open(): Promise<Road> {
    this.#closing?.abort();
    this.#closing = null;
    await this.#closed;
    if (!this.#road) {
      const road = this.#options.openRoad();
      const stop = new AbortController();
      this.#road = { road, stop };
      await new Promise<void>((resolve) => {
        road.watch((readers) => {
          this.#readers = readers;
          this.#tell();
          resolve();
        }, stop.signal);
      });
    }
    return this.#road.road;
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
    const waiting = new AbortController();
    const ended = Promise.race([Promise.all(this.#ending), this.#options.timer.after(endMs, waiting.signal)]).finally(() => waiting.abort());
    this.#closed = this.#closed
      .then(() => ended)
      .then(() => this.#forgetGone())
      .then(() => open?.road.close())
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
