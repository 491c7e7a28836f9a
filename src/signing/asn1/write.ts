// DER (ITU-T X.690 §10, §11) of what we write ourselves. asn1js encodes the values; what is already DER (a certificate,
// an attribute of somebody else's) goes in byte for byte, because a signature or a digest may cover it.
import * as asn1js from "asn1js";
import { concat } from "../../card/bytes.ts";
import type { Bytes } from "../signer.ts";

function bytesOf(block: { toBER(): ArrayBuffer }): Bytes {
  return new Uint8Array(block.toBER());
}

/** Tag and length in front of `contentLength` bytes of content that are not at hand (a file of a gigabyte). */
export function header(tag: number, contentLength: number): Bytes {
  if (contentLength < 0x80) return Uint8Array.of(tag, contentLength);
  const digits: number[] = [];
  for (let rest = contentLength; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Uint8Array.of(tag, 0x80 | digits.length, ...digits);
}

/** Tag, length and content of DER parts. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Bytes {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return concat(header(tag, length), ...parts);
}

export function sequence(...parts: readonly Uint8Array[]): Bytes {
  return tagged(0x30, ...parts);
}

/** SET OF: elements sorted as their encodings (X.690 §11.6). */
export function setOf(...parts: readonly Uint8Array[]): Bytes {
  return tagged(0x31, ...sorted(parts));
}

/** The elements of a SET OF in DER's order. */
export function sorted(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parts.toSorted((a, b) => {
    for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
      const difference = (a[i] ?? 0) - (b[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.length - b.length;
  });
}

/** [n] EXPLICIT, or [n] IMPLICIT of something constructed. */
export function context(n: number, ...parts: readonly Uint8Array[]): Bytes {
  return tagged(0xa0 | n, ...parts);
}

export function oid(id: string): Bytes {
  return bytesOf(new asn1js.ObjectIdentifier({ value: id }));
}

/** A non-negative INTEGER. */
export function integer(value: number): Bytes {
  return bytesOf(new asn1js.Integer({ value }));
}

/** An INTEGER from its unsigned big-endian digits. */
export function unsigned(digits: Uint8Array): Bytes {
  const first = digits.findIndex((byte) => byte !== 0);
  const significant = first < 0 ? Uint8Array.of(0) : digits.subarray(first);
  return (significant[0] ?? 0) & 0x80 ? tagged(0x02, Uint8Array.of(0), significant) : tagged(0x02, significant);
}

export function octets(value: Uint8Array): Bytes {
  return tagged(0x04, value);
}

export function nullValue(): Bytes {
  return Uint8Array.of(0x05, 0x00);
}

/** UTCTime up to 2049, GeneralizedTime after (RFC 5652 §11.3), to the second. */
export function time(at: Date): Bytes {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+Z/g, "");
  const late = at.getUTCFullYear() >= 2050 || at.getUTCFullYear() < 1950;
  return tagged(late ? 0x18 : 0x17, new TextEncoder().encode(`${late ? digits : digits.slice(2)}Z`));
}
