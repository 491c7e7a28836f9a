// Digest and checksum of a file of any size in constant memory: WebCrypto can't hash piece by piece, so the pieces
// go through WebAssembly (hash-wasm). [Note: two paths for hashing] What is small is hashed by WebCrypto, which is faster on
// every processor with SHA instructions; the limit keeps the memory for a file of any size under that and small change.
// The pieces are those of Blob.stream(): the browser reads ahead by itself, twice as fast as slices are asked for one by one.
import { createCRC32, createSHA256, createSHA384, createSHA512, type IHasher } from "hash-wasm";
import type { HashBits } from "../algorithms.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";

const atOnce = 16 * 1024 * 1024;
/** The browser's pieces are as small as 64 kB: nobody wants to hear of each. */
const worthTelling = 2 * 1024 * 1024;

export interface FileDigest {
  readonly digest: Bytes;
  readonly size: number;
}

export interface HashOptions {
  readonly bits: HashBits;
  readonly signal?: AbortSignal | null;
  /** Called now and then with the bytes done so far of this file, and at its end. */
  readonly progress?: ((done: number) => void) | null;
}

const hashers: Readonly<Record<HashBits, () => Promise<IHasher>>> = { 256: createSHA256, 384: createSHA384, 512: createSHA512 };

/** @throws SigningError FILE_UNREADABLE: it changed or went away while it was read; CANCELLED */
export async function hashBlob(blob: Blob, options: HashOptions): Promise<FileDigest> {
  return blob.size <= atOnce ? await hashAtOnce(blob, options) : await hashStream(pieces(blob), options);
}

async function hashAtOnce(blob: Blob, { bits, signal, progress }: HashOptions): Promise<FileDigest> {
  if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
  const bytes = await whole(blob);
  const size = bytes.length;
  progress?.(size);
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes));
  release(bytes);
  return { digest, size };
}

/** Digest of what a stream of pieces gives. */
async function hashStream(source: AsyncIterable<Uint8Array>, { bits, signal, progress }: HashOptions): Promise<FileDigest> {
  const hasher = await hashers[bits]();
  let size = 0;
  let told = 0;
  for await (const part of source) {
    if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
    hasher.update(part);
    size += part.length;
    if (size - told < worthTelling) continue;
    told = size;
    progress?.(size);
  }
  if (size > told) progress?.(size);
  return { digest: new Uint8Array(hasher.digest("binary")), size };
}

/** CRC-32 (ISO 3309) as ZIP has it. */
export async function checksumBlob(blob: Blob, signal: AbortSignal | null = null): Promise<number> {
  const crc = await createCRC32();
  for await (const part of pieces(blob)) {
    if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
    crc.update(part);
  }
  return Number.parseInt(crc.digest("hex"), 16);
}

/** Digest and CRC-32 in one pass: for checking what comes out of a container. */
export async function digestAndChecksum(source: AsyncIterable<Uint8Array>, options: HashOptions): Promise<{ readonly digest: Bytes; readonly crc: number }> {
  const crc = await createCRC32();
  async function* through(): AsyncGenerator<Uint8Array> {
    for await (const part of source) {
      crc.update(part);
      yield part;
    }
  }
  const { digest } = await hashStream(through(), options);
  return { digest, crc: Number.parseInt(crc.digest("hex"), 16) };
}

/** One piece after the other; each is gone when the next is asked for. See: [Note: pieces are given back]. */
async function* pieces(blob: Blob): AsyncGenerator<Bytes> {
  const reader = blob.stream().getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(unreadable);
      if (done) break;
      size += value.length;
      yield value;
      release(value);
    }
  } finally {
    // Whoever stops early reads no further.
    void reader.cancel().catch(() => undefined);
  }
  if (size !== blob.size) unreadable(null);
}

/**
 * [Note: pieces are given back] Left to the garbage collector, tens of megabytes of pieces lie about before it comes.
 * Whoever has been given a piece is done with it when asking for the next.
 */
function release({ buffer }: Bytes): void {
  // Node 20, where the tests run, does not have it yet.
  if ("transfer" in buffer) buffer.transfer(0);
}

async function whole(blob: Blob): Promise<Bytes> {
  const bytes = new Uint8Array(await blob.arrayBuffer().catch(unreadable));
  return bytes.length === blob.size ? bytes : unreadable(null);
}

function unreadable(cause: unknown): never {
  throw new SigningError("FILE_UNREADABLE", "the file could not be read to its end", cause);
}
