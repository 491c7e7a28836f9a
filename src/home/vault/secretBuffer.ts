// What is typed into a secret field: UTF-8 bytes that can be wiped, never a string. See [Note: bytes that can be wiped].
import { allocate, type Bytes, copyOf } from "../../card/bytes.ts";

const room = 1024;

export class SecretBuffer {
  readonly #bytes = allocate(room);
  #length = 0;
  /** Told when everything was taken out: what shows the buffer must not go on showing what is no longer in it. */
  onCleared: (() => void) | null = null;

  /** Characters (code points). */
  get count(): number {
    let count = 0;
    for (let at = 0; at < this.#length; at += 1) if (((this.#bytes[at] ?? 0) & 0xc0) !== 0x80) count += 1;
    return count;
  }

  /** One key's text, as a rule; more when something is pasted. */
  push(text: string): void {
    const bytes = new TextEncoder().encode(text.normalize("NFC"));
    if (this.#length + bytes.length <= room) {
      this.#bytes.set(bytes, this.#length);
      this.#length += bytes.length;
    }
    bytes.fill(0);
  }

  /** Takes the last character away. */
  pop(): void {
    while (this.#length > 0) {
      this.#length -= 1;
      const byte = this.#bytes[this.#length] ?? 0;
      this.#bytes[this.#length] = 0;
      if ((byte & 0xc0) !== 0x80) return;
    }
  }

  clear(): void {
    this.#bytes.fill(0);
    this.#length = 0;
    this.onCleared?.();
  }

  same(other: SecretBuffer): boolean {
    return this.#length === other.#length && this.#bytes.every((byte, at) => byte === other.#bytes[at]);
  }

  /** What was typed, for the person who asks to see it. */
  reveal(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
  }

  /** A copy for the vault, which wipes it; this buffer is left as it is. */
  copy(): Bytes {
    return copyOf(this.#bytes, 0, this.#length);
  }
}
