// A file's name inside a container as a Reference's URI, and back (EN 319 162-1 §A.4; RFC 3986 §2.1).
import { SigningError } from "../error.ts";

/** Every octet that is not unreserved is written as %XX, so that no reader resolves or normalises anything. */
export function fileUri(name: string): string {
  return encodeURIComponent(name).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll("%2F", "/");
}

/** null: it points elsewhere than into the container. @throws SigningError MALFORMED */
export function fileOfUri(uri: string): string | null {
  if (uri === "" || uri.startsWith("#") || uri.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(uri) || /[?#]/.test(uri)) return null;
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    throw new SigningError("MALFORMED", "a reference that is not percent-encoded UTF-8", error);
  }
}
