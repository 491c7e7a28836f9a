// Base64 (RFC 4648 §4).
import { SigningError } from "./error.ts";
import type { Bytes } from "./signer.ts";

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** White space is ignored, as in XML and PEM. @throws SigningError MALFORMED */
export function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text.replaceAll(/[\t\n\r ]+/g, "")), (char) => char.charCodeAt(0));
  } catch (error) {
    throw new SigningError("MALFORMED", "not base64", error);
  }
}
