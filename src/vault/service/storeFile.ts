// A file into a stream, whether the vault is open or not: room checked first, hashed on the way.
import { createSHA256 } from "hash-wasm";
import type { Progress } from "../documentApi.ts";
import { sealedSize } from "../crypto/stream.ts";
import { VaultError } from "../error.ts";
import { blobSource, writeStream, type WrittenStream } from "../store/streamStore.ts";
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
export async function storeFile(around: Surroundings, file: Blob, signal: AbortSignal, onProgress?: (progress: Progress) => void): Promise<StoredFile> {
  const { available } = await around.room();
  if (sealedSize(file.size) * overhead + reserve > available) throw new VaultError("QUOTA_FULL", "there is no room for the file");
  const hash = await createSHA256();
  hash.init();
  const stored = await writeStream(around.database, blobSource(file), {
    signal,
    hold: true,
    tap: (plaintext) => void hash.update(plaintext),
    onProgress: (done) => onProgress?.({ done, total: file.size }),
  });
  return { ...stored, sha256: hash.digest("hex") };
}
