import { allocate, copyOf, wipe } from "../card/bytes.ts";

/** Longer than any PIN there is: what is typed beyond it is not taken. */
const capacity = 16;

/** Digits being typed, as bytes that can be wiped. Never a string: a string can't be. */
export class PinBuffer {
  #digits = allocate(capacity);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** @param digit 0..9 @returns false when `max` digits are there already */
  push(digit: number, max: number): boolean {
    if (this.#length >= Math.min(max, capacity)) return false;
    this.#digits[this.#length] = 0x30 + digit;
    this.#length += 1;
    return true;
  }

  pop(): void {
    if (this.#length === 0) return;
    this.#length -= 1;
    this.#digits[this.#length] = 0;
  }

  clear(): void {
    wipe(this.#digits);
    this.#length = 0;
  }

  /** The digits as ASCII, in a buffer of their own to be transferred; here they are wiped. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = copyOf(this.#digits, 0, this.#length);
    this.clear();
    return taken;
  }
}
