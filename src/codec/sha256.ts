import { toHex } from "../card/bytes.ts";

/** @param content text counts as UTF-8 @returns lower-case hexadecimal, as hashes are kept and compared */
export async function sha256Hex(content: string | BufferSource): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))).toLowerCase();
}
