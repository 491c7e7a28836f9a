// A file into a stream, whether the vault is open or not: room checked first, hashed on the way.
import { createSHA256 } from "hash-wasm";
import { toHex } from "../../card/bytes.ts";
import type { Progress } from "../documentApi.ts";
import { sealedSize } from "../crypto/stream.ts";
import { VaultError } from "../error.ts";
import { heldSize, type Source, writeStream, type WrittenStream } from "../store/streamStore.ts";
import type { Surroundings } from "./surroundings.ts";

export interface StoredFile extends WrittenStream {
  /** Hexadecimal. */
  readonly sha256: string;
}

/** What the database needs besides the bytes themselves. */
const overhead = 1.05;
/** Bytes that are left free for records. */
const reserve = 4 << 20;

/** @throws QUOTA_FULL before a byte is written when there is no room for all of it */
export async function storeFile(around: Surroundings, source: Source, signal: AbortSignal, onProgress?: (progress: Progress) => void): Promise<StoredFile> {
  const small = source.size <= heldSize;
  // What goes in with one transaction is refused whole or not at all: an answer of a minute ago will do to keep the reserve.
  const { available } = await around.room(small);
  if (sealedSize(source.size) * overhead + reserve > available) throw new VaultError("QUOTA_FULL", "there is no room for the file");
  const hasher = small ? null : await createSHA256();
  hasher?.init();
  let digest: Promise<ArrayBuffer> | null = null;
  const stored = await writeStream(around.database, source, {
    signal,
    hold: true,
    // WebCrypto hashes beside this thread, but only what it is given at once.
    tap: async (plaintext) => {
      if (hasher) hasher.update(plaintext);
      else await (digest = crypto.subtle.digest("SHA-256", plaintext));
    },
    onProgress: (done) => onProgress?.({ done, total: source.size }),
  });
  around.took?.(Math.ceil(sealedSize(source.size) * overhead));
  return { ...stored, sha256: hasher ? hasher.digest("hex") : toHex(new Uint8Array(await (digest ?? crypto.subtle.digest("SHA-256", new Uint8Array(0))))).toLowerCase() };
}
