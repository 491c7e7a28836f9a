// Selecting and reading elementary files, with the forms that different cards want. ISO/IEC 7816-4 §11.1 and §11.2.
import { type Bytes, concat, equal } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { ok, statusError } from "../iso7816/statusWord.ts";
import { readTlv } from "../iso7816/tlv.ts";
import { fromMasterFile, isAbsolute, type Path } from "../pkcs15/path.ts";

const SELECT = 0xa4;
const READ_BINARY = 0xb0;
const READ_BINARY_ODD = 0xb1;

/** Wrong parameters or instruction: the same wish in another form may succeed. */
const otherForm = new Set([0x6700, 0x6a86, 0x6a81, 0x6b00, 0x6982, 0x6d00]);
const endOfFile = new Set([0x6282, 0x6b00, 0x6a86]);
const maxFile = 65_536;
/** Large enough for any certificate in one answer, small enough for the buffers of real cards. */
const extendedChunk = 4_096;
const shortChunk = 256;
const lastShortOffset = 0x7fff;

/** How long a file is once its first bytes are known; null: read to its end. */
export type LengthOf = (soFar: Uint8Array) => number | null;

export class CardFiles {
  readonly channel: CardChannel;
  /** The application's DF from the MF on, without 3F00. */
  application: Bytes;
  /** The current DF from the MF on, when it is known: files in it can be selected by identifier alone. */
  #df: Bytes | null = null;
  /** SELECT with P2 = 0C (no answer wanted) or 00 with Le; the form that worked is kept. */
  #wantsAnswer = false;
  #sfi = true;
  #aid: Uint8Array | null = null;

  constructor(channel: CardChannel, application: Bytes) {
    this.channel = channel;
    this.application = application;
  }

  /** Whether short file identifiers may be used: until the card has refused one. */
  get shortIdentifiers(): boolean {
    return this.#sfi;
  }

  /** The card is known not to take short identifiers: it is not even asked. */
  forgoShortIdentifiers(): void {
    this.#sfi = false;
  }

  /** Back to the application's DF, by the name or path that led to it. */
  async selectApplicationAgain(call: Call = {}): Promise<void> {
    if (this.#aid) await this.selectApplication(this.#aid, call);
    else await this.selectApplicationPath(call);
  }

  /**
   * Makes the application's DF the current one, by its path if that works: a selection by name may make the card
   * forget a verified PIN.
   */
  async home(call: Call = {}): Promise<void> {
    if (this.#isIn(this.application) || (await this.selectApplicationPath(call))) return;
    await this.selectApplicationAgain(call);
  }

  /** Selects an application. @returns false when the card has none of that name. */
  async selectApplication(aid: Uint8Array, call: Call = {}): Promise<boolean> {
    const sw = await this.#select(0x04, aid, call);
    this.#df = sw === ok ? this.application : null;
    if (sw === ok) this.#aid = aid;
    return sw === ok;
  }

  /** Selects the application's DF by its path from the MF. */
  async selectApplicationPath(call: Call = {}): Promise<boolean> {
    const sw = await this.#select(0x08, this.application, call);
    this.#df = sw === ok ? this.application : null;
    return sw === ok;
  }

  /** @throws CardError CARD_REFUSED */
  async select(path: Path, call: Call = {}): Promise<void> {
    let sw: number;
    if (!isAbsolute(path) && path.file.length === 2 && this.#isIn(this.application)) sw = await this.#select(0x02, path.file, call);
    else {
      const file = fromMasterFile(path, this.application);
      sw = await this.#select(0x08, file, call);
      this.#df = sw === ok ? file.slice(0, -2) : null;
    }
    if (sw !== ok) throw statusError(sw);
  }

  /** Makes the DF that holds a file the current one, if it is not already. */
  async enter(path: Path | null, call: Call = {}): Promise<void> {
    if (!path || !isAbsolute(path) || path.file.length < 4) return;
    const df = path.file.slice(2, path.file.length - (path.file.length > 4 ? 2 : 0));
    if (this.#isIn(df)) return;
    const sw = await this.#select(0x08, df, call);
    this.#df = sw === ok ? df : null;
    if (sw !== ok) throw statusError(sw);
  }

  /** Selects and reads a whole file (or the part its path names). */
  async read(path: Path, lengthOf: LengthOf = () => null, call: Call = {}): Promise<Bytes> {
    await this.select(path, call);
    const bytes = await this.#readSelected(path.length === null ? lengthOf : () => path.offset + (path.length ?? 0), call);
    return path.length === null && path.offset === 0 ? bytes : bytes.slice(path.offset, path.offset + (path.length ?? maxFile));
  }

  /**
   * Reads a file of the application by its short identifier (ISO 7816-15 §7.4 reserves 11h for EF.OD and 12h for
   * EF.CIAInfo), which saves a SELECT; a card that does not know short identifiers is asked only once.
   */
  async readShort(sfi: number, path: Path, lengthOf: LengthOf = () => null, call: Call = {}): Promise<Bytes> {
    if (!this.#sfi) return await this.read(path, lengthOf, call);
    const le = this.#chunk();
    const { data, sw } = await this.channel.send({ cla: 0, ins: READ_BINARY, p1: 0x80 | sfi, p2: 0, le }, call);
    if (sw === ok || sw === 0x6282) {
      const wanted = lengthOf(data);
      if (sw === 0x6282 || (wanted === null ? data.length < le : data.length >= wanted)) return data;
      return await this.#readSelected(lengthOf, call, data);
    }
    this.#sfi = false;
    if (sw === 0x6700) this.channel.forgoExtended();
    return await this.read(path, lengthOf, call);
  }

  /** The first bytes of a file: enough to recognise a certificate that was read before. */
  async readStart(path: Path, call: Call = {}): Promise<Bytes> {
    await this.select(path, call);
    const { data, sw } = await this.channel.send({ cla: 0, ins: READ_BINARY, p1: 0, p2: 0, le: shortChunk }, call);
    if (sw !== ok && sw !== 0x6282) throw statusError(sw);
    return data;
  }

  #isIn(df: Uint8Array): boolean {
    return this.#df !== null && equal(this.#df, df);
  }

  async #select(p1: number, data: Uint8Array, call: Call): Promise<number> {
    const command = { cla: 0, ins: SELECT, p1, data };
    const silent = { ...command, p2: 0x0c };
    const answering = { ...command, p2: 0x00, le: 256 };
    const first = await this.channel.send(this.#wantsAnswer ? answering : silent, call);
    if (!otherForm.has(first.sw)) return first.sw;
    const second = await this.channel.send(this.#wantsAnswer ? silent : answering, call);
    if (second.sw !== ok) return first.sw;
    this.#wantsAnswer = !this.#wantsAnswer;
    return ok;
  }

  #chunk(): number {
    return this.channel.extended ? extendedChunk : shortChunk;
  }

  async #readSelected(lengthOf: LengthOf, call: Call, start: Bytes = new Uint8Array(0)): Promise<Bytes> {
    let bytes = start;
    while (bytes.length < maxFile) {
      const wanted = bytes.length === 0 ? null : lengthOf(bytes);
      if (wanted !== null && bytes.length >= wanted) break;
      const le = Math.min(this.#chunk(), wanted === null ? maxFile : wanted - bytes.length);
      const { data, sw } = await this.#readAt(bytes.length, le, call);
      if (sw === 0x6700 && this.channel.extended) {
        this.channel.forgoExtended();
        continue;
      }
      if (bytes.length > 0 && endOfFile.has(sw)) {
        bytes = concat(bytes, data);
        break;
      }
      if (sw !== ok && sw !== 0x6282) throw statusError(sw);
      bytes = concat(bytes, data);
      if (sw === 0x6282 || data.length === 0) break;
      // A card may answer with less than was asked (its buffer is smaller): only where the length is not known does a
      // short answer end the file.
      if (data.length < le && lengthOf(bytes) === null) break;
    }
    if (bytes.length > maxFile) throw new CardError("CARD_MALFORMED", "a file without end");
    return bytes;
  }

  async #readAt(offset: number, le: number, call: Call) {
    if (offset <= lastShortOffset) {
      return await this.channel.send({ cla: 0, ins: READ_BINARY, p1: offset >> 8, p2: offset & 0xff, le }, call);
    }
    // Beyond 32 KiB the offset is a data object (§11.2.2, odd instruction): 54 03 in, 53 len … out.
    const data = Uint8Array.of(0x54, 3, offset >> 16, (offset >> 8) & 0xff, offset & 0xff);
    const response = await this.channel.send({ cla: 0, ins: READ_BINARY_ODD, p1: 0, p2: 0, data, le }, call);
    if (response.data.length === 0) return response;
    return { sw: response.sw, data: readTlv(response.data).value.slice() };
  }
}
