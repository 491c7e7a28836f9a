// One PIN with its try counter, ISO 7816-4 §9 and the counter object of the Georgian-family cards.
import { type Bytes, ascii, uint } from "./bytes.ts";
import { tlv } from "./der.ts";

export interface PinOptions {
  readonly reference: number;
  readonly value: Bytes | null;
  /** The transport code, while `value` is null. */
  readonly transport: Bytes | null;
  readonly min: number;
  readonly max: number;
  readonly tries: number;
  /** FID of the DF the PIN belongs to; null = global. */
  readonly df: number | null;
  /** A wrong transport code is the last one. */
  readonly transportOnce?: boolean;
}

export class Pin {
  readonly reference: number;
  readonly min: number;
  readonly max: number;
  readonly triesMax: number;
  readonly df: number | null;
  readonly #transportOnce: boolean;
  tries: number;
  resets = 0;
  verified = false;
  /** The right value was VERIFYed, and not yet spent by a signature (user consent). */
  consents = 0;
  #value: Bytes | null;
  #transport: Bytes | null;
  #transportOpen = false;
  /** ACTIVATE has been done, or is not wanted. */
  active: boolean;

  constructor(options: PinOptions) {
    this.reference = options.reference;
    this.min = options.min;
    this.max = options.max;
    this.triesMax = options.tries;
    this.tries = options.tries;
    this.df = options.df;
    this.#transportOnce = options.transportOnce ?? false;
    this.#value = options.value;
    this.#transport = options.transport;
    this.active = options.value !== null;
  }

  get initialized(): boolean {
    return this.#value !== null;
  }

  /** The transport code was spent by VERIFY in this session: P1 = 01 may set the PIN. */
  get transportOpen(): boolean {
    return this.#transportOpen;
  }

  get length(): readonly [min: number, max: number] {
    if (this.#value !== null) return [this.min, this.max];
    const code = this.#transport?.length ?? 0;
    return [code, code];
  }

  /** Compares and counts. The counter goes down before the comparison, as on a real card. */
  check(candidate: Uint8Array): boolean {
    const expected = this.#value ?? this.#transport;
    this.verified = false;
    this.consents = 0;
    if (this.tries === 0 || expected === null) return false;
    this.tries -= 1;
    if (candidate.length !== expected.length || !candidate.every((digit, i) => digit === expected[i])) {
      if (this.#value === null && this.#transportOnce) this.tries = 0;
      return false;
    }
    this.tries = this.triesMax;
    return true;
  }

  /** After a right `check` by VERIFY. The transport code opens nothing but the setting of the PIN, and only once. */
  open(): void {
    if (this.#value === null) {
      this.#transport = null;
      this.#transportOpen = true;
      return;
    }
    this.verified = true;
    this.consents = 1;
  }

  set(value: Uint8Array): void {
    this.#value?.fill(0);
    this.#value = Uint8Array.from(value);
    this.#transport = null;
    this.#transportOpen = false;
  }

  forget(): void {
    this.verified = false;
    this.consents = 0;
    this.#transportOpen = false;
  }

  /** 62 { 9A max, 9B left, 9C 9D uses, 99 resets }; FFFF = unlimited. */
  counters(): Bytes {
    return tlv(
      "62",
      tlv("9A", uint(this.triesMax, 1)),
      tlv("9B", uint(this.tries, 1)),
      tlv("9C", uint(0xffff, 2)),
      tlv("9D", uint(0xffff, 2)),
      tlv("99", uint(this.resets, 1)),
    );
  }
}

/** Strips the fill bytes FF of a padded PIN block. */
export function unpad(block: Uint8Array): Uint8Array {
  let end = block.length;
  while (end > 0 && block[end - 1] === 0xff) end -= 1;
  return block.subarray(0, end);
}

export function digits(text: string): Bytes {
  return ascii(text);
}
