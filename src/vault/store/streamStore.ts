// Streams in the database: written in windows, read from anywhere. A stream that is being written or taken away stands
// in the journal, so that what a killed browser left is known at the next opening without looking through everything.
import { type Bytes, concat, wipe } from "../../card/bytes.ts";
import type { VaultDatabase } from "../../platform/vaultDatabase.ts";
import { uint32 } from "../crypto/derive.ts";
import { chunkCount, chunkSize, newStream, openChunk, openStream, sealChunk, type StreamKey } from "../crypto/stream.ts";
import { unwrapSecret, type VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit, type Step, storageError } from "./commit.ts";

/**
 * [Note: lives] The journal names with each stream the worker's life that writes it. What another life left is swept
 * away at the next opening; what this one is writing is not. 0: doomed, whoever wrote it.
 */
let life = 1;

/** A new life of the worker: to be called before anything is written. */
export function beginLife(): void {
  life = 1 + (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

/** The step that puts a stream into the journal, before its first chunk is written. */
export function journalStream(id: Bytes): Step {
  return { put: "journal", key: id.buffer, value: life };
}

/** Streams in the journal that no living writer has. */
export async function leftBehind(database: VaultDatabase): Promise<readonly Bytes[]> {
  const [keys, lives] = await Promise.all([database.getAllKeys("journal"), database.getAll("journal")]);
  return keys.filter((_, at) => lives[at] !== life).map((key) => new Uint8Array(key));
}

/** Chunks encrypted at once and written in one transaction: 32 × 60 KiB, twice in flight, is under 8 MB. */
const window = 32;

const chunkKey = (stream: Bytes, chunk: number): ArrayBuffer => concat(stream, uint32(chunk)).buffer;

/** The step that puts a sealed chunk in its place. */
export function putChunk(stream: Bytes, chunk: number, value: ArrayBuffer): Step {
  return { put: "chunk", key: chunkKey(stream, chunk), value };
}

/** All chunks of a stream. */
export function chunksOf(stream: Bytes): IDBKeyRange {
  return IDBKeyRange.bound(chunkKey(stream, 0), chunkKey(stream, 0xffff_ffff));
}

/** What is to be stored: bytes from anywhere, with their number known before. */
export interface Source {
  readonly size: number;
  /** Bytes from `offset`, exactly `length`. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
}

export interface WrittenStream {
  readonly id: Bytes;
  /** 32 bytes: the caller wraps or seals them, then wipes. */
  readonly secret: Bytes;
  readonly commitment: Bytes;
  readonly size: number;
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Bytes done. */
  readonly onProgress?: (done: number) => void;
  /** Sees the plaintext in order, e.g. to hash it. */
  readonly tap?: (plaintext: Uint8Array) => void;
}

/**
 * Writes a stream; it stays in the journal until the caller's commit says otherwise (`keepStream`).
 * @throws whatever went wrong, after everything written is removed again.
 */
export async function writeStream(database: VaultDatabase, source: Source, { signal, onProgress, tap }: WriteOptions = {}): Promise<WrittenStream> {
  const stream = await newStream();
  await commit(database, [journalStream(stream.id)], "relaxed");
  try {
    const total = chunkCount(source.size);
    let writing: Promise<void> = Promise.resolve();
    for (let first = 0; first < total; first += window) {
      if (signal?.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
      const last = Math.min(total, first + window);
      const offset = first * chunkSize;
      const length = Math.min(source.size, last * chunkSize) - offset;
      const plaintext = await source.read(offset, length);
      if (plaintext.length !== length) throw new VaultError("FILE_UNREADABLE", "the file got shorter while it was read");
      tap?.(plaintext);
      const sealed = await Promise.all(
        Array.from({ length: last - first }, (_, at) => sealChunk(stream, first + at, first + at === total - 1, plaintext.subarray(at * chunkSize, Math.min(length, (at + 1) * chunkSize)))),
      );
      const steps = sealed.map((value, at) => putChunk(stream.id, first + at, value));
      await writing;
      onProgress?.(offset);
      writing = commit(database, steps, "relaxed");
      writing.catch(() => undefined);
    }
    await writing;
    onProgress?.(source.size);
    return { id: stream.id, secret: stream.secret, commitment: stream.commitment, size: source.size };
  } catch (error) {
    wipe(stream.secret);
    await removeStreams(database, [stream.id]).catch(() => undefined);
    throw error;
  }
}

/** The step that makes a written stream stay: part of the commit that refers to it. */
export function keepStream(id: Bytes): Step {
  return { remove: "journal", key: id.buffer };
}

/** The step that dooms a stream: part of the commit that no longer refers to it. */
export function doomStream(id: Bytes): Step {
  return { put: "journal", key: id.buffer, value: 0 };
}

/** Takes streams away, and then their places in the journal. */
export async function removeStreams(database: VaultDatabase, ids: readonly Bytes[]): Promise<void> {
  for (const id of ids) {
    await commit(database, [{ remove: "chunk", key: chunksOf(id) }, { remove: "journal", key: id.buffer }], "relaxed");
  }
}

export interface StreamRef {
  readonly id: Bytes;
  readonly wrapped: Bytes;
  readonly commitment: Bytes;
  readonly size: number;
}

export async function keyOf(keys: VaultKeys, { id, wrapped, commitment }: StreamRef): Promise<StreamKey> {
  return openStream(id, await unwrapSecret(keys, id, wrapped), commitment);
}

/** Sealed chunks `from` to before `to`; a missing one is null. */
export async function sealedChunks(database: VaultDatabase, stream: Bytes, from: number, to: number): Promise<readonly (ArrayBuffer | null)[]> {
  try {
    const range = IDBKeyRange.bound(chunkKey(stream, from), chunkKey(stream, to - 1));
    const values = await database.getAll("chunk", range);
    if (values.length === to - from) return values;
    const store = database.transaction("chunk").store;
    return await Promise.all(Array.from({ length: to - from }, async (_, at) => (await store.get(chunkKey(stream, from + at))) ?? null));
  } catch (error) {
    throw storageError(error);
  }
}

/** Plaintext of chunks `from` to before `to`. @throws CHUNK_MISSING, CHUNK_DAMAGED */
export async function readChunks(database: VaultDatabase, key: StreamKey, size: number, from: number, to: number): Promise<readonly ArrayBuffer[]> {
  const total = chunkCount(size);
  const sealed = await sealedChunks(database, key.id, from, to);
  return Promise.all(
    sealed.map(async (value, at) => {
      if (!value) throw new VaultError("CHUNK_MISSING", "a piece of the document is not there");
      const chunk = from + at;
      const plaintext = await openChunk(key, chunk, chunk === total - 1, value);
      // The stored size says how long the last one is.
      if (chunk === total - 1 && plaintext.byteLength !== size - chunk * chunkSize) throw new VaultError("CHUNK_DAMAGED", "the last chunk has the wrong size");
      return plaintext;
    }),
  );
}

/** Plaintext from `offset`, at most `length` bytes; shorter only at the end. */
export async function readStream(database: VaultDatabase, key: StreamKey, size: number, offset: number, length: number): Promise<Bytes> {
  const end = Math.min(size, offset + length);
  if (offset >= end && size > 0) return new Uint8Array(0);
  const from = Math.floor(offset / chunkSize);
  const to = Math.max(from + 1, Math.ceil(end / chunkSize));
  const out = new Uint8Array(new ArrayBuffer(end - offset));
  for (const [at, chunk] of (await readChunks(database, key, size, from, to)).entries()) {
    const start = (from + at) * chunkSize;
    const plaintext = new Uint8Array(chunk);
    out.set(plaintext.subarray(Math.max(0, offset - start), Math.min(plaintext.length, end - start)), Math.max(0, start - offset));
  }
  return out;
}

/** A Blob as a source; a file that changed on the disk fails as unreadable. */
export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    async read(offset, length) {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch (error) {
        throw new VaultError("FILE_UNREADABLE", "the file can't be read (any more)", error);
      }
    },
  };
}

export function bytesSource(bytes: Bytes): Source {
  return { size: bytes.length, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
