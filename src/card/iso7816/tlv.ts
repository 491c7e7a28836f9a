// BER-TLV, ISO/IEC 8825-1 and ISO/IEC 7816-4 §5.2.2, read from sources that may lie about every length.
import { CardError } from "../error.ts";

export interface Tlv {
  /** The tag bytes as one number: 0x30, 0xA0, 0x7F41, 0xBF8601 … */
  readonly tag: number;
  readonly constructed: boolean;
  /** A view into the source. */
  readonly value: Uint8Array;
  /** Tag, length and value: a view into the source. */
  readonly raw: Uint8Array;
}

function malformed(fact: string): never {
  throw new CardError("CARD_MALFORMED", `TLV: ${fact}`);
}

/**
 * The object that begins at `offset`.
 * @throws CardError CARD_MALFORMED: cut short, indefinite length, tag of more than three bytes, length over 24 bits.
 */
export function readTlv(bytes: Uint8Array, offset = 0): Tlv {
  let at = offset;
  const next = (): number => {
    const byte = bytes[at];
    if (byte === undefined) malformed("cut short");
    at += 1;
    return byte;
  };
  const first = next();
  let tag = first;
  if ((first & 0x1f) === 0x1f) {
    for (let extra = 0; ; extra += 1) {
      if (extra === 2) malformed("a tag of more than three bytes");
      const byte = next();
      tag = (tag << 8) | byte;
      if (!(byte & 0x80)) break;
    }
  }
  let length = next();
  if (length === 0x80) malformed("an indefinite length");
  if (length > 0x80) {
    const count = length & 0x7f;
    if (count > 3) malformed("a length of more than three bytes");
    length = 0;
    for (let i = 0; i < count; i += 1) length = (length << 8) | next();
  }
  if (length > bytes.length - at) malformed("a value reaches past its end");
  return {
    tag: tag >>> 0,
    constructed: (first & 0x20) !== 0,
    value: bytes.subarray(at, at + length),
    raw: bytes.subarray(offset, at + length),
  };
}

/** Every object in a row, to the end. @throws CardError CARD_MALFORMED */
export function readAll(bytes: Uint8Array): readonly Tlv[] {
  const found: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tlv = readTlv(bytes, at);
    found.push(tlv);
    at += tlv.raw.length;
  }
  return found;
}

/**
 * Objects in a row as files on cards have them: zeros or FF bytes behind the last object are unused space, not an error
 * (PKCS#15 v1.1 §6.1 pads files so).
 */
export function readFile(bytes: Uint8Array): readonly Tlv[] {
  const found: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === 0x00 || bytes[at] === 0xff) break;
    const tlv = readTlv(bytes, at);
    found.push(tlv);
    at += tlv.raw.length;
  }
  return found;
}

export function find(objects: readonly Tlv[], tag: number): Tlv | undefined {
  return objects.find((object) => object.tag === tag);
}

/** The first object with that tag inside a constructed value, or undefined. */
export function child(value: Uint8Array, tag: number): Tlv | undefined {
  return find(readAll(value), tag);
}
