// The digest a ByteRange signature is about. See: [Note: two paths for hashing] in hash/streamHash.ts; here the limit is
// higher, because a PDF that one can look at fits into memory, and one pass by WebCrypto is what signing is measured by.
import type { Bytes } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { SigningError } from "../error.ts";
import { hashBlob } from "../hash/streamHash.ts";

const atOnce = 128 * 1024 * 1024;

export interface CoveredOptions {
  readonly signal?: AbortSignal | null;
  readonly progress?: ((done: number) => void) | null;
  /** Up to so many bytes are read at once. */
  readonly limit?: number;
}

/**
 * @param covered what the ByteRange covers, end to end
 * @throws SigningError CANCELLED, FILE_UNREADABLE
 */
export async function digestOf(covered: Blob, bits: HashBits, { signal = null, progress = null, limit = atOnce }: CoveredOptions = {}): Promise<Bytes> {
  if (covered.size > limit) return (await hashBlob(covered, { bits, signal, progress })).digest;
  const bytes = await covered.arrayBuffer().catch((cause: unknown) => {
    throw new SigningError("FILE_UNREADABLE", "the file could not be read to its end", cause);
  });
  if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
  return new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes));
}
