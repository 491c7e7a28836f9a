// Command APDUs on T=0 readers that work at TPDU level, ISO/IEC 7816-3:2006 §12.2.
import { type Bytes, concat, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";

interface Call {
  readonly signal?: AbortSignal;
}

export interface T0Options {
  /** Sends one TPDU (header, P3, command data if any) and returns data ‖ SW1 SW2; the reader does procedure bytes. */
  readonly exchange: (tpdu: Bytes, options: Call) => Promise<Bytes>;
}

const ENVELOPE = 0xc2;
const ok = 0x90;

export class T0Engine {
  readonly #options: T0Options;

  constructor(options: T0Options) {
    this.#options = options;
  }

  /**
   * One command APDU, one response APDU; 61xx and 6Cxx are the caller's business.
   * An extended APDU goes in ENVELOPE commands (§12.2.6/7).
   */
  async transceive(apdu: Uint8Array, call: Call = {}): Promise<Bytes> {
    if (apdu.length < 4) throw new CardError("CARD_PROTOCOL", "command shorter than its header");
    // Case 1: P3 = 0. Case 2: P3 = Le. Case 3: P3 = Lc. Case 4: Le stays with us, the card offers it by 61xx.
    if (apdu.length === 4) return await this.#send(concat(apdu, Uint8Array.of(0)), call);
    if (apdu.length === 5) return await this.#send(copyOf(apdu), call);
    const lc = apdu[4] ?? 0;
    if (lc !== 0 && (apdu.length === 5 + lc || apdu.length === 6 + lc)) {
      return await this.#send(copyOf(apdu, 0, 5 + lc), call);
    }
    if (lc === 0 && apdu.length >= 7) return await this.#envelope(apdu, call);
    throw new CardError("CARD_PROTOCOL", "command length does not fit its Lc");
  }

  async #envelope(apdu: Uint8Array, call: Call): Promise<Bytes> {
    // Extended case 2 with Le ≤ 256 needs no envelope: P3 carries it (§12.2.3, case 2E.1).
    if (apdu.length === 7) {
      const le = ((apdu[5] ?? 0) << 8) | (apdu[6] ?? 0);
      const p3 = le > 0 && le <= 256 ? le & 0xff : 0;
      return await this.#send(concat(apdu.subarray(0, 4), Uint8Array.of(p3)), call);
    }
    const lc = ((apdu[5] ?? 0) << 8) | (apdu[6] ?? 0);
    // Case 3E/4E whose data fit a short command: Le stays with us (§12.2.4, §12.2.5).
    if (lc > 0 && lc <= 255 && (apdu.length === 7 + lc || apdu.length === 9 + lc)) {
      return await this.#send(concat(apdu.subarray(0, 4), Uint8Array.of(lc), apdu.subarray(7, 7 + lc)), call);
    }
    const cla = apdu[0] ?? 0;
    for (let offset = 0; offset < apdu.length; offset += 255) {
      const part = apdu.subarray(offset, offset + 255);
      const answer = await this.#send(concat(Uint8Array.of(cla & 0xef, ENVELOPE, 0, 0, part.length), part), call);
      const last = offset + 255 >= apdu.length;
      if (last && part.length < 255) return answer;
      if (answer.at(-2) !== ok) return answer;
    }
    // The data filled the last envelope: an empty one says that nothing more comes (§12.2.6).
    return await this.#send(Uint8Array.of(cla & 0xef, ENVELOPE, 0, 0, 0), call);
  }

  async #send(tpdu: Bytes, call: Call): Promise<Bytes> {
    try {
      const answer = await this.#options.exchange(tpdu, call);
      if (answer.length < 2) throw new CardError("CARD_PROTOCOL", "answer shorter than a status word");
      return answer;
    } finally {
      wipe(tpdu);
    }
  }
}
