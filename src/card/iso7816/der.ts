// DER values (ITU-T X.690) as a card's files and certificates have them.
import { CardError } from "../error.ts";

export const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  numeric: 0x12,
  printable: 0x13,
  teletex: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmp: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

function malformed(fact: string): never {
  throw new CardError("CARD_MALFORMED", fact);
}

/** A non-negative INTEGER that fits 32 bits. */
export function integer(value: Uint8Array): number {
  const digits = value[0] === 0 ? value.subarray(1) : value;
  if (value.length === 0 || digits.length > 4) malformed("an integer out of range");
  return digits.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** Which bits of a BIT STRING are set, counted from 0 = the most significant bit of the first byte. */
export function bits(value: Uint8Array): ReadonlySet<number> {
  const unused = value[0];
  if (unused === undefined || unused > 7) malformed("a bit string without its first byte");
  const set = new Set<number>();
  const count = (value.length - 1) * 8 - unused;
  for (let bit = 0; bit < count; bit += 1) {
    if (((value[1 + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1) set.add(bit);
  }
  return set;
}

/** Dotted form: `1.2.840.113549.1.1.1`. */
export function oid(value: Uint8Array): string {
  const arcs: number[] = [];
  let arc = 0;
  for (const [i, byte] of value.entries()) {
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) malformed("an object identifier out of range");
    if (byte & 0x80) {
      if (i === value.length - 1) malformed("an object identifier cut short");
      continue;
    }
    if (arcs.length === 0) {
      const root = Math.min(Math.floor(arc / 40), 2);
      arcs.push(root, arc - 40 * root);
    } else arcs.push(arc);
    arc = 0;
  }
  if (arcs.length === 0) malformed("an empty object identifier");
  return arcs.join(".");
}

const textTags: ReadonlySet<number> = new Set([Tag.utf8, Tag.numeric, Tag.printable, Tag.teletex, Tag.ia5, Tag.bmp]);

export function isText(tag: number): boolean {
  return textTags.has(tag);
}

/** Text of any of the string types; bytes that are not what their type says become U+FFFD. */
export function text(tag: number, value: Uint8Array): string {
  switch (tag) {
    case Tag.bmp:
      return decode("utf-16be", value);
    case Tag.teletex:
      return decode("iso-8859-1", value);
    case Tag.utf8:
    case Tag.numeric:
    case Tag.printable:
    case Tag.ia5:
      return decode("utf-8", value);
    default:
      return malformed("not a text");
  }
}

function decode(encoding: string, value: Uint8Array): string {
  return new TextDecoder(encoding).decode(value).replaceAll("\0", "");
}

/** UTCTime or GeneralizedTime (RFC 5280 §4.1.2.5) as milliseconds since the epoch. */
export function time(tag: number, value: Uint8Array): number {
  const digits = decode("utf-8", value);
  const pattern = tag === Tag.utcTime ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/ : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
  const match = pattern.exec(digits);
  if (!match || (tag !== Tag.utcTime && tag !== Tag.generalizedTime)) malformed("not a time");
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const full = tag === Tag.utcTime ? year + (year < 50 ? 2000 : 1900) : year;
  const result = Date.UTC(full, month - 1, day, hour, minute, second);
  const back = new Date(result);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 23 || minute > 59) malformed("not a time");
  return result;
}
