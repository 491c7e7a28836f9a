// The virtual card: an ISO 7816-4 machine over the file tree, the PINs and the keys. It imports nothing from src/:
// card and host were written from the standards apart from each other, and so check each other.
import type { CardMachine } from "../contracts.ts";
import { type Answer, type Command, parseCommand, sw } from "./apdu.ts";
import { type Behaviour, PROFILE_BEHAVIOUR } from "./behaviour.ts";
import { ascii, type Bytes, hex, join, toHex, toUint, uint } from "./bytes.ts";
import { bigIntCrypto, type CardCrypto } from "./cardCrypto.ts";
import { controlInformation, type ElementaryFile, Selection } from "./fileSystem.ts";
import type { CardImage } from "./image.ts";
import { CAN, fileTree, LOGIN_PIN, PUK, SIGNATURE_DF, SIGNING_PIN } from "./layout.ts";
import { Pin } from "./pin.ts";
import { activate, change, counterObject, type PinHost, unblock, verify } from "./pinCommands.ts";
import { allowed, compute, type Environment, setEnvironment } from "./security.ts";
import { commandMs, keyMs } from "./timing.ts";

export interface CardOptions {
  readonly image: CardImage;
  readonly behaviour?: Partial<Behaviour>;
  readonly crypto?: CardCrypto;
}

/** Commands whose data are a secret: the log shows only how long they were. */
const secret = new Set([0x20, 0x24, 0x2c]);

export class VirtualCard implements CardMachine {
  readonly image: CardImage;
  readonly behaviour: Behaviour;
  lastCommandMs = 0;
  /** Headers of the commands received, hexadecimal; data only where they are no secret. */
  readonly log: string[] = [];
  readonly pins: { readonly login: Pin; readonly signing: Pin; readonly puk: Pin; readonly can: Pin };
  readonly #crypto: CardCrypto;
  readonly #selection: Selection;
  #environment: Environment | null = null;
  #chain: Bytes = new Uint8Array(0);
  #pending: Bytes = new Uint8Array(0);

  constructor({ image, behaviour, crypto }: CardOptions) {
    this.image = image;
    this.behaviour = { ...PROFILE_BEHAVIOUR[image.profile], ...behaviour };
    this.#crypto = crypto ?? bigIntCrypto;
    const { login, signing, puk, can } = image.pins;
    const max = (digits: number): number => (this.behaviour.pinPadding ? 8 : digits);
    const make = (reference: number, value: string | null, min: number, tries: number, df: number | null = null, transport: string | null = null): Pin =>
      new Pin({ reference, value: value === null ? null : ascii(value), transport: transport === null ? null : ascii(transport), min, max: max(min), tries, df });
    this.pins = {
      login: make(LOGIN_PIN, login.value, login.value.length, login.tries),
      signing: make(SIGNING_PIN, signing.value, 6, signing.tries, SIGNATURE_DF, signing.value === null ? signing.transport : null),
      puk: make(PUK, puk.value, puk.value.length, puk.tries),
      can: make(CAN, can, can.length, 10),
    };
    this.#selection = new Selection(fileTree(image, this.behaviour, () => this.pins.signing.initialized));
  }

  get atr(): Bytes {
    return hex(this.behaviour.atrHex);
  }

  powerOn(): Bytes {
    this.powerOff();
    return this.atr;
  }

  powerOff(): void {
    this.#selection.reset();
    this.#environment = null;
    this.#chain = new Uint8Array(0);
    this.#pending = new Uint8Array(0);
    for (const pin of Object.values(this.pins)) pin.forget();
  }

  async transmit(apdu: Bytes): Promise<Bytes> {
    await Promise.resolve();
    const shown = secret.has(apdu[1] ?? 0) ? apdu.subarray(0, 5) : apdu;
    this.log.push(toHex(shown));
    this.lastCommandMs = 0;
    const answer = this.#receive(apdu);
    this.lastCommandMs += commandMs(apdu[1] ?? 0, apdu.length + answer.data.length);
    return join(answer.data, uint(answer.sw, 2));
  }

  #receive(apdu: Bytes): Answer {
    const command = parseCommand(apdu);
    if (!command) return sw(0x6700);
    if (command.extended && !this.behaviour.extendedApdus) return sw(0x6700);
    if (command.ins === 0xc0) return this.#getResponse(command);
    this.#pending = new Uint8Array(0);
    if (command.cla & 0x10) {
      if (!this.behaviour.commandChaining) return sw(0x6884);
      this.#chain = join(this.#chain, command.data);
      return sw(0x9000);
    }
    if (command.cla !== 0) return sw(0x6e00);
    const whole: Command = { ...command, data: join(this.#chain, command.data) };
    this.#chain = new Uint8Array(0);
    return this.#deliver(whole, this.#run(whole));
  }

  /** Le, 61xx and 6Cxx: how much of an answer leaves the card at once. */
  #deliver(command: Command, answer: Answer): Answer {
    const { data } = answer;
    if (data.length === 0) return answer;
    const short = !command.extended;
    if (this.behaviour.t0) {
      const case4 = command.data.length > 0;
      if (case4) return this.#hold(data, answer.sw);
      if (command.ne !== null && command.ne > data.length && command.ins !== 0xb0) return sw(0x6c00 | data.length);
    }
    const room = command.ne ?? 0;
    if (room === 0 && !this.behaviour.t0) return this.#hold(data, answer.sw);
    if (data.length <= Math.min(room || 256, short ? 256 : 65_536)) return answer;
    return this.#hold(data, answer.sw, Math.min(room || 256, short ? 256 : 65_536));
  }

  #hold(data: Bytes, status: number, now = 0): Answer {
    if (status !== 0x9000) return sw(status, data.slice(0, now));
    this.#pending = data.slice(now);
    const left = this.#pending.length;
    return sw(0x6100 | (left > 255 ? 0 : left), this.behaviour.t0 ? new Uint8Array(0) : data.slice(0, now));
  }

  #getResponse({ ne }: Command): Answer {
    if (this.#pending.length === 0) return sw(0x6985);
    const length = Math.min(ne ?? 256, 256, this.#pending.length);
    const part = this.#pending.slice(0, length);
    this.#pending = this.#pending.slice(length);
    const left = this.#pending.length;
    return sw(left === 0 ? 0x9000 : 0x6100 | (left > 255 ? 0 : left), part);
  }

  #host(): PinHost {
    return { pins: Object.values(this.pins), behaviour: this.behaviour, currentDf: this.#selection.df.fid };
  }

  #run(command: Command): Answer {
    switch (command.ins) {
      case 0xa4:
        return this.#select(command);
      case 0xb0:
      case 0xb1:
        return this.#read(command);
      case 0xb2:
        return this.#record(command);
      case 0x20:
        return verify(this.#host(), command);
      case 0x24:
        return change(this.#host(), command);
      case 0x2c:
        return unblock(this.#host(), command);
      case 0x44:
        return activate(this.#host(), command);
      case 0xcb:
        return counterObject(this.#host(), command);
      case 0x22:
        return this.#manage(command);
      case 0x2a:
        return command.p1 === 0x9e && command.p2 === 0x9a ? this.#sign(command) : sw(0x6a86);
      case 0x88:
        return this.#sign(command);
      case 0x84:
        return sw(0x9000, crypto.getRandomValues(new Uint8Array(Math.min(command.ne ?? 8, 256))));
      default:
        return sw(0x6d00);
    }
  }

  #select({ p1, p2, data, ne }: Command): Answer {
    const wantsAnswer = (p2 & 0x0c) !== 0x0c;
    if (this.behaviour.strictSelect && wantsAnswer && ne !== null && (p2 & 0x0c) === 0) return sw(0x6700);
    const selection = this.#selection;
    const found =
      p1 === 0x00 ? selection.byIdentifier(data)
      : p1 === 0x01 ? selection.child(data, "df")
      : p1 === 0x02 ? selection.child(data, "ef")
      : p1 === 0x03 ? selection.parent()
      : p1 === 0x04 ? selection.byName(data)
      : p1 === 0x08 ? selection.fromMf(data)
      : p1 === 0x09 ? selection.fromCurrent(data)
      : undefined;
    if (found === undefined) return sw(0x6a86);
    if (found === null) return sw(0x6a82);
    this.#environment = null;
    if (p1 === 0x04 && this.behaviour.aidSelectDropsPins) for (const pin of Object.values(this.pins)) pin.forget();
    if (!wantsAnswer) return sw(0x9000);
    return sw(0x9000, controlInformation((p2 & 0x0c) === 0x04 ? "62" : "6F", found));
  }

  #read({ ins, p1, p2, data, ne }: Command): Answer {
    let file: ElementaryFile | null = this.#selection.file;
    let offset = (p1 << 8) | p2;
    const odd = ins === 0xb1;
    if (odd) {
      if (data[0] !== 0x54) return sw(0x6a80);
      offset = toUint(data.subarray(2));
    } else if (p1 & 0x80) {
      file = this.#selection.bySfi(p1 & 0x1f);
      if (!file) return sw(0x6a82);
      offset = p2;
    }
    if (!file) return sw(0x6986);
    if (file.internal) return sw(0x6982);
    if (file.records) return sw(0x6981);
    const content = file.read();
    if (offset >= content.length) return sw(0x6b00);
    const wanted = ne ?? 256;
    const part = content.slice(offset, offset + wanted);
    const status = part.length < wanted && ne !== 256 && ne !== 65_536 && this.behaviour.endOfFile === "6282" ? 0x6282 : 0x9000;
    return sw(status, odd ? join(hex("53"), part.length > 127 ? join(hex("82"), uint(part.length, 2)) : uint(part.length, 1), part) : part);
  }

  #record({ p1, p2 }: Command): Answer {
    const records = this.#selection.file?.records;
    if (!records) return sw(0x6981);
    if ((p2 & 7) !== 4) return sw(0x6a86);
    const record = records[p1 - 1];
    return record ? sw(0x9000, record) : sw(0x6a83);
  }

  #manage(command: Command): Answer {
    if (command.p1 === 0xf3) return sw(0x9000);
    const result = setEnvironment(command, this.image, this.behaviour, this.#selection.df.fid);
    if ("sw" in result) return result;
    this.#environment = result;
    return sw(0x9000);
  }

  #sign({ data }: Command): Answer {
    if (!this.#environment) return sw(0x6985);
    if (!allowed(this.#environment, this.pins, this.behaviour)) return sw(0x6982);
    const key = this.image.keys[this.#environment.key];
    this.lastCommandMs += keyMs(key.type, key.bits);
    return compute(this.#environment, data, this.image, this.behaviour, this.#crypto);
  }
}

export function createCard(options: CardOptions): VirtualCard {
  return new VirtualCard(options);
}
