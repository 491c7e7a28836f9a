// BER with indefinite lengths, as NSS and some others still write CMS, with every length said instead (X.690 §8.1.3.6).
// Elements whose length is said already are kept byte for byte: signatures are over them.
import { type Bytes, concat } from "../../card/bytes.ts";
import { header } from "./write.ts";
import { malformed } from "./read.ts";

export interface Definite {
  readonly der: Bytes;
  /** How many bytes of the source the element took. */
  readonly taken: number;
}

const deepest = 40;

/** The element at the start of `bytes`. @throws SigningError MALFORMED */
export function definite(bytes: Uint8Array, depth = 0): Definite {
  const tag = bytes[0];
  const first = bytes[1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > deepest) malformed("not BER");
  if (first !== 0x80) return whole(bytes, first);
  // Only a constructed element can leave its length open.
  if ((tag & 0x20) === 0) malformed("a primitive element without a length");
  const parts: Bytes[] = [];
  let at = 2;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const part = definite(bytes.subarray(at), depth + 1);
    parts.push(part.der);
    at += part.taken;
  }
  const content = concat(...parts);
  return { der: concat(header(tag, content.length), content), taken: at + 2 };
}

function whole(bytes: Uint8Array, first: number): Definite {
  let length = first;
  let at = 2;
  if (first > 0x80) {
    at += first & 0x7f;
    if (at > 7) malformed("a length that nothing has");
    length = bytes.subarray(2, at).reduce((sum, byte) => sum * 256 + byte, 0);
  }
  if (at + length > bytes.length) malformed("BER that ends early");
  return { der: bytes.slice(0, at + length), taken: at + length };
}
