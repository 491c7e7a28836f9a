// The digest a ByteRange signature is about.
import type { Bytes } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { SigningError } from "../error.ts";

/**
 * @param covered what the ByteRange covers, end to end
 * @throws SigningError CANCELLED, FILE_UNREADABLE
 */
export async function digestOf(covered: Blob, bits: HashBits, signal?: AbortSignal): Promise<Bytes> {
  const bytes = await covered.arrayBuffer().catch((cause: unknown) => {
    throw new SigningError("FILE_UNREADABLE", "the file could not be read to its end", cause);
  });
  if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes));
}
