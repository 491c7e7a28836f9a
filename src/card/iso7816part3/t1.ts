// T=1 as the interface device runs it, ISO/IEC 7816-3:2006 §11.6.
import { type Bytes, concat, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import { type BadBlock, decodeBlock, type Edc, encodeBlock, pcbOf, type T1Block } from "./t1Block.ts";

export interface T1Options {
  /** Largest information field the card takes (TAi of the ATR). */
  readonly ifsc: number;
  /** Largest information field the way to the card has room for, whatever the card takes; 254 when absent. */
  readonly mostInf?: number;
  /** Largest information field we take until negotiated; 32 after reset. */
  readonly ifsd: number;
  readonly edc: Edc;
  readonly nad?: number;
  /**
   * Sends one block and returns the card's. `bwi` is the waiting-time multiplier for this one block (0: none).
   * CARD_PROTOCOL means "something came, but garbled" and is answered within the protocol; other errors pass through.
   */
  readonly exchange: (block: Bytes, options: { readonly bwi: number; readonly signal?: AbortSignal }) => Promise<Bytes>;
}

interface Call {
  readonly signal?: AbortSignal;
}

/** Rule 7.4: two more attempts after the first; and as many resynchronisations (rule 6.4). */
const maxRetries = 3;
const maxResynchs = 3;
/** RSA-3072 at 1 MHz asks for some dozens; a card that asks two hundred times in a row is not computing any more. */
const maxWaitingTimeExtensions = 200;
/** 64 KiB of extended APDU in blocks of one byte would be endless; the largest answer bounds the sum. */
const maxAnswer = 65_538;

/** VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER: once the last block went out, they are never sent again. */
const oneShot = new Set([0x20, 0x24, 0x2c]);

export class T1Engine {
  readonly #options: T1Options;
  readonly #nad: number;
  #ifsc: number;
  #ifsd: number;
  /** Number of our next I-block, and of the card's next. */
  #ns: 0 | 1 = 0;
  #nr: 0 | 1 = 0;
  #dead = false;

  constructor(options: T1Options) {
    this.#options = options;
    this.#nad = options.nad ?? 0;
    this.#ifsc = this.#fitting(options.ifsc);
    this.#ifsd = options.ifsd;
  }

  #fitting(ifsc: number): number {
    return Math.min(ifsc, this.#options.mostInf ?? 254);
  }

  /** After rule 6.4 failed: nothing but a reset helps. */
  get dead(): boolean {
    return this.#dead;
  }

  get ifsd(): number {
    return this.#ifsd;
  }

  /** Tells the card how large its blocks may be. @param size 1..254. */
  async negotiateIfsd(size: number, call: Call = {}): Promise<void> {
    const request: T1Block = { kind: "S", type: "ifs", response: false, inf: Uint8Array.of(size) };
    for (let attempt = 0; attempt < maxRetries; attempt += 1) {
      const answer = await this.#exchange(request, 0, call);
      if (answer.kind === "S" && answer.type === "ifs" && answer.response && answer.inf[0] === size) {
        this.#ifsd = size;
        return;
      }
    }
    throw new CardError("CARD_PROTOCOL", "the card did not accept an information field size");
  }

  /** Back to the state after reset (rule 6). @throws CardError CARD_PROTOCOL, and the engine is dead. */
  async resynchronise(call: Call = {}): Promise<void> {
    const request: T1Block = { kind: "S", type: "resynch", response: false, inf: new Uint8Array(0) };
    for (let attempt = 0; attempt < maxResynchs; attempt += 1) {
      const answer = await this.#exchange(request, 0, call);
      if (answer.kind === "S" && answer.type === "resynch" && answer.response) {
        this.#ns = 0;
        this.#nr = 0;
        return;
      }
    }
    this.#dead = true;
    throw new CardError("CARD_PROTOCOL", "the card did not resynchronise");
  }

  /** One command APDU, one response APDU. The caller keeps and wipes `apdu`; blocks made of it are wiped here. */
  async transceive(apdu: Uint8Array, call: Call = {}): Promise<Bytes> {
    if (this.#dead) throw new CardError("CARD_PROTOCOL", "the card must be reset first");
    for (let resynchs = 0; ; resynchs += 1) {
      const outcome = await this.#run(apdu, call);
      if (outcome.kind === "answer") return outcome.bytes;
      await this.resynchronise(call);
      const repeatable = !outcome.complete || !oneShot.has(apdu[1] ?? 0);
      if (!repeatable || resynchs + 1 >= maxResynchs) {
        throw new CardError("CARD_PROTOCOL", "the card's answer could not be understood");
      }
    }
  }

  /** NAD PCB LEN of the next I-block: bTeoPrologue of PC_to_RDR_Secure at TPDU level (CCID 1.1 §6.1.11). */
  prologueForSecure(apduLength: number): Bytes {
    const block: T1Block = { kind: "I", ns: this.#ns, more: false, inf: new Uint8Array(0) };
    return Uint8Array.of(this.#nad, pcbOf(block), apduLength & 0xff);
  }

  /** The card's block after a pinpad sent our I-block: the response APDU in it (waiting-time requests answered). */
  async secureAnswer(bytes: Uint8Array, call: Call = {}): Promise<Bytes> {
    this.#ns = flip(this.#ns);
    let block = decodeBlock(bytes, this.#nad, this.#options.edc);
    for (let extensions = 0; block.kind === "S" && block.type === "wtx" && !block.response; extensions += 1) {
      if (extensions > maxWaitingTimeExtensions) break;
      block = await this.#exchange({ ...block, response: true }, block.inf[0] ?? 1, call);
    }
    if (block.kind !== "I" || block.ns !== this.#nr || block.more) {
      await this.resynchronise(call);
      throw new CardError("CARD_PROTOCOL", "the card's answer to the reader's keypad could not be understood");
    }
    this.#nr = flip(this.#nr);
    return block.inf;
  }

  async #exchange(block: T1Block, bwi: number, call: Call): Promise<T1Block | BadBlock> {
    const bytes = encodeBlock(this.#nad, block, this.#options.edc);
    try {
      const received = await this.#options.exchange(bytes, { bwi, ...(call.signal ? { signal: call.signal } : {}) });
      return decodeBlock(received, this.#nad, this.#options.edc);
    } catch (error) {
      if (error instanceof CardError && error.code === "CARD_PROTOCOL") return { kind: "bad", why: "edc" };
      throw error;
    } finally {
      wipe(bytes);
    }
  }

  /** From our first I-block to the card's last; "lost" when the retries are used up (then: resynchronise). */
  async #run(
    apdu: Uint8Array,
    call: Call,
  ): Promise<{ kind: "answer"; bytes: Bytes } | { kind: "lost"; complete: boolean }> {
    let offset = 0;
    let size = 0;
    const nextBlock = (): T1Block => {
      size = Math.min(this.#ifsc, apdu.length - offset);
      return { kind: "I", ns: this.#ns, more: offset + size < apdu.length, inf: copyOf(apdu, offset, offset + size) };
    };
    let pending: T1Block | null = nextBlock();
    let out: T1Block = pending;
    let complete = pending.kind === "I" && !pending.more;
    let bwi = 0;
    let retries = 0;
    let extensions = 0;
    const parts: Bytes[] = [];
    let length = 0;

    try {
      for (;;) {
        const block = await this.#exchange(out, bwi, call);
        bwi = 0;
        if (block.kind === "S" && !block.response && block.type !== "resynch") {
          if (block.type === "abort") {
            await this.#exchange({ ...block, response: true }, 0, call);
            return { kind: "lost", complete: true };
          }
          const value = block.inf[0] ?? 0;
          const valid = block.type === "wtx" ? value > 0 : value > 0 && value < 255;
          if (valid) {
            if (block.type === "wtx") {
              extensions += 1;
              if (extensions > maxWaitingTimeExtensions) {
                throw new CardError("CARD_PROTOCOL", "the card asks for more time without end");
              }
              bwi = value;
            } else this.#ifsc = this.#fitting(value);
            out = { ...block, response: true };
            continue;
          }
        } else if (block.kind === "I" && block.ns === this.#nr && !(pending?.kind === "I" && pending.more)) {
          // The card's I-block is also the acknowledgement of our last one.
          if (pending) this.#ns = flip(this.#ns);
          if (pending?.kind === "I") wipe(pending.inf);
          pending = null;
          this.#nr = flip(this.#nr);
          retries = 0;
          extensions = 0;
          parts.push(block.inf);
          length += block.inf.length;
          if (length > maxAnswer) throw new CardError("CARD_PROTOCOL", "the card's answer has no end");
          if (!block.more) return { kind: "answer", bytes: concat(...parts) };
          out = { kind: "R", nr: this.#nr, error: "none" };
          continue;
        } else if (block.kind === "R" && pending?.kind === "I" && pending.more && block.nr !== pending.ns) {
          wipe(pending.inf);
          this.#ns = flip(this.#ns);
          offset += size;
          pending = nextBlock();
          complete = pending.kind === "I" && !pending.more;
          out = pending;
          retries = 0;
          continue;
        }

        // Something is wrong: ask again, or say again what the card did not get (rules 7.1 to 7.3).
        retries += 1;
        if (retries > maxRetries) return { kind: "lost", complete };
        if (block.kind === "R") out = pending && block.nr === this.#ns ? pending : out;
        // The card repeats its last answer: it never got our block, which may go out again even if it is a VERIFY.
        else if (block.kind === "I" && block.ns !== this.#nr && pending) out = pending;
        else if (out.kind !== "R") {
          out = { kind: "R", nr: this.#nr, error: block.kind === "bad" ? block.why : "other" };
        }
      }
    } finally {
      if (pending?.kind === "I") wipe(pending.inf);
    }
  }
}

function flip(bit: 0 | 1): 0 | 1 {
  return bit ? 0 : 1;
}
