// Google's Smart Card Connector as a PC/SC service. See: [Note: PC/SC]. Arguments and results are those of pcsc-lite's
// functions (https://pcsclite.apdu.fr/api/group__API.html), output arguments following the return code.
import type { Bytes } from "../bytes.ts";
import type { Timer } from "../../async/timer.ts";
import { type Pcsc, type PcscCard, type PcscContext, type PcscProtocol, type PcscReaderState, pnpNotification } from "../pcsc/pcscApi.ts";
import { PcscError } from "../pcsc/pcscError.ts";
import type { Disposition } from "../reader.ts";
import type { RoadState } from "../service/road.ts";
import { ConnectorLine } from "./connectorLine.ts";
import { bytesOf, isRecord, numberAt, textsAt } from "./wire.ts";

const scopeSystem = 2;
const share = { shared: 2, direct: 3 } as const;
const protocolBits = { t0: 1, t1: 2, raw: 4 } as const satisfies Record<PcscProtocol, number>;
const disposition = { leave: 0, reset: 1, unpower: 2 } as const satisfies Record<Disposition, number>;
/** SCARD_STATE_*. */
const stateBits = { unknown: 0x04, unavailable: 0x08, empty: 0x10, present: 0x20, exclusive: 0x80, inuse: 0x100, mute: 0x200, unpowered: 0x400 } as const;
/** SCARD_CTL_CODE of pcsc-lite. */
const controlBase = 0x42000000;

/** An answer that only has to be looked up. */
const shortMs = 10_000;
/** A card's answer: some take a minute for a signature of theirs. */
const cardMs = 120_000;
/** How long an answer to the first call may take before it is clear that the person is being asked. */
const askingMs = 700;
/** Others' turn: the connection's own patience is shorter. */
const turnMs = 60_000;

export interface ConnectorOptions {
  readonly openPort: () => Promise<MessagePort | null>;
  readonly timer: Timer;
}

export class ConnectorPcsc implements Pcsc {
  readonly #options: ConnectorOptions;
  #line: ConnectorLine | null = null;
  /** The line over which a call was answered: the question whether we may is settled there. */
  #allowed: ConnectorLine | null = null;
  #opening: Promise<ConnectorLine> | null = null;
  #state: RoadState = "off";
  #listener: () => void = () => {};

  constructor(options: ConnectorOptions) {
    this.#options = options;
  }

  get state(): RoadState {
    return this.#state;
  }

  onState(listener: () => void): void {
    this.#listener = listener;
  }

  async establish(): Promise<PcscContext> {
    const line = await this.#open();
    const answered = new AbortController();
    void this.#options.timer.after(askingMs, answered.signal).then(() => {
      if (!answered.signal.aborted) this.#become("asking");
    });
    try {
      // No end to patience while the Connector may be asking the person whether we may.
      const results = await line.call("SCardEstablishContext", [scopeSystem, null, null], this.#allowed === line ? shortMs : null);
      this.#allowed = line;
      this.#become("ready");
      return new ConnectorContext(line, numberAt(results, 0));
    } catch (error) {
      // The Connector decides once for a port: another try wants another port.
      if (error instanceof PcscError && error.code === "security-violation") {
        this.#become("refused");
        line.close();
      }
      throw error;
    } finally {
      answered.abort();
    }
  }

  giveUp(): void {
    if (this.#state === "asking") this.#line?.close();
  }

  close(): void {
    this.#line?.close();
  }

  #open(): Promise<ConnectorLine> {
    if (this.#line?.open) return Promise.resolve(this.#line);
    this.#opening ??= this.#openAnew().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #openAnew(): Promise<ConnectorLine> {
    const { openPort, timer } = this.#options;
    const port = await openPort();
    if (!port) {
      this.#become("off");
      throw new PcscError("no-service", "not wanted");
    }
    this.#line = new ConnectorLine(port, timer, (heard) => this.#become(heard ? "lost" : "absent"));
    return this.#line;
  }

  #become(state: RoadState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#listener();
  }
}

class ConnectorContext implements PcscContext {
  readonly #line: ConnectorLine;
  readonly #context: number;

  constructor(line: ConnectorLine, context: number) {
    this.#line = line;
    this.#context = context;
  }

  async listReaders(): Promise<readonly string[]> {
    try {
      return textsAt(await this.#line.call("SCardListReaders", [this.#context, null], shortMs), 0);
    } catch (error) {
      if (error instanceof PcscError && error.code === "no-readers-available") return [];
      throw error;
    }
  }

  states(names: readonly string[]): Promise<readonly PcscReaderState[]> {
    return this.#statusChange(names.map((name) => ({ reader_name: name, current_state: 0 })), 0);
  }

  async waitForChange(known: readonly PcscReaderState[], timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw new PcscError("cancelled");
    const cancel = (): void => void this.#line.call("SCardCancel", [this.#context], shortMs).catch(() => {});
    signal.addEventListener("abort", cancel);
    try {
      const asked = known.map(({ name, flags, count }) => ({ reader_name: name, current_state: count * 0x10000 + bitsOf(flags) }));
      await this.#statusChange([...asked, { reader_name: pnpNotification, current_state: 0 }], timeoutMs);
    } finally {
      signal.removeEventListener("abort", cancel);
    }
  }

  async connect(name: string, access: "shared" | "direct"): Promise<PcscCard> {
    const protocols = access === "shared" ? protocolBits.t0 | protocolBits.t1 : 0;
    const results = await this.#line.call("SCardConnect", [this.#context, name, share[access], protocols], cardMs);
    const active = numberAt(results, 1);
    const protocol = (["t0", "t1", "raw"] as const).find((one) => protocolBits[one] === active) ?? null;
    return new ConnectorCard(this.#line, numberAt(results, 0), protocol);
  }

  async release(): Promise<void> {
    await this.#line.call("SCardReleaseContext", [this.#context], shortMs).catch(() => {});
  }

  async #statusChange(asked: readonly object[], timeoutMs: number): Promise<readonly PcscReaderState[]> {
    const [states] = await this.#line.call("SCardGetStatusChange", [this.#context, timeoutMs, asked], timeoutMs + shortMs);
    if (!Array.isArray(states)) throw new PcscError("malformed", "not a list of readers");
    return states.map(stateOf);
  }
}

class ConnectorCard implements PcscCard {
  readonly protocol: PcscProtocol | null;
  readonly #line: ConnectorLine;
  readonly #handle: number;

  constructor(line: ConnectorLine, handle: number, protocol: PcscProtocol | null) {
    this.#line = line;
    this.#handle = handle;
    this.protocol = protocol;
  }

  async answerToReset(): Promise<Bytes> {
    const results = await this.#line.call("SCardStatus", [this.#handle], shortMs);
    const atr = bytesOf(results[3]);
    if (atr.length < 2) throw new PcscError("invalid-atr");
    return atr;
  }

  async begin(): Promise<void> {
    await this.#line.call("SCardBeginTransaction", [this.#handle], turnMs);
  }

  async end(how: Disposition): Promise<void> {
    await this.#line.call("SCardEndTransaction", [this.#handle, disposition[how]], shortMs);
  }

  async transmit(apdu: Uint8Array): Promise<Bytes> {
    const protocol = this.protocol ? protocolBits[this.protocol] : 0;
    const results = await this.#withBytes(apdu, (bytes) => this.#line.call("SCardTransmit", [this.#handle, { protocol }, bytes, null], cardMs));
    return bytesOf(results[1]);
  }

  async control(code: Parameters<PcscCard["control"]>[0], data: Uint8Array, patienceMs: number): Promise<Bytes> {
    const number = "ctl" in code ? controlBase + code.ctl : code.feature;
    const results = await this.#withBytes(data, (bytes) => this.#line.call("SCardControl", [this.#handle, number, bytes], patienceMs));
    return bytesOf(results[0]);
  }

  async disconnect(how: Disposition): Promise<void> {
    await this.#line.call("SCardDisconnect", [this.#handle, disposition[how]], shortMs);
  }

  /** The numbers that stand for the bytes are wiped as soon as they are on their way: they may be a PIN's. */
  async #withBytes(source: Uint8Array, send: (bytes: number[]) => Promise<readonly unknown[]>): Promise<readonly unknown[]> {
    const bytes = Array.from(source);
    const answer = send(bytes);
    bytes.fill(0);
    return await answer;
  }
}

const flagNames = ["unknown", "unavailable", "empty", "present", "exclusive", "inuse", "mute", "unpowered"] as const;

function bitsOf(flags: PcscReaderState["flags"]): number {
  return flagNames.reduce((sum, name) => (flags[name] ? sum | stateBits[name] : sum), 0);
}

function stateOf(value: unknown): PcscReaderState {
  if (!isRecord(value) || typeof value["reader_name"] !== "string") throw new PcscError("malformed", "not a reader's state");
  const event = numberAt([value["event_state"]], 0) >>> 0;
  const has = (bit: number): boolean => (event & bit) !== 0;
  return {
    name: value["reader_name"],
    flags: {
      unknown: has(stateBits.unknown),
      unavailable: has(stateBits.unavailable),
      empty: has(stateBits.empty),
      present: has(stateBits.present),
      exclusive: has(stateBits.exclusive),
      inuse: has(stateBits.inuse),
      mute: has(stateBits.mute),
      unpowered: has(stateBits.unpowered),
    },
    count: event >>> 16,
  };
}
