// Base64 (RFC 4648 §4).
import { SigningError } from "./error.ts";
import type { Bytes } from "./signer.ts";

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/**
 * White space is ignored, as in XML and PEM; bits that no byte holds must be zero, so that one value has one text.
 * @throws SigningError MALFORMED
 */
export function fromBase64(text: string): Bytes {
  const digits = text.replaceAll(/[\t\n\r ]+/g, "");
  let chars: string;
  try {
    chars = atob(digits);
  } catch (error) {
    throw new SigningError("MALFORMED", "not base64", error);
  }
  if (btoa(chars) !== digits) throw new SigningError("MALFORMED", "not the shortest base64");
  return Uint8Array.from(chars, (char) => char.charCodeAt(0));
}
