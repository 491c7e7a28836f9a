// T=1 as a card runs it, ISO/IEC 7816-3:2006 §11: one block in, one block out.
import type { CardMachine } from "../contracts.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type Edc = "lrc" | "crc";

export function edcOf(bytes: Uint8Array, edc: Edc): Bytes {
  if (edc === "lrc") return Uint8Array.of(bytes.reduce((xor, byte) => xor ^ byte, 0));
  let crc = 0xffff;
  for (const byte of bytes) {
    for (let bit = 0; bit < 8; bit += 1) {
      const mix = (crc ^ (byte >> bit)) & 1;
      crc >>= 1;
      if (mix) crc ^= 0x8408;
    }
  }
  crc ^= 0xffff;
  return Uint8Array.of(crc & 0xff, crc >> 8);
}

function join(...parts: readonly Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

export interface CardT1Options {
  readonly card: CardMachine;
  readonly ifsc: number;
  readonly edc: Edc;
  /** Waiting time extensions to ask for before each answer. */
  readonly extensions: () => number;
  /** Called with each whole command before the card gets it; false: the card is gone. */
  readonly onApdu: () => Promise<boolean>;
}

export class CardT1 {
  readonly #options: CardT1Options;
  #expected: 0 | 1 = 0;
  #own: 0 | 1 = 0;
  /** Our last I-block of an answer went out; the host's next I-block acknowledges it. */
  #unacknowledged = false;
  #ifsd = 32;
  #incoming: Bytes = new Uint8Array(0);
  #outgoing: Bytes[] = [];
  #last: Bytes = new Uint8Array(0);
  #askedFor = 0;
  #waiting: Bytes | null = null;

  constructor(options: CardT1Options) {
    this.#options = options;
  }

  /** @returns null when the card says nothing. */
  async block(block: Bytes): Promise<Bytes | null> {
    const { edc } = this.#options;
    const size = edc === "lrc" ? 1 : 2;
    const length = block[2];
    const whole = length !== undefined && length !== 0xff && block.length === 3 + length + size;
    const sound = whole && edcOf(block.subarray(0, -size), edc).every((byte, i) => byte === block[block.length - size + i]);
    if (!sound) return this.#send(0x80 | (this.#expected << 4) | 1);
    const pcb = block[1] ?? 0;
    const inf = block.slice(3, -size);
    if (!(pcb & 0x80)) return await this.#onData(pcb, inf);
    return pcb & 0x40 ? await this.#onSupervisory(pcb, inf) : this.#onReceiveReady(pcb);
  }

  async #onData(pcb: number, inf: Bytes): Promise<Bytes | null> {
    const ns = pcb & 0x40 ? 1 : 0;
    if (ns !== this.#expected || inf.length > this.#options.ifsc) return this.#send(0x80 | (this.#expected << 4) | 2);
    this.#expected = this.#expected ? 0 : 1;
    if (this.#unacknowledged) this.#own = this.#own ? 0 : 1;
    this.#unacknowledged = false;
    this.#outgoing = [];
    this.#incoming = join(this.#incoming, inf);
    if (pcb & 0x20) return this.#send(0x80 | (this.#expected << 4));
    const apdu = this.#incoming;
    this.#incoming = new Uint8Array(0);
    if (!(await this.#options.onApdu())) return null;
    this.#waiting = await this.#options.card.transmit(apdu);
    apdu.fill(0);
    this.#askedFor = this.#options.extensions();
    return this.#answer();
  }

  #answer(): Bytes {
    if (this.#askedFor > 0) {
      this.#askedFor -= 1;
      return this.#send(0xc3, Uint8Array.of(2));
    }
    const answer = this.#waiting ?? new Uint8Array(0);
    this.#waiting = null;
    this.#outgoing = [];
    for (let at = 0; at < answer.length; at += this.#ifsd) this.#outgoing.push(answer.slice(at, at + this.#ifsd));
    return this.#sendData();
  }

  #sendData(): Bytes {
    const [part = new Uint8Array(0)] = this.#outgoing;
    this.#unacknowledged = this.#outgoing.length <= 1;
    return this.#send((this.#own << 6) | (this.#unacknowledged ? 0 : 0x20), part);
  }

  #onReceiveReady(pcb: number): Bytes {
    const wanted = pcb & 0x10 ? 1 : 0;
    const acknowledged = this.#outgoing.length > 1 && wanted !== this.#own && (pcb & 0x0f) === 0;
    if (!acknowledged) return this.#last;
    this.#outgoing.shift();
    this.#own = this.#own ? 0 : 1;
    return this.#sendData();
  }

  async #onSupervisory(pcb: number, inf: Bytes): Promise<Bytes | null> {
    switch (pcb) {
      case 0xc0:
        this.#expected = 0;
        this.#own = 0;
        this.#unacknowledged = false;
        this.#incoming = new Uint8Array(0);
        this.#outgoing = [];
        this.#waiting = null;
        return this.#send(0xe0);
      case 0xc1:
        if (inf.length !== 1 || inf[0] === 0 || inf[0] === 0xff) return this.#send(0x80 | (this.#expected << 4) | 2);
        this.#ifsd = inf[0] ?? 32;
        return this.#send(0xe1, inf);
      case 0xc2:
        this.#incoming = new Uint8Array(0);
        return this.#send(0xe2);
      case 0xe3:
        return this.#answer();
      default:
        return this.#send(0x80 | (this.#expected << 4) | 2);
    }
  }

  #send(pcb: number, inf: Bytes = new Uint8Array(0)): Bytes {
    const body = join(Uint8Array.of(0, pcb, inf.length), inf);
    const block = join(body, edcOf(body, this.#options.edc));
    this.#last = block;
    return block;
  }
}
