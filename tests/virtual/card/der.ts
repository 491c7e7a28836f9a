// A small DER writer (ITU-T X.690) and a definite-length TLV reader for command data.
import { type Bytes, hex, join, toUint, uint } from "./bytes.ts";

/** One data object; `tag` in hexadecimal, several bytes allowed: "30", "BF8006". */
export function tlv(tag: string, ...content: readonly Uint8Array[]): Bytes {
  const value = join(...content);
  const n = value.length;
  const length = n < 0x80 ? uint(n, 1) : n < 0x100 ? join(hex("81"), uint(n, 1)) : join(hex("82"), uint(n, 2));
  return join(hex(tag), length, value);
}

export function sequence(...content: readonly Uint8Array[]): Bytes {
  return tlv("30", ...content);
}

export function utf8(text: string): Bytes {
  return tlv("0C", new TextEncoder().encode(text));
}

export function octets(bytes: Uint8Array): Bytes {
  return tlv("04", bytes);
}

/** Content octets of a non-negative INTEGER: shortest form, sign bit clear (X.690 §8.3). */
export function integerContent(value: number): Bytes {
  const length = value < 0x80 ? 1 : value < 0x8000 ? 2 : value < 0x800000 ? 3 : 4;
  return uint(value, length);
}

export function integer(value: number): Bytes {
  return tlv("02", integerContent(value));
}

export function boolean(value: boolean): Bytes {
  return tlv("01", uint(value ? 0xff : 0, 1));
}

/** BIT STRING of named bits (bit 0 = most significant), trailing zero bits removed (X.690 §11.2.2). */
export function namedBits(...bits: readonly number[]): Bytes {
  if (bits.length === 0) return tlv("03", hex("00"));
  const last = Math.max(...bits);
  const out = new Uint8Array(Math.floor(last / 8) + 1);
  for (const bit of bits) out[bit >> 3] = (out[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return tlv("03", uint(7 - (last & 7), 1), out);
}

export interface DataObject {
  readonly tag: string;
  readonly value: Bytes;
}

/** The data objects of a command data field (ISO 7816-4 §6.3); null when a tag or length does not fit. */
export function parseTlv(bytes: Uint8Array): readonly DataObject[] | null {
  const out: DataObject[] = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const first = bytes[at++] ?? 0;
    if ((first & 0x1f) === 0x1f) {
      while (((bytes[at] ?? 0) & 0x80) !== 0) at += 1;
      at += 1;
    }
    const tag = Array.from(bytes.subarray(start, at), (b) => b.toString(16).padStart(2, "0").toUpperCase()).join("");
    let length = bytes[at++] ?? -1;
    if (length > 0x83 || length === 0x80) return null;
    if (length > 0x80) {
      const count = length & 0x7f;
      length = toUint(bytes.subarray(at, at + count));
      at += count;
    }
    if (length < 0 || at + length > bytes.length) return null;
    out.push({ tag, value: Uint8Array.from(bytes.subarray(at, at + length)) });
    at += length;
  }
  return out;
}
