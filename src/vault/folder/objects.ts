// Objects: files that are named by the SHA-256 of their content and never change. A stream's sealed chunks lie in them as
// they lie in the store, 128 to an object (7.5 MiB): a large file comes and goes in pieces, and needs no encrypting again.
import { type Bytes, concat } from "../../card/bytes.ts";
import { sha256Hex } from "../../codec/sha256.ts";
import type { VaultDatabase } from "../../platform/vaultDatabase.ts";
import { chunkCount, chunkSize, openChunk, openStream } from "../crypto/stream.ts";
import { VaultError } from "../error.ts";
import { commit } from "../store/commit.ts";
import { unbase64 } from "../store/header.ts";
import { journalStream, putChunk, removeStreams, sealedChunks } from "../store/streamStore.ts";
import { createSHA256 } from "hash-wasm";
import type { SharedRevision } from "./entry.ts";
import type { FolderFiles } from "./folderFiles.ts";
import type { FolderKey } from "./folderKey.ts";

const chunksInObject = 128;
const sealedChunk = chunkSize + 16;
const ending = ".mqobject";

export class Objects {
  readonly #onMoved: (bytes: number) => void;
  readonly #files: FolderFiles;
  readonly #path: readonly string[];
  /** What lies in the folder, by object name; null: not looked yet. */
  #present: Set<string> | null = null;

  /** @param onMoved hears of every object that was written or read, in bytes. */
  constructor(files: FolderFiles, { root }: FolderKey, onMoved: (bytes: number) => void) {
    this.#onMoved = onMoved;
    this.#files = files;
    this.#path = [root, "objects"];
  }

  /** Looks again. Only names that are exactly ours count: copies that a sync service made do not. */
  async list(): Promise<void> {
    const names = await this.#files.names(this.#path);
    this.#present = new Set(names.flatMap((name) => (name.endsWith(ending) ? [name.slice(0, -ending.length)] : [])));
  }

  has(name: string): boolean {
    return this.#present?.has(name) ?? false;
  }

  /** null: not there, or not (yet) whole. */
  async read(name: string): Promise<Bytes | null> {
    const content = await this.#files.read(this.#path, `${name}${ending}`);
    if (content && (await sha256Hex(content)) === name) {
      this.#onMoved(content.length);
      return content;
    }
    // A sync service may have put the whole one beside the other: "… (1).mqobject", "… (conflicted copy).mqobject".
    for (const copy of await this.#files.names(this.#path)) {
      if (!copy.startsWith(name) || copy === `${name}${ending}`) continue;
      const other = await this.#files.read(this.#path, copy);
      if (other && (await sha256Hex(other)) === name) return other;
    }
    return null;
  }

  /** @returns its name. */
  async write(content: Bytes): Promise<string> {
    const name = await sha256Hex(content);
    if (!this.has(name)) await this.#files.write(this.#path, `${name}${ending}`, content);
    this.#present?.add(name);
    this.#onMoved(content.length);
    return name;
  }

  async remove(names: Iterable<string>): Promise<void> {
    for (const name of names) {
      await this.#files.remove(this.#path, `${name}${ending}`);
      this.#present?.delete(name);
    }
  }
}

/**
 * Brings a stream's chunks into the folder. @param known its objects, if it was there before: those that are there are left.
 * @returns its objects; null: the store lacks a chunk (it is being purged, or damaged).
 */
export async function sendStream(database: VaultDatabase, objects: Objects, stream: string, size: number, known: readonly string[] | undefined, signal: AbortSignal): Promise<readonly string[] | null> {
  const total = chunkCount(size);
  const names: string[] = [];
  for (let from = 0; from < total; from += chunksInObject) {
    if (signal.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
    const name = known?.[from / chunksInObject];
    if (name !== undefined && objects.has(name)) {
      names.push(name);
      continue;
    }
    const sealed = await sealedChunks(database, unbase64(stream), from, Math.min(total, from + chunksInObject));
    const pieces: Uint8Array[] = [];
    for (const chunk of sealed) {
      if (!chunk) return null;
      pieces.push(new Uint8Array(chunk));
    }
    names.push(await objects.write(concat(...pieces)));
  }
  return names;
}

/**
 * Brings a revision's chunks from the folder into the store, where they stand in the journal; all of it is decrypted and
 * compared with its hash first, as a backup's is. @returns the objects that are missing or not whole; none: it is there.
 */
export async function fetchStream(database: VaultDatabase, objects: Objects, revision: SharedRevision, secret: Bytes, signal: AbortSignal): Promise<readonly string[]> {
  const id = unbase64(revision.stream);
  const total = chunkCount(revision.size);
  const names = revision.objects ?? [];
  if (names.length !== Math.ceil(total / chunksInObject)) throw new VaultError("CHUNK_MISSING", "a stream with too few objects");
  const missing = names.filter((name) => !objects.has(name));
  if (missing.length > 0) return missing;
  const key = await openStream(id, secret, unbase64(revision.commitment));
  const hash = await createSHA256();
  hash.init();
  await commit(database, [journalStream(id)], "relaxed");
  try {
    for (const [at, name] of names.entries()) {
      if (signal.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
      const content = await objects.read(name);
      if (!content) {
        await removeStreams(database, [id]);
        return [name];
      }
      const from = at * chunksInObject;
      const count = Math.min(chunksInObject, total - from);
      const sealed = Array.from({ length: count }, (_, place) => content.slice(place * sealedChunk, Math.min(content.length, (place + 1) * sealedChunk)));
      for (const [place, chunk] of sealed.entries()) hash.update(new Uint8Array(await openChunk(key, from + place, from + place === total - 1, chunk.buffer)));
      await commit(database, sealed.map((chunk, place) => putChunk(id, from + place, chunk.buffer)), "relaxed");
    }
    if (hash.digest("hex") !== revision.sha256) throw new VaultError("CHUNK_DAMAGED", "a document's hash is not the one it was stored with");
    return [];
  } catch (error) {
    await removeStreams(database, [id]).catch(() => undefined);
    throw error;
  }
}
