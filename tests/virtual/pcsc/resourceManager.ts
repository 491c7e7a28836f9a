// A PC/SC resource manager: contexts, handles, sharing, transactions and events as pcsc-lite documents them
// (https://pcsclite.apdu.fr/api/group__API.html). Calls throw ScardFailure. Runs in Node and in a browser.
import { DISPOSITION, infinite, pnp, ScardFailure, SCARD, SHARE, STATE } from "./codes.ts";
import { type Handle, PcscReader, type PcscReaderOptions } from "./virtualReader.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface ReaderStateIn {
  readonly name: string;
  /** Flags, and the count in the high word. */
  readonly current: number;
}

export interface ReaderStateOut extends ReaderStateIn {
  readonly event: number;
  readonly atr: Bytes;
}

/** What goes wrong on purpose; indexes count from 0 over the manager's life. */
export type PcscFault =
  /** Before the command that comes after one with this INS and data (not a question for the tries left) reaches the card. */
  | { readonly kind: "removeCard"; readonly after: number }
  /** Before this command reaches the card. */
  | { readonly kind: "removeCard" | "mute" | "unplug" | "reset" | "stop"; readonly apdu: number }
  /** The n-th call of a function returns this code, and does nothing. */
  | { readonly kind: "code"; readonly call: string; readonly nth: number; readonly code: number };

const failUnless = (held: unknown, code: number): void => {
  if (!held) throw new ScardFailure(code);
};

export class ResourceManager {
  readonly readers: PcscReader[] = [];
  readonly faults: PcscFault[] = [];
  /** Calls by function name: the benchmark's and the tests' figure. */
  readonly calls: Record<string, number> = {};
  apdus = 0;
  /** INS of the command before this one; 0: it had no data. */
  #previous = 0;
  /** How many times faster than real its clock runs. */
  pace = 1;
  stopped = false;
  /** What went wrong inside the simulation itself: tests look. */
  broken: unknown = null;
  readonly #contexts = new Map<number, { cancel: (() => void) | null }>();
  readonly #handles = new Map<number, Handle>();
  readonly #watchers = new Set<() => void>();
  #next = 1;

  plug(options: PcscReaderOptions): PcscReader {
    const reader = new PcscReader(options);
    this.readers.push(reader);
    this.#happened();
    return reader;
  }

  unplug(reader: PcscReader): void {
    reader.gone = true;
    reader.remove();
    this.readers.splice(this.readers.indexOf(reader), 1);
    this.#happened();
  }

  insert(reader: PcscReader, card: NonNullable<PcscReader["card"]>): void {
    reader.insert(card);
    this.#happened();
  }

  remove(reader: PcscReader): void {
    reader.remove();
    this.#happened();
  }

  /** The service goes down: every context and handle is forgotten. */
  stop(): void {
    this.stopped = true;
    for (const context of this.#contexts.keys()) this.#forget(context);
    this.#happened();
  }

  establish(): number {
    this.#call("SCardEstablishContext");
    failUnless(!this.stopped, SCARD.E_NO_SERVICE);
    const context = this.#next++;
    this.#contexts.set(context, { cancel: null });
    return context;
  }

  release(context: number): void {
    this.#call("SCardReleaseContext");
    this.#context(context);
    this.#forget(context);
  }

  listReaders(context: number): readonly string[] {
    this.#call("SCardListReaders");
    this.#context(context);
    failUnless(this.readers.length > 0, SCARD.E_NO_READERS_AVAILABLE);
    return this.readers.map(({ name }) => name);
  }

  cancel(context: number): void {
    this.#call("SCardCancel");
    this.#context(context).cancel?.();
  }

  async getStatusChange(context: number, timeout: number, states: readonly ReaderStateIn[]): Promise<readonly ReaderStateOut[]> {
    this.#call("SCardGetStatusChange");
    const own = this.#context(context);
    const before = this.readers.length;
    const look = (): readonly ReaderStateOut[] => states.map((state) => this.#stateOf(state, before));
    let cancelled = false;
    let late = false;
    const timer = timeout === infinite ? null : setTimeout(() => ((late = true), wake()), timeout / this.pace);
    let wake: () => void = () => {};
    own.cancel = () => ((cancelled = true), wake());
    try {
      for (;;) {
        const now = look();
        if (now.some(({ event }) => event & STATE.changed)) return now;
        await new Promise<void>((resolve) => {
          wake = resolve;
          this.#watchers.add(resolve);
        });
        this.#watchers.delete(wake);
        failUnless(this.#contexts.has(context), this.stopped ? SCARD.E_SERVICE_STOPPED : SCARD.E_INVALID_HANDLE);
        failUnless(!cancelled, SCARD.E_CANCELLED);
        failUnless(!late, SCARD.E_TIMEOUT);
      }
    } finally {
      if (timer) clearTimeout(timer);
      own.cancel = null;
    }
  }

  connect(context: number, name: string, share: number, protocols: number): Handle {
    this.#call("SCardConnect");
    this.#context(context);
    const reader = this.readers.find((one) => one.name === name);
    if (!reader) throw new ScardFailure(SCARD.E_UNKNOWN_READER);
    const direct = share === SHARE.direct;
    const others = [...reader.handles].filter((handle) => !handle.direct);
    failUnless(!others.some(({ exclusive }) => exclusive), SCARD.E_SHARING_VIOLATION);
    failUnless(share !== SHARE.exclusive || others.length === 0, SCARD.E_SHARING_VIOLATION);
    if (!direct) {
      failUnless(reader.card, SCARD.E_NO_SMARTCARD);
      if (!reader.powered) reader.powerOn();
      failUnless(protocols & reader.protocol(), SCARD.E_PROTO_MISMATCH);
    }
    const handle: Handle = { id: this.#next++, context, reader, direct, exclusive: share === SHARE.exclusive, protocol: direct ? 0 : reader.protocol(), event: "none" };
    reader.handles.add(handle);
    this.#handles.set(handle.id, handle);
    this.#happened();
    return handle;
  }

  disconnect(id: number, disposition: number): void {
    this.#call("SCardDisconnect");
    const handle = this.#handle(id);
    this.#drop(handle);
    if (disposition !== DISPOSITION.leave && handle.event === "none") handle.reader.reset(disposition === DISPOSITION.reset);
    this.#happened();
  }

  async begin(id: number): Promise<void> {
    this.#call("SCardBeginTransaction");
    const handle = this.#handle(id);
    this.#sound(handle);
    const { reader } = handle;
    while (reader.owner && reader.owner !== handle) await new Promise<void>((resolve) => reader.waiting.push(resolve));
    failUnless(this.#handles.has(id), SCARD.E_INVALID_HANDLE);
    reader.owner = handle;
  }

  end(id: number, disposition: number): void {
    this.#call("SCardEndTransaction");
    const handle = this.#handle(id);
    failUnless(!handle.reader.gone, SCARD.E_READER_UNAVAILABLE);
    failUnless(handle.reader.owner === handle, SCARD.E_NOT_TRANSACTED);
    handle.reader.letGo(handle);
    if (disposition !== DISPOSITION.leave) handle.reader.reset(disposition === DISPOSITION.reset);
  }

  async transmit(id: number, apdu: Bytes): Promise<Bytes> {
    this.#call("SCardTransmit");
    this.#accident(this.#handle(id).reader, apdu.length > 5 ? (apdu[1] ?? 0) : 0);
    const handle = this.#handle(id);
    this.#sound(handle);
    const { reader } = handle;
    failUnless(!reader.owner || reader.owner === handle, SCARD.E_SHARING_VIOLATION);
    failUnless(reader.card, SCARD.E_NO_SMARTCARD);
    failUnless(!reader.mute, SCARD.E_NOT_TRANSACTED);
    const answer = await reader.card?.transmit(apdu);
    if (!answer) throw new ScardFailure(SCARD.E_NO_SMARTCARD);
    return answer;
  }

  async control(id: number, code: number, data: Bytes): Promise<Bytes> {
    this.#call("SCardControl");
    const handle = this.#handle(id);
    if (!handle.direct) this.#sound(handle);
    return await handle.reader.control(code, data);
  }

  status(id: number): { readonly name: string; readonly protocol: number; readonly atr: Bytes; readonly state: number } {
    this.#call("SCardStatus");
    const handle = this.#handle(id);
    this.#sound(handle);
    const { reader } = handle;
    return { name: reader.name, protocol: handle.protocol, atr: reader.atr.slice(), state: reader.card ? 0x0044 : 0x0002 };
  }

  /** A client went away: pcsc-lite forgets its contexts and resets what it had open. */
  forgetAll(contexts: Iterable<number>): void {
    for (const context of contexts) if (this.#contexts.has(context)) this.#forget(context);
  }

  #forget(context: number): void {
    for (const handle of this.#handles.values()) {
      if (handle.context !== context) continue;
      this.#drop(handle);
      if (handle.reader.card && !handle.direct) handle.reader.reset(true);
    }
    const own = this.#contexts.get(context);
    this.#contexts.delete(context);
    own?.cancel?.();
    this.#happened();
  }

  #drop(handle: Handle): void {
    this.#handles.delete(handle.id);
    handle.reader.handles.delete(handle);
    handle.reader.letGo(handle);
  }

  #call(name: string): void {
    const nth = this.calls[name] ?? 0;
    this.calls[name] = nth + 1;
    for (const fault of this.faults) if (fault.kind === "code" && fault.call === name && fault.nth === nth) throw new ScardFailure(fault.code);
  }

  #accident(reader: PcscReader, ins: number): void {
    const index = this.apdus;
    const previous = this.#previous;
    this.apdus += 1;
    this.#previous = ins;
    for (const fault of this.faults) {
      if (fault.kind === "code" || ("after" in fault ? fault.after !== previous : fault.apdu !== index)) continue;
      if (fault.kind === "removeCard") this.remove(reader);
      else if (fault.kind === "unplug") this.unplug(reader);
      else if (fault.kind === "reset") reader.reset(true);
      else if (fault.kind === "mute") reader.mute = true;
      else this.stop();
    }
  }

  #sound({ reader, event }: Handle): void {
    failUnless(!reader.gone, SCARD.E_READER_UNAVAILABLE);
    failUnless(event !== "removed", SCARD.W_REMOVED_CARD);
    failUnless(event !== "reset", SCARD.W_RESET_CARD);
  }

  #context(id: number): { cancel: (() => void) | null } {
    const found = this.#contexts.get(id);
    if (!found) throw new ScardFailure(this.stopped ? SCARD.E_NO_SERVICE : SCARD.E_INVALID_HANDLE);
    return found;
  }

  #handle(id: number): Handle {
    const found = this.#handles.get(id);
    if (!found) throw new ScardFailure(this.stopped ? SCARD.E_NO_SERVICE : SCARD.E_INVALID_HANDLE);
    return found;
  }

  #stateOf({ name, current }: ReaderStateIn, readersBefore: number): ReaderStateOut {
    if (name === pnp) return { name, current, event: this.readers.length === readersBefore ? 0 : STATE.changed, atr: new Uint8Array(0) };
    const reader = this.readers.find((one) => one.name === name);
    if (!reader) throw new ScardFailure(SCARD.E_UNKNOWN_READER);
    const cards = [...reader.handles].filter(({ direct }) => !direct);
    const flags =
      (reader.card ? STATE.present : STATE.empty) |
      (reader.card && reader.mute ? STATE.mute : 0) |
      (cards.some(({ exclusive }) => exclusive) ? STATE.exclusive : 0) |
      (cards.length > 0 ? STATE.inuse : 0);
    const now = ((reader.count << 16) | flags) >>> 0;
    const known = current & 0xffff & ~STATE.changed;
    const same = known === flags && (current >>> 16 === 0 || current >>> 16 === reader.count);
    return { name, current, event: (now | (same ? 0 : STATE.changed)) >>> 0, atr: reader.card ? reader.atr.slice() : new Uint8Array(0) };
  }

  #happened(): void {
    for (const wake of this.#watchers) wake();
  }
}

