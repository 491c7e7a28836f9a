// Reads values from bytes (ISO 32000-1 §7.2, §7.3). Knows nothing of files: a reference is a value like any other.
import { SigningError } from "../error.ts";
import { array, type PdfDict, type PdfValue, ref } from "./values.ts";

/** Thrown when the bytes at hand end before the value does: the caller reads on and tries again. */
export class NeedMore extends Error {
  override readonly name = "NeedMore";
}

const white = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Array.from("()<>[]{}/%", (character) => character.charCodeAt(0)));
const deepest = 200;

export class Parser {
  readonly #bytes: Uint8Array;
  readonly #base: number | null;
  readonly #last: boolean;
  at = 0;

  /**
   * @param base where `bytes` begins in the file; null inside an object stream
   * @param last nothing comes after `bytes`
   */
  constructor(bytes: Uint8Array, base: number | null, last: boolean) {
    this.#bytes = bytes;
    this.#base = base;
    this.#last = last;
  }

  get atEnd(): boolean {
    return this.at >= this.#bytes.length;
  }

  /** Goes over white space and comments. */
  skipWhite(): void {
    for (;;) {
      const byte = this.#bytes[this.at];
      if (byte === undefined) return;
      if (byte === 0x25) while (this.at < this.#bytes.length && this.#bytes[this.at] !== 0x0a && this.#bytes[this.at] !== 0x0d) this.at += 1;
      else if (white.has(byte)) this.at += 1;
      else return;
    }
  }

  /** A run of regular characters: a number or a keyword. */
  word(): string {
    this.skipWhite();
    const from = this.at;
    while (this.at < this.#bytes.length && this.#isRegular(this.#bytes[this.at] ?? 0)) this.at += 1;
    if (this.at >= this.#bytes.length && !this.#last) throw new NeedMore();
    return latin1(this.#bytes.subarray(from, this.at));
  }

  /** The next word, without going over it. */
  peekWord(): string {
    const from = this.at;
    const found = this.word();
    this.at = from;
    return found;
  }

  integer(): number {
    const text = this.word();
    if (!/^\+?\d{1,15}$/.test(text)) throw malformed("a number was expected");
    return Number(text);
  }

  /** Where the data begin behind the keyword `stream` (§7.3.8.1); null when no stream follows. */
  streamStart(): number | null {
    if (this.peekWord() !== "stream") return null;
    this.word();
    if (this.at + 2 > this.#bytes.length && !this.#last) throw new NeedMore();
    if (this.#bytes[this.at] === 0x0d) this.at += 1;
    if (this.#bytes[this.at] === 0x0a) this.at += 1;
    return this.at;
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw malformed("nested too deep");
    this.skipWhite();
    const byte = this.#byte(this.at);
    switch (byte) {
      case 0x2f:
        return this.#name();
      case 0x28:
        return this.#literal();
      case 0x5b:
        return this.#array(depth);
      case 0x3c:
        return this.#byte(this.at + 1) === 0x3c ? this.#dict(depth) : this.#hex();
      default:
        return this.#numberOrWord();
    }
  }

  #byte(at: number): number {
    const byte = this.#bytes[at];
    if (byte !== undefined) return byte;
    throw this.#last ? malformed("the file ends inside a value") : new NeedMore();
  }

  #isRegular(byte: number): boolean {
    return !white.has(byte) && !delimiters.has(byte);
  }

  #name(): PdfValue {
    this.at += 1;
    if (this.atEnd && !this.#last) throw new NeedMore();
    const next = this.#bytes[this.at];
    // A slash alone is a name, too (§7.3.5).
    const raw = next !== undefined && this.#isRegular(next) ? this.word() : "";
    return { kind: "name", name: raw.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) };
  }

  #numberOrWord(): PdfValue {
    const text = this.word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return this.#numberOrRef(text);
    if (text === "true") return true;
    if (text === "false") return false;
    if (text === "null") return null;
    // Reals that old writers spoil: "--5", "1.-2". Readers take what can be understood of them.
    if (/^[+-]*\d*\.?\d*(-\d*)?$/.test(text) && /\d/.test(text)) return Number.parseFloat(text.replace(/^[+-]*(?=[+-])/, "")) || 0;
    throw malformed("neither a value nor a keyword");
  }

  #numberOrRef(text: string): PdfValue {
    const num = Number(text);
    if (!/^\d+$/.test(text)) return num;
    const from = this.at;
    if (/^\d{1,5}$/.test(this.#softWord())) {
      const gen = Number(latin1(this.#bytes.subarray(from, this.at)).trim().split(/\s/).at(-1));
      if (this.#softWord() === "R") return ref(num, gen);
    }
    this.at = from;
    return num;
  }

  /** The next word; "" where something else follows. */
  #softWord(): string {
    this.skipWhite();
    if (this.at >= this.#bytes.length && !this.#last) throw new NeedMore();
    return this.word();
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipWhite();
      if (this.#byte(this.at) === 0x5d) break;
      items.push(this.value(depth + 1));
    }
    this.at += 1;
    return array(items);
  }

  #dict(depth: number): PdfDict {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    let repeated: true | undefined;
    for (;;) {
      this.skipWhite();
      const byte = this.#byte(this.at);
      if (byte === 0x3e && this.#byte(this.at + 1) === 0x3e) break;
      if (byte !== 0x2f) throw malformed("a dictionary with a key that is no name");
      const key = this.#name();
      if (typeof key !== "object" || key?.kind !== "name") throw malformed("a key that is no name");
      if (entries.has(key.name)) repeated = true;
      entries.set(key.name, this.value(depth + 1));
    }
    this.at += 2;
    return repeated ? { kind: "dict", entries, repeated } : { kind: "dict", entries };
  }

  #place(from: number): readonly [number, number] | null {
    return this.#base === null ? null : [this.#base + from, this.#base + this.at];
  }

  #hex(): PdfValue {
    const from = this.at;
    this.at += 1;
    let digits = "";
    for (;;) {
      const byte = this.#byte(this.at);
      this.at += 1;
      if (byte === 0x3e) break;
      if (!white.has(byte)) digits += String.fromCharCode(byte);
    }
    if (/[^0-9A-Fa-f]/.test(digits)) throw malformed("a hexadecimal string with other characters");
    if (digits.length % 2 === 1) digits += "0";
    const bytes = new Uint8Array(digits.length / 2);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
    return { kind: "string", bytes, hex: true, place: this.#place(from) };
  }

  #literal(): PdfValue {
    const from = this.at;
    this.at += 1;
    const out: number[] = [];
    for (let open = 1; ; ) {
      const byte = this.#byte(this.at);
      this.at += 1;
      if (byte === 0x5c) {
        this.#escape(out);
        continue;
      }
      if (byte === 0x28) open += 1;
      if (byte === 0x29) open -= 1;
      if (open === 0) break;
      // §7.3.4.2: an end of line in a string is one line feed, however it is written.
      if (byte === 0x0d) {
        if (this.#byte(this.at) === 0x0a) this.at += 1;
        out.push(0x0a);
      } else out.push(byte);
    }
    return { kind: "string", bytes: Uint8Array.from(out), hex: false, place: this.#place(from) };
  }

  #escape(out: number[]): void {
    const byte = this.#byte(this.at);
    this.at += 1;
    const plain = { 0x6e: 0x0a, 0x72: 0x0d, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0c }[byte];
    if (plain !== undefined) out.push(plain);
    else if (byte >= 0x30 && byte <= 0x37) {
      let code = byte - 0x30;
      for (let i = 0; i < 2; i += 1) {
        const next = this.#byte(this.at);
        if (next < 0x30 || next > 0x37) break;
        code = code * 8 + next - 0x30;
        this.at += 1;
      }
      out.push(code & 0xff);
    } else if (byte === 0x0d) {
      if (this.#byte(this.at) === 0x0a) this.at += 1;
    } else if (byte !== 0x0a) out.push(byte);
  }
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return text;
}

export function malformed(fact: string): SigningError {
  return new SigningError("PDF_BROKEN", fact);
}
