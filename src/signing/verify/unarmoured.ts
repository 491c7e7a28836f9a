// A CMS file's bytes in the one form that is parsed.
import { definite } from "../asn1/definite.ts";
import { fromBase64 } from "../base64.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";

/** DER, or the DER in a PEM armour, or BER whose only fault is that lengths are left open. null: neither. */
export function definiteOrNull(bytes: Bytes): Bytes | null {
  if (bytes[0] === 0x30) return bytes[1] === 0x80 ? closed(bytes) : bytes;
  const body = /-----BEGIN (?:PKCS7|CMS)-----([A-Za-z0-9+/=\s]+)-----END (?:PKCS7|CMS)-----/.exec(new TextDecoder("latin1").decode(bytes))?.[1];
  return body ? fromBase64(body) : null;
}

function closed(bytes: Bytes): Bytes | null {
  try {
    const { der, taken } = definite(bytes);
    return taken === bytes.length ? der : null;
  } catch (error) {
    if (error instanceof SigningError) return null;
    throw error;
  }
}
