// Byte helpers shared by every codec under card/. Pure: no I/O, no globals.

/** A byte array over a plain ArrayBuffer: what WebUSB, WebCrypto and postMessage transfer accept without a copy. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * [Note: bytes that can be wiped] V8 keeps small typed arrays inside its moving heap: a collection copies them and
 * leaves the old copy behind, where no wipe reaches it (measured: six copies of a PIN after a login). An array over an
 * ArrayBuffer of its own lies outside and never moves. Whatever may hold a PIN is made here; `slice`, `of` and `from`
 * make arrays of the other kind.
 */
export function allocate(length: number): Bytes {
  return new Uint8Array(new ArrayBuffer(length));
}

/** A copy of a part, outside the moving heap. See: [Note: bytes that can be wiped]. */
export function copyOf(bytes: Uint8Array, start = 0, end = bytes.length): Bytes {
  const part = bytes.subarray(start, end);
  const out = allocate(part.length);
  out.set(part);
  return out;
}

/** Concatenates byte arrays into a new one, outside the moving heap. */
export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const out = allocate(length);
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** Equality of content. Not constant time: never used on secrets. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Upper-case hexadecimal without separators: `3BFD…`. */
export function toHex(bytes: Uint8Array): string {
  let out = "";
  for (const byte of bytes) out += byte.toString(16).padStart(2, "0");
  return out.toUpperCase();
}

/**
 * Bytes of a hexadecimal text; white space is ignored.
 * @throws RangeError when a character is not hexadecimal or the number of digits is odd.
 */
export function fromHex(text: string): Bytes {
  const digits = text.replaceAll(/\s+/g, "");
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) throw new RangeError("not a hexadecimal byte string");
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

/** Overwrites secrets in place. The engine may have made copies it does not tell us of: see docs/SECURITY.md. */
export function wipe(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}
