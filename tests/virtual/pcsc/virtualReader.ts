// A reader as a resource manager has it: a slot with a card, a count of what came and went, the handles to it, and whose
// turn it is.
import type { CardMachine } from "../contracts.ts";
import { mismatch, parseSecure, type Person } from "../reader/pinpad.ts";
import { controlCode, ScardFailure, SCARD } from "./codes.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface PcscReaderOptions {
  readonly name: string;
  readonly card?: CardMachine | null;
  /** idVendor and idProduct, told as properties of PC/SC part 10; null: a driver that does not tell. */
  readonly usb?: readonly [number, number] | null;
  readonly extended?: boolean;
  /** Has a keypad, and somebody at it. */
  readonly person?: Person | null;
}

/** A connection, as the service's client knows it by number. */
export interface Handle {
  readonly id: number;
  readonly context: number;
  readonly reader: PcscReader;
  readonly direct: boolean;
  exclusive: boolean;
  protocol: number;
  /** What happened to the card behind this handle's back; told once it is used. */
  event: "none" | "reset" | "removed";
}

const features = { verify: [0x06, controlCode(0x0106)], modify: [0x07, controlCode(0x0107)], properties: [0x12, controlCode(0x0112)] } as const;

export class PcscReader {
  readonly name: string;
  readonly handles = new Set<Handle>();
  readonly options: PcscReaderOptions;
  card: CardMachine | null;
  mute = false;
  powered = false;
  gone = false;
  count = 0;
  owner: Handle | null = null;
  readonly waiting: (() => void)[] = [];

  constructor(options: PcscReaderOptions) {
    this.options = options;
    this.name = options.name;
    this.card = options.card ?? null;
    if (this.card) this.count = 1;
  }

  atr: Bytes = new Uint8Array(0);

  powerOn(): void {
    if (!this.card || this.mute) throw new ScardFailure(SCARD.W_UNRESPONSIVE_CARD);
    this.atr = this.card.powerOn();
    this.powered = true;
  }

  /** Resets or powers down; every handle to the card will hear of it. */
  reset(power: boolean): void {
    if (this.card) this.card.powerOff();
    this.powered = false;
    if (power && this.card && !this.mute) this.powerOn();
    for (const handle of this.handles) if (handle.event === "none") handle.event = "reset";
  }

  remove(): void {
    this.card?.powerOff();
    this.card = null;
    this.powered = false;
    this.count += 1;
    for (const handle of this.handles) handle.event = "removed";
  }

  insert(card: CardMachine): void {
    if (this.card) this.remove();
    this.card = card;
    this.mute = false;
    this.count += 1;
  }

  /** The turn passes on. */
  letGo(handle: Handle): void {
    if (this.owner !== handle) return;
    this.owner = null;
    this.waiting.shift()?.();
  }

  /** T=1 if the ATR's first protocol says so. ISO/IEC 7816-3 §8.2.3. */
  protocol(): number {
    let at = 1;
    let y = this.atr[at++] ?? 0;
    at += [0x10, 0x20, 0x40].filter((bit) => y & bit).length;
    if (!(y & 0x80)) return 1;
    y = this.atr[at] ?? 0;
    return (y & 0x0f) === 1 ? 2 : 1;
  }

  async control(code: number, data: Bytes): Promise<Bytes> {
    const { usb, person, extended } = this.options;
    if (code === controlCode(3_400)) {
      const list = [...(usb !== null ? [features.properties] : []), ...(person ? [features.verify, features.modify] : [])];
      return Uint8Array.from(list.flatMap(([tag, number]) => [tag, 4, (number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255]));
    }
    if (code === features.properties[1] && usb !== null) {
      const [vendor, product] = usb ?? [0x04e6, 0x5116];
      return Uint8Array.of(0x0a, 4, 0, 0, extended ? 1 : 0, 0, 0x0b, 2, vendor & 255, vendor >> 8, 0x0c, 2, product & 255, product >> 8);
    }
    if (code === features.verify[1] && person) return await this.#keypad("verify", Uint8Array.of(0, data[0] ?? 0, ...data.subarray(2, 15), ...data.subarray(19)), person);
    if (code === features.modify[1] && person) {
      const messages = data[11] === 3 ? 3 : data[11] ? 2 : 1;
      const secure = Uint8Array.of(1, data[0] ?? 0, ...data.subarray(2, 14 + messages), ...data.subarray(17, 20), ...data.subarray(24));
      return await this.#keypad("modify", secure, person);
    }
    throw new ScardFailure(SCARD.E_UNSUPPORTED_FEATURE);
  }

  /** @param data the structures of part 10 §2.5.2 and §2.5.3 as the CCID ones that the reader's keypad takes */
  async #keypad(operation: "verify" | "modify", data: Bytes, person: Person): Promise<Bytes> {
    if (!this.card) throw new ScardFailure(SCARD.W_REMOVED_CARD);
    const secure = parseSecure(data);
    if (!secure) throw new ScardFailure(SCARD.E_INVALID_PARAMETER);
    const finger = await person({ operation, minimum: secure.minimum, maximum: secure.maximum });
    if (finger === "timeout") return Uint8Array.of(0x64, 0x00);
    if (finger === "cancel") return Uint8Array.of(0x64, 0x01);
    const apdu = secure.build(finger);
    if (apdu === null) return Uint8Array.of(0x64, 0x03);
    return apdu === mismatch ? apdu : await this.card.transmit(apdu);
  }
}
