// navigator.smartCard over the resource manager, by the algorithms of https://wicg.github.io/web-smart-card/: one
// operation at a time in a context, transactions as callbacks, and the specification's mapping of return codes.
import type { WebDisposition, WebProtocol, WebReaderStateIn, WebReaderStateOut, WebSmartCard, WebSmartCardConnection, WebSmartCardContext } from "../../../src/card/smartcard/webSmartCard.ts";
import { DISPOSITION, infinite, PROTOCOL, ScardFailure, SCARD, SHARE, STATE } from "./codes.ts";
import type { ResourceManager } from "./resourceManager.ts";
import type { Handle } from "./virtualReader.ts";

class SmartCardError extends DOMException {
  readonly responseCode: string;

  constructor(responseCode: string) {
    super("smart card", "SmartCardError");
    this.responseCode = responseCode;
  }
}

/** § SmartCardResponseCode, by the return code that it stands for. */
export const responseCodes: ReadonlyMap<number, string> = new Map([
  [SCARD.E_NO_SERVICE, "no-service"],
  [SCARD.E_NO_SMARTCARD, "no-smartcard"],
  [SCARD.E_NOT_READY, "not-ready"],
  [SCARD.E_NOT_TRANSACTED, "not-transacted"],
  [SCARD.E_PROTO_MISMATCH, "proto-mismatch"],
  [SCARD.E_READER_UNAVAILABLE, "reader-unavailable"],
  [SCARD.W_REMOVED_CARD, "removed-card"],
  [SCARD.W_RESET_CARD, "reset-card"],
  [SCARD.E_SERVER_TOO_BUSY, "server-too-busy"],
  [SCARD.E_SHARING_VIOLATION, "sharing-violation"],
  [SCARD.E_SYSTEM_CANCELLED, "system-cancelled"],
  [SCARD.E_UNKNOWN_READER, "unknown-reader"],
  [SCARD.W_UNPOWERED_CARD, "unpowered-card"],
  [SCARD.W_UNRESPONSIVE_CARD, "unresponsive-card"],
  [SCARD.W_UNSUPPORTED_CARD, "unsupported-card"],
  [SCARD.E_UNSUPPORTED_FEATURE, "unsupported-feature"],
]);

/** § SmartCardError: the exception that corresponds to a return code. */
function exceptionFor(error: unknown): unknown {
  if (!(error instanceof ScardFailure)) return error;
  const code = responseCodes.get(error.code);
  if (code) return new SmartCardError(code);
  if (error.code === SCARD.E_INVALID_PARAMETER) return new TypeError("invalid parameter");
  if (error.code === SCARD.E_INVALID_HANDLE || error.code === SCARD.E_SERVICE_STOPPED) return new DOMException("", "InvalidStateError");
  return new DOMException("", error.code === SCARD.P_SHUTDOWN ? "AbortError" : "UnknownError");
}

const invalidState = (): DOMException => new DOMException("an operation is in progress", "InvalidStateError");
const bytesOf = (source: BufferSource): Uint8Array<ArrayBuffer> =>
  source instanceof ArrayBuffer ? new Uint8Array(source.slice(0)) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
const named = (flags: number): WebReaderStateOut["eventState"] =>
  Object.fromEntries(Object.entries(STATE).filter(([, bit]) => bit !== 0 && flags & bit).map(([name]) => [name, true]));

class Context implements WebSmartCardContext {
  readonly manager: ResourceManager;
  readonly id: number;
  readonly transactions = new Map<string, Connection>();
  readonly connections = new Set<Connection>();
  inProgress = false;

  constructor(manager: ResourceManager, id: number) {
    this.manager = manager;
    this.id = id;
  }

  /** One operation, its outcome a task later. */
  async operate<T>(act: () => T | Promise<T>): Promise<T> {
    if (this.inProgress) throw invalidState();
    this.inProgress = true;
    try {
      await Promise.resolve();
      return await act();
    } catch (error) {
      throw exceptionFor(error);
    } finally {
      this.inProgress = false;
      for (const connection of this.connections) connection.endIfSettled();
    }
  }

  listReaders(): Promise<readonly string[]> {
    return this.operate(() => {
      try {
        return this.manager.listReaders(this.id);
      } catch (error) {
        if (error instanceof ScardFailure && error.code === SCARD.E_NO_READERS_AVAILABLE) return [];
        throw error;
      }
    });
  }

  async getStatusChange(states: readonly WebReaderStateIn[], { timeout, signal }: { timeout?: number; signal?: AbortSignal } = {}): Promise<readonly WebReaderStateOut[]> {
    signal?.throwIfAborted();
    const cancel = (): void => this.manager.cancel(this.id);
    signal?.addEventListener("abort", cancel);
    try {
      return await this.operate(async () => {
        const asked = states.map(({ readerName, currentState, currentCount = 0 }) => ({
          name: readerName,
          current: ((currentCount << 16) | Object.entries(currentState).reduce((sum, [flag, set]) => sum | (set ? STATE[flag as keyof typeof STATE] : 0), 0)) >>> 0,
        }));
        const seen = await this.manager.getStatusChange(this.id, timeout ?? infinite, asked);
        return seen.map(({ name, event, atr }) => ({ readerName: name, eventState: named(event & 0xffff), eventCount: event >>> 16, answerToReset: atr.buffer }));
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener("abort", cancel);
    }
  }

  async connect(name: string, access: keyof typeof SHARE, { preferredProtocols = [] }: { preferredProtocols?: readonly WebProtocol[] } = {}) {
    if (this.transactions.has(name)) throw invalidState();
    return await this.operate(() => {
      const handle = this.manager.connect(this.id, name, SHARE[access], preferredProtocols.reduce((sum, one) => sum | PROTOCOL[one], 0));
      const connection = new Connection(this, handle);
      this.connections.add(connection);
      const activeProtocol = (["t0", "t1", "raw"] as const).find((one) => PROTOCOL[one] === handle.protocol);
      return { connection, ...(activeProtocol ? { activeProtocol } : {}) };
    });
  }
}

class Connection implements WebSmartCardConnection {
  readonly #context: Context;
  readonly #handle: Handle;
  #connected = true;
  #transaction: { pending: WebDisposition | null; resolve: () => void; reject: (error: unknown) => void } | null = null;

  constructor(context: Context, handle: Handle) {
    this.#context = context;
    this.#handle = handle;
  }

  /** The checks that every method begins with. */
  async #operate<T>(act: () => T | Promise<T>): Promise<T> {
    const holder = this.#context.transactions.get(this.#handle.reader.name);
    if (this.#context.inProgress || (holder && holder !== this) || !this.#connected) throw invalidState();
    return await this.#context.operate(act);
  }

  async disconnect(disposition: WebDisposition = "leave"): Promise<void> {
    await this.#operate(() => this.#context.manager.disconnect(this.#handle.id, DISPOSITION[disposition]));
    this.#connected = false;
  }

  async transmit(buffer: BufferSource, { protocol }: { protocol?: WebProtocol } = {}): Promise<ArrayBuffer> {
    if (!(protocol ? PROTOCOL[protocol] : this.#handle.protocol)) throw invalidState();
    const apdu = bytesOf(buffer);
    return await this.#operate(async () => (await this.#context.manager.transmit(this.#handle.id, apdu)).slice().buffer);
  }

  async startTransaction(transaction: () => Promise<WebDisposition | null | undefined>, { signal }: { signal?: AbortSignal } = {}): Promise<void> {
    const { name } = this.#handle.reader;
    if (this.#context.transactions.has(name) || this.#transaction) throw invalidState();
    signal?.throwIfAborted();
    await this.#operate(() => this.#context.manager.begin(this.#handle.id));
    await new Promise<void>((resolve, reject) => {
      const state = { pending: null, resolve, reject };
      this.#transaction = state;
      this.#context.transactions.set(name, this);
      transaction().then(
        // "reset" is the specification's answer to a callback that says nothing.
        (disposition) => this.#settled(disposition ?? "reset", null),
        (error: unknown) => this.#settled("reset", error),
      );
    });
  }

  async status() {
    return await this.#operate(() => {
      const { name, protocol, atr } = this.#context.manager.status(this.#handle.id);
      const state = protocol === PROTOCOL.t0 ? "t0" : protocol === PROTOCOL.t1 ? "t1" : "absent";
      return { readerName: name, state, answerToReset: atr.buffer };
    });
  }

  async control(code: number, data: BufferSource): Promise<ArrayBuffer> {
    const bytes = bytesOf(data);
    return await this.#operate(async () => (await this.#context.manager.control(this.#handle.id, code, bytes)).slice().buffer);
  }

  /** § end any settled transaction. */
  endIfSettled(): void {
    const disposition = this.#transaction?.pending;
    if (disposition) this.#end(disposition, invalidState());
  }

  #settled(disposition: WebDisposition, error: unknown): void {
    if (!this.#transaction) return;
    if (this.#context.inProgress) this.#transaction.pending = disposition;
    else this.#end(disposition, error);
  }

  #end(disposition: WebDisposition, error: unknown): void {
    const state = this.#transaction;
    if (!state) return;
    this.#transaction = null;
    const ended = this.#connected
      ? this.#context.operate(() => this.#context.manager.end(this.#handle.id, DISPOSITION[disposition]))
      : Promise.reject(invalidState());
    ended
      .finally(() => this.#context.transactions.delete(this.#handle.reader.name))
      .then(() => {
        if (error) throw error;
      })
      .then(state.resolve, (failure: unknown) => state.reject(error ?? failure));
  }
}

export function virtualSmartCard(manager: ResourceManager): WebSmartCard {
  return {
    establishContext: async () => {
      try {
        return new Context(manager, manager.establish());
      } catch (error) {
        throw exceptionFor(error);
      }
    },
  };
}
