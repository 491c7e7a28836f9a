// Base64 with padding (RFC 4648 §4). Uint8Array.prototype.toBase64 came to Chromium only with version 140.

/** @returns standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: the spread of a large array would overflow the argument stack.
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
}

// What `toBase64` would write: whole groups of four, and no bit set that belongs to no byte. (atob forgives blanks and missing
// padding; a second spelling of the same bytes is nothing a page needs.)
const spelling = /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/;

/** @returns the bytes, or null when `text` is not exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0 || !spelling.test(text)) return null;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  // A plain loop, since an APDU over the bridge waits for it: Uint8Array.from takes ten times as long.
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
