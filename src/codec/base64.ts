// Base64 with padding (RFC 4648 §4). Uint8Array.prototype.toBase64 came to Chromium only with version 140.

/** @returns standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // In pieces: the spread of a large array would overflow the argument stack.
  for (let at = 0; at < bytes.length; at += 0x2000) text += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(text);
}

/** @returns the bytes, or null when `text` is not exactly what `toBase64` would write. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  // atob forgives blanks and missing padding; a second spelling of the same bytes is nothing a page needs.
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}
