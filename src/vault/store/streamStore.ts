// Streams in the database: written in windows, read from anywhere. A stream that is being written or taken away stands
// in the journal, so that what a killed browser left is known at the next opening without looking through everything.
import { type Bytes, concat, wipe } from "../../card/bytes.ts";
import { giveBack } from "../../codec/giveBack.ts";
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

/** Chunks encrypted at once and written in one transaction: 32 × 60 KiB, of which four are in memory, are under 8 MB. */
const window = 32;

/** What is not larger goes into the store with one transaction, if it is held back for it (`hold`). */
export const heldSize = window * chunkSize;

const chunkKey = (stream: Bytes, chunk: number): ArrayBuffer => concat(stream, uint32(chunk)).buffer;

/** The step that puts a sealed chunk in its place. */
export function putChunk(stream: Bytes, chunk: number, value: ArrayBuffer): Step {
  return { put: "chunk", key: chunkKey(stream, chunk), value };
}

/** All chunks of a stream. */
export function chunksOf(stream: Bytes): IDBKeyRange {
  return IDBKeyRange.bound(chunkKey(stream, 0), chunkKey(stream, 0xffff_ffff));
}

/** What is to be stored: bytes from anywhere. */
export interface Source {
  /** null: not known yet; it is when the last bytes have been read. */
  readonly size: number | null;
  /** Bytes from `offset`, exactly `length`; fewer only where the end was not known before. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** What `read` gives is nobody else's: [Note: memory given back]. */
  readonly fresh: boolean;
  /** What `size` will be, as far as anybody said. */
  readonly expected?: number | null;
  /** It is not read on: whoever sends need not go on. */
  giveUp?(): void;
}

/** One whose length is known before. */
export interface SizedSource extends Source {
  readonly size: number;
}

export interface WrittenStream {
  readonly id: Bytes;
  /** 32 bytes: the caller wraps or seals them, then wipes. */
  readonly secret: Bytes;
  readonly commitment: Bytes;
  readonly size: number;
  /** What makes it stay: part of the commit that refers to it. */
  readonly finish: readonly Step[];
}

export interface WriteOptions {
  readonly signal?: AbortSignal;
  /** Bytes done. */
  readonly onProgress?: (done: number) => void;
  /** Sees the plaintext in order, e.g. to hash it. */
  readonly tap?: (plaintext: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  /** The last window is not written but stands in `finish`: what is not larger costs one transaction, its commit. */
  readonly hold?: boolean;
}

/**
 * Writes a stream; it stays in the journal until the caller's commit (`finish`) says otherwise. Reading, sealing, hashing and
 * writing go on at the same time, each with another window.
 * @throws whatever went wrong, after everything written is removed again.
 */
export async function writeStream(database: VaultDatabase, source: Source, { signal, onProgress, tap, hold = false }: WriteOptions = {}): Promise<WrittenStream> {
  const stream = await newStream();
  const { id, secret, commitment } = stream;
  const read = (first: number): Promise<Uint8Array<ArrayBuffer>> => {
    const offset = first * chunkSize;
    const reading = source.read(offset, Math.min(source.size ?? Infinity, (first + window) * chunkSize) - offset);
    reading.catch(() => undefined);
    return reading;
  };
  let writing: Promise<void> = Promise.resolve();
  let finish: readonly Step[] = [keepStream(id)];
  try {
    let reading = read(0);
    let size = 0;
    for (let [first, total] = [0, 1]; first < total; first += window) {
      if (signal?.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
      const plaintext = await reading;
      total = source.size === null ? Infinity : chunkCount(source.size);
      const last = Math.min(total, first + window);
      size = Math.min(source.size ?? Infinity, last * chunkSize);
      const length = size - first * chunkSize;
      if (plaintext.length !== length) throw new VaultError("FILE_UNREADABLE", "the file got shorter while it was read");
      if (last < total) reading = read(last);
      const sealing = Promise.all(
        Array.from({ length: last - first }, (_, at) => sealChunk(stream, first + at, first + at === total - 1, plaintext.subarray(at * chunkSize, Math.min(length, (at + 1) * chunkSize)))),
      );
      // On this thread, while WebCrypto's own threads seal.
      const tapped = tap?.(plaintext);
      const sealed = await sealing;
      await tapped;
      if (source.fresh) giveBack(plaintext.buffer);
      const chunks = sealed.map((value, at) => putChunk(id, first + at, value));
      await writing;
      onProgress?.(first * chunkSize);
      if (hold && last === total) {
        finish = first === 0 ? chunks : [...chunks, keepStream(id)];
        continue;
      }
      writing = commit(database, first === 0 ? [journalStream(id), ...chunks] : chunks, "relaxed");
      writing.catch(() => undefined);
      // `put` has copied them.
      giveBack(...sealed);
    }
    await writing;
    onProgress?.(size);
    return { id, secret, commitment, size, finish };
  } catch (error) {
    wipe(secret);
    await writing.catch(() => undefined);
    await removeStreams(database, [id]).catch(() => undefined);
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
    giveBack(chunk);
  }
  return out;
}

/** A Blob as a source; a file that changed on the disk fails as unreadable. */
export function blobSource(blob: Blob): SizedSource {
  return {
    size: blob.size,
    fresh: true,
    async read(offset, length) {
      try {
        return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
      } catch (error) {
        throw new VaultError("FILE_UNREADABLE", "the file can't be read (any more)", error);
      }
    },
  };
}

/** One after the other. What is read is asked of each part by the piece: no more than a window at once. */
export function joinSources(parts: readonly SizedSource[]): SizedSource {
  return {
    size: parts.reduce((sum, { size }) => sum + size, 0),
    fresh: true,
    async read(offset, length) {
      const out = new Uint8Array(length);
      let begin = 0;
      for (const part of parts) {
        const [first, last] = [Math.max(offset, begin), Math.min(offset + length, begin + part.size)];
        if (first < last) {
          const piece = await part.read(first - begin, last - first);
          if (piece.length !== last - first) throw new VaultError("FILE_UNREADABLE", "a part got shorter while it was read");
          out.set(piece, first - offset);
        }
        begin += part.size;
      }
      return out;
    },
  };
}

export function bytesSource(bytes: Bytes): SizedSource {
  return { size: bytes.length, fresh: false, read: async (offset, length) => bytes.subarray(offset, offset + length) };
}
