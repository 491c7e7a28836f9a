// The virtual card: one APDU in, one out. Transport rules (Le, 61xx, 6Cxx, chaining) here, commands in their files.
import type { CardMachine } from "../contracts.ts";
import { type Answer, type Command, parseCommand, sw } from "./apdu.ts";
import { type Behaviour, PROFILE_BEHAVIOUR } from "./behaviour.ts";
import { type Bytes, hex, join, uint } from "./bytes.ts";
import type { CardCrypto } from "./crypto.ts";
import { Selection } from "./fileSystem.ts";
import type { CardImage } from "./image.ts";
import { CAN, LOGIN_PIN, PUK, SIGNATURE_DF, SIGNING_PIN, fileTree } from "./layout.ts";
import { type LogEntry, logEntry } from "./log.ts";
import { Pin, digits } from "./pin.ts";
import { activate, change, counterObject, unblock, verify } from "./pinCommands.ts";
import { readBinary, readBinaryOdd, readRecord, select } from "./readCommands.ts";
import { SecurityEnvironment, type SignHost } from "./signCommands.ts";
import { commandMs, keyMs } from "./timing.ts";

export type PinName = "login" | "signing" | "puk" | "can";

export interface CardOptions {
  readonly image: CardImage;
  readonly crypto: CardCrypto;
  readonly behaviour?: Partial<Behaviour>;
  /** Sees each command first; what it returns (data ‖ SW) is the answer, and until then the card works on it. For faults a test wants. */
  readonly intercept?: (apdu: Bytes) => Bytes | null | Promise<Bytes | null>;
}

export interface VirtualCard extends CardMachine {
  readonly image: CardImage;
  readonly behaviour: Behaviour;
  /** Commands since the card was made, PIN bytes as `**`. */
  readonly log: readonly LogEntry[];
  clearLog(): void;
  counters(): Readonly<Record<PinName, { readonly left: number; readonly max: number }>>;
  setTries(pin: PinName, left: number): void;
  /** Forgets every verified PIN, as a card does by itself when it resets. */
  removeSecurity(): void;
  isVerified(pin: PinName): boolean;
  /** Whether the signing PIN has left the transport state. */
  readonly signingPinSet: boolean;
}

export function createCard(options: CardOptions): VirtualCard {
  return new Card(options);
}

class Card implements VirtualCard {
  readonly image: CardImage;
  readonly behaviour: Behaviour;
  readonly log: LogEntry[] = [];
  lastCommandMs = 0;
  readonly #options: CardOptions;
  readonly #pins: Readonly<Record<PinName, Pin>>;
  readonly #selection: Selection;
  readonly #environment = new SecurityEnvironment();
  #powered = false;
  #waiting: Bytes = new Uint8Array(0);
  #chain: { readonly key: string; readonly data: Bytes } | null = null;

  constructor(options: CardOptions) {
    this.#options = options;
    this.image = options.image;
    this.behaviour = { ...PROFILE_BEHAVIOUR[options.image.profile], ...options.behaviour };
    this.#pins = makePins(options.image, this.behaviour);
    this.#selection = new Selection(fileTree(this.image, this.behaviour, () => this.signingPinSet));
  }

  get signingPinSet(): boolean {
    return this.#pins.signing.initialized && this.#pins.signing.active;
  }

  powerOn(): Bytes {
    this.powerOff();
    this.#powered = true;
    return hex(this.behaviour.atrHex);
  }

  powerOff(): void {
    this.#powered = false;
    this.#selection.reset();
    this.removeSecurity();
    this.#waiting = new Uint8Array(0);
    this.#chain = null;
  }

  removeSecurity(): void {
    for (const pin of Object.values(this.#pins)) pin.forget();
    this.#environment.reset();
  }

  clearLog(): void {
    this.log.length = 0;
  }

  counters(): Readonly<Record<PinName, { readonly left: number; readonly max: number }>> {
    const of = (pin: Pin): { left: number; max: number } => ({ left: pin.tries, max: pin.triesMax });
    const { login, signing, puk, can } = this.#pins;
    return { login: of(login), signing: of(signing), puk: of(puk), can: of(can) };
  }

  setTries(pin: PinName, left: number): void {
    this.#pins[pin].tries = left;
  }

  isVerified(pin: PinName): boolean {
    return this.#pins[pin].verified;
  }

  async transmit(apdu: Bytes): Promise<Bytes> {
    const forced = (await this.#options.intercept?.(apdu)) ?? null;
    const command = parseCommand(apdu);
    const response = forced ?? (await this.#respond(command));
    if (forced !== null) this.lastCommandMs = 1;
    this.log.push(logEntry(apdu, command, response, this.lastCommandMs));
    return response;
  }

  async #respond(command: Command | null): Promise<Bytes> {
    this.lastCommandMs = commandMs(0, 0);
    if (!this.#powered) return uint(0x6f00, 2);
    if (command === null) return uint(0x6700, 2);
    this.lastCommandMs = commandMs(command.ins, command.data.length);
    let answer: Answer;
    try {
      answer = await this.#chained(command);
    } catch {
      // A card whose code failed says 6F00; it never takes the machine around it down.
      answer = sw(0x6f00);
    }
    this.lastCommandMs += commandMs(command.ins, answer.data.length) - commandMs(command.ins, 0);
    return this.#deliver(command, answer);
  }

  /** Command chaining, ISO 7816-4 §5.3.3: CLA bit 5 on all but the last part. */
  async #chained(command: Command): Promise<Answer> {
    if ((command.cla & 0x10) !== 0 && !this.behaviour.commandChaining) return sw(0x6884);
    if (command.extended && !this.behaviour.extendedApdus) return sw(0x6700);
    const key = `${command.cla & 0xef},${command.ins},${command.p1},${command.p2}`;
    const before = this.#chain?.key === key ? this.#chain.data : null;
    const broken = this.#chain !== null && before === null;
    this.#chain = null;
    if (broken && (command.cla & 0x10) !== 0) return sw(0x6883);
    const data = before === null ? command.data : join(before, command.data);
    // The buffer of a card is small; 6700 beyond it.
    if (data.length > 2048) return sw(0x6700);
    if ((command.cla & 0x10) === 0) return this.#execute({ ...command, data });
    this.#chain = { key, data };
    return sw(0x9000);
  }

  async #execute(command: Command): Promise<Answer> {
    if (command.ins === 0xc0) return this.#getResponse(command);
    this.#waiting = new Uint8Array(0);
    if (command.cla === 0x80 && command.ins === 0xca) return this.#productionData(command);
    if ((command.cla & 0x0c) !== 0 && command.cla < 0x80) return sw(0x6882);
    if ((command.cla & 0x03) !== 0 && command.cla < 0x80) return sw(0x6881);
    if (command.cla !== 0) return sw(0x6e00);
    const { p1, p2 } = command;
    switch (command.ins) {
      case 0xa4:
        return this.#select(command);
      case 0xb0:
        return readBinary(this.#selection, this.behaviour, command);
      case 0xb1:
        return readBinaryOdd(this.#selection, this.behaviour, command);
      case 0xb2:
        return readRecord(this.#selection, command);
      case 0xca:
        return sw(0x6a88);
      case 0xcb:
        return counterObject(this.#pinHost(), command);
      case 0x20:
        return verify(this.#pinHost(), command);
      case 0x24:
        return change(this.#pinHost(), command);
      case 0x2c:
        return unblock(this.#pinHost(), command);
      case 0x44:
        return activate(this.#pinHost(), command);
      case 0x22:
        return this.#environment.manage(this.#signHost(), command);
      case 0x2a:
        if (p1 === 0x90 && p2 === 0xa0) return this.#environment.hash(command);
        return p1 === 0x9e && p2 === 0x9a ? this.#sign(0xb6, command) : sw(0x6a86);
      case 0x88:
        return this.#sign(0xa4, command);
      case 0x84:
        return challenge(command);
      default:
        return sw(0x6d00);
    }
  }

  #select(command: Command): Answer {
    const before = this.#selection.df;
    const answer = select(this.#selection, this.behaviour, command);
    const byName = command.p1 === 0x04 && command.data.length > 0;
    if (answer.sw !== 0x9000) return answer;
    if (byName && this.behaviour.aidSelectDropsPins) this.removeSecurity();
    if (this.#selection.df !== before) {
      this.#environment.reset();
      if (this.#selection.df.fid !== SIGNATURE_DF) this.#pins.signing.forget();
    }
    return answer;
  }

  async #sign(template: 0xb6 | 0xa4, command: Command): Promise<Answer> {
    const answer = await this.#environment.sign(this.#signHost(), template, command.data);
    const signing = this.#selection.df.fid === SIGNATURE_DF;
    const key = this.image.keys[signing ? "signing" : "authentication"];
    if (answer.sw === 0x9000) this.lastCommandMs += keyMs(key.type, key.bits);
    return answer;
  }

  /** CPLC (GlobalPlatform card spec. §H.6) answers to class 80 only. */
  #productionData({ p1, p2 }: Command): Answer {
    if (p1 !== 0x9f || p2 !== 0x7f || !this.image.profile.startsWith("georgia2")) return sw(0x6a88);
    return sw(0x9000, join(hex("9F7F2A"), new Uint8Array(42 - 10), hex(this.image.serialHex).slice(0, 10)));
  }

  #getResponse({ ne, data }: Command): Answer {
    if (data.length > 0 || ne === null) return sw(0x6700);
    const waiting = this.#waiting;
    this.#waiting = new Uint8Array(0);
    return waiting.length === 0 ? sw(0x6985) : sw(0x9000, waiting);
  }

  /** Fits the answer to Ne: what does not fit waits for GET RESPONSE, as ISO 7816-4 §5.3.4 has it. */
  #deliver(command: Command, answer: Answer): Bytes {
    const { data } = answer;
    const status = uint(answer.sw, 2);
    if (data.length === 0) return status;
    const remaining = (bytes: Bytes): Bytes => {
      this.#waiting = bytes;
      return Uint8Array.of(0x61, bytes.length > 255 ? 0 : bytes.length);
    };
    const isGetResponse = command.ins === 0xc0;
    if (this.behaviour.t0) {
      // A T=0 card sees no Le beside data: case 4 always answers 61xx (ISO 7816-3 §12.2.1).
      if (command.data.length > 0 || command.ne === null) return remaining(data);
      const wrongLe = command.ne > data.length && data.length < 256;
      if (wrongLe && !isGetResponse) return Uint8Array.of(0x6c, data.length);
      if (wrongLe) {
        this.#waiting = data;
        return Uint8Array.of(0x6c, data.length);
      }
    }
    if (command.ne === null) return command.data.length > 0 ? status : remaining(data);
    if (data.length <= command.ne) return join(data, status);
    return join(data.subarray(0, command.ne), remaining(data.slice(command.ne)));
  }

  #pinHost() {
    return { pins: Object.values(this.#pins), behaviour: this.behaviour, currentDf: this.#selection.df.fid };
  }

  #signHost(): SignHost {
    const { image, behaviour } = this;
    const { login, signing } = this.#pins;
    const currentDf = this.#selection.df.fid;
    return { image, behaviour, crypto: this.#options.crypto, loginPin: login, signingPin: signing, currentDf };
  }
}

function challenge({ p1, p2, data, ne }: Command): Answer {
  if (p1 !== 0 || p2 !== 0) return sw(0x6a86);
  if (ne === null || data.length > 0) return sw(0x6700);
  return sw(0x9000, crypto.getRandomValues(new Uint8Array(Math.min(ne, 256))));
}

function makePins({ pins }: CardImage, behaviour: Behaviour): Readonly<Record<PinName, Pin>> {
  const { login, signing, puk, can } = pins;
  const fixed = (reference: number, value: string, tries: number): Pin =>
    new Pin({
      reference,
      value: digits(value),
      transport: null,
      min: value.length,
      max: value.length,
      tries,
      df: null,
    });
  return {
    login: fixed(LOGIN_PIN, login.value, login.tries),
    puk: fixed(PUK, puk.value, puk.tries),
    can: fixed(CAN, can, 10),
    signing: new Pin({
      reference: SIGNING_PIN,
      value: signing.value === null ? null : digits(signing.value),
      transport: signing.value === null ? digits(signing.transport) : null,
      min: 6,
      max: 6,
      tries: signing.tries,
      df: SIGNATURE_DF,
      transportOnce: behaviour.transportTries === "once",
    }),
  };
}
