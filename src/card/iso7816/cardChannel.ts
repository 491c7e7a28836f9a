// Commands to a card and what ISO/IEC 7816-4 wants done around them: GET RESPONSE, the right Le, chaining.
import { type Bytes, concat, copyOf, wipe } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { CardConnection } from "../reader.ts";
import { type CommandApdu, decodeResponse, encodeApdu, needsExtended, type ResponseApdu } from "./apdu.ts";
import { ok, statusError } from "./statusWord.ts";

const GET_RESPONSE = 0xc0;
const chainingBit = 0x10;
/** 64 KiB in the smallest useful pieces. */
const maxResponses = 512;
const chainBlock = 255;

export interface Call {
  readonly signal?: AbortSignal;
}

export class CardChannel {
  readonly connection: CardConnection;
  /** Whether extended APDUs may be used: the road carries them, and the card has not said no. */
  #extended: boolean;
  #apdus = 0;

  /** @param extended whether the card is known or declared (historical bytes) to take extended APDUs. */
  constructor(connection: CardConnection, extended: boolean) {
    this.connection = connection;
    this.#extended = extended && connection.apduLength === "extended";
  }

  /** Commands sent so far, GET RESPONSE and repetitions included: the benchmark's figure. */
  get apdus(): number {
    return this.#apdus;
  }

  get extended(): boolean {
    return this.#extended;
  }

  /** The card refused the extended form once: never again on this connection. */
  forgoExtended(): void {
    this.#extended = false;
  }

  /** Sends a command and returns the whole answer with its final status word, whatever that is. */
  async send(command: CommandApdu, call: Call = {}): Promise<ResponseApdu> {
    if (needsExtended(command) && !this.#extended) return await this.#chain(command, call);
    return await this.#one(command, needsExtended(command) ? "extended" : "short", call);
  }

  /** Like send, but anything other than 9000 throws (statusError). */
  async require(command: CommandApdu, call: Call = {}): Promise<Bytes> {
    const { data, sw } = await this.send(command, call);
    if (sw !== ok) throw statusError(sw);
    return data;
  }

  async #one(command: CommandApdu, form: "short" | "extended", call: Call): Promise<ResponseApdu> {
    let response = await this.#transmit(encodeApdu(command, form), call);
    // 6Cxx: the same command again with the length the card names (§5.3.4). A command that asked for nothing (VERIFY)
    // can't have asked for the wrong length, and is never sent twice.
    if (response.sw >> 8 === 0x6c && command.le !== undefined) {
      const le = response.sw & 0xff || 256;
      response = await this.#transmit(encodeApdu({ ...command, le }, "short"), call);
    }
    const parts = [response.data];
    for (let n = 0; response.sw >> 8 === 0x61; n += 1) {
      if (n >= maxResponses) throw new CardError("CARD_PROTOCOL", "the card's answer has no end");
      const le = response.sw & 0xff || 256;
      const next: CommandApdu = { cla: command.cla & ~chainingBit, ins: GET_RESPONSE, p1: 0, p2: 0, le };
      response = await this.#transmit(encodeApdu(next), call);
      if (response.sw >> 8 === 0x6c) {
        response = await this.#transmit(encodeApdu({ ...next, le: response.sw & 0xff || 256 }), call);
      }
      parts.push(response.data);
    }
    return { data: concat(...parts), sw: response.sw };
  }

  /** Command chaining (§5.3.3) for data too long for one short APDU; a long Le becomes the largest short one. */
  async #chain(command: CommandApdu, call: Call): Promise<ResponseApdu> {
    const data = command.data ?? new Uint8Array(0);
    const le = command.le === undefined ? {} : { le: Math.min(command.le, 256) };
    let offset = 0;
    for (; data.length - offset > chainBlock; offset += chainBlock) {
      const part = copyOf(data, offset, offset + chainBlock);
      const { cla, ins, p1, p2 } = command;
      const { sw } = await this.#one({ cla: cla | chainingBit, ins, p1, p2, data: part }, "short", call);
      wipe(part);
      if (sw !== ok) return { data: new Uint8Array(0), sw };
    }
    const { cla, ins, p1, p2 } = command;
    const rest = copyOf(data, offset);
    try {
      return await this.#one({ cla, ins, p1, p2, ...(rest.length > 0 ? { data: rest } : {}), ...le }, "short", call);
    } finally {
      wipe(rest);
    }
  }

  async #transmit(apdu: Bytes, call: Call): Promise<ResponseApdu> {
    this.#apdus += 1;
    try {
      return decodeResponse(await this.connection.transmit(apdu, call));
    } finally {
      // Any command may have carried a secret; wiping all is cheaper than knowing which.
      wipe(apdu);
    }
  }
}
