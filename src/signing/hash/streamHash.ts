// Digest and checksum of a file of any size in constant memory: WebCrypto can't hash piece by piece, so the pieces
// go through WebAssembly (hash-wasm). [Note: two paths for hashing] What is small is hashed by WebCrypto, which is faster on
// every processor with SHA instructions; it copies what it is given, so the limit keeps the memory for a file of any size
// under twice that and small change.
import { createCRC32, createSHA256, createSHA384, createSHA512, type IHasher } from "hash-wasm";
import { toHex } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { chunksOf } from "../../codec/chunksOf.ts";
import { hold } from "../../codec/hold.ts";
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";

const atOnce = 16 * 1024 * 1024;
/** More than the browser hands over at a time, so that it is never the buffer that keeps it waiting; two are nothing. */
const pieceSize = 1024 * 1024;
/** Pieces are smaller than what anybody wants to hear of. */
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

/** SHA-256 of a file, in lower-case hexadecimal: by it the vault knows a content again. @throws as `hashBlob` */
export async function fileSha256(file: Blob): Promise<string> {
  return toHex((await hashBlob(file, { bits: 256 })).digest).toLowerCase();
}

async function hashAtOnce(blob: Blob, { bits, signal, progress }: HashOptions): Promise<FileDigest> {
  if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled");
  const bytes = await whole(blob);
  const size = bytes.length;
  progress?.(size);
  return { digest: new Uint8Array(await crypto.subtle.digest(`SHA-${bits}`, bytes)), size };
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

/** null: a browser whose Blobs don't stream into buffers yet. */
function byobReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: "byob" });
  } catch {
    return null;
  }
}

/** In buffers of the browser's own. */
async function* plainPieces(blob: Blob): AsyncGenerator<Bytes> {
  let size = 0;
  try {
    for await (const piece of chunksOf(blob.stream())) {
      size += piece.length;
      yield piece;
    }
  } catch (error) {
    unreadable(error);
  }
  if (size !== blob.size) unreadable(null);
}

/**
 * One piece after the other, the next being read while the caller works on this one. Whoever has been given a piece is done
 * with it when asking for the next.
 * [Note: two buffers for a file] The browser reads into buffers that it is given (a BYOB reader), and there are two, which take
 * turns. Every other way makes a new buffer for each piece, which somebody has to give back. See: [Note: memory given back] in
 * src/codec/giveBack.ts.
 */
async function* pieces(blob: Blob): AsyncGenerator<Bytes> {
  const reader = byobReader(blob);
  if (!reader) {
    yield* plainPieces(blob);
    return;
  }
  const readInto = (buffer: ArrayBuffer): Promise<ReadableStreamReadResult<Bytes>> => {
    const coming = reader.read(new Uint8Array(buffer));
    // Whoever stops early leaves one reading behind: its failure is nobody's.
    coming.catch(() => {});
    return coming;
  };
  const release = hold(reader);
  let size = 0;
  try {
    let next = readInto(new ArrayBuffer(pieceSize));
    let free = new ArrayBuffer(pieceSize);
    for (;;) {
      const { done, value } = await next.catch(unreadable);
      if (done) break;
      size += value.length;
      next = readInto(free);
      yield value;
      free = value.buffer;
    }
  } finally {
    release();
    void reader.cancel().catch(() => {});
  }
  // One that was cut off since it was chosen ends early, without an error.
  if (size !== blob.size) unreadable(null);
}

async function whole(blob: Blob): Promise<Bytes> {
  const bytes = new Uint8Array(await blob.arrayBuffer().catch(unreadable));
  return bytes.length === blob.size ? bytes : unreadable(null);
}

function unreadable(cause: unknown): never {
  throw new SigningError("FILE_UNREADABLE", "the file could not be read to its end", cause);
}
