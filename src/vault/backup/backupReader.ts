// An opened backup file: its records, and the chunks of its streams.
import type { Bytes } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import { createSHA256 } from "hash-wasm";
import { chunkCount, openChunk } from "../crypto/stream.ts";
import type { VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { type SnapshotRow, unbase64 } from "../store/header.ts";
import { parseSnapshot } from "../store/recordLog.ts";
import { type Change, RecordTable } from "../store/recordTable.ts";
import { keyOf } from "../store/streamStore.ts";
import { type BackupMap, mapBackup } from "./backupFormat.ts";
import { refOf, type RevisionRow } from "../service/documentRecord.ts";

export class BackupReader {
  readonly main = new RecordTable();
  readonly text = new RecordTable();
  /** False: some place of the file is damaged, though perhaps nothing that matters. */
  readonly whole: boolean;
  /** Pieces of the record snapshots that are lost: of documents and records, and of the texts that searches use. */
  readonly lost = { main: 0, text: 0 };
  readonly #file: Blob;
  readonly #map: BackupMap;
  readonly keys: VaultKeys;

  static async open(file: Blob, from: number, keys: VaultKeys, snapshots: { readonly main: SnapshotRow | null; readonly text: SnapshotRow | null }, onProgress: (done: number) => void): Promise<BackupReader> {
    const { map, whole } = await mapBackup(file, from, toBase64, onProgress);
    const reader = new BackupReader(file, map, whole, keys);
    for (const partition of ["main", "text"] as const) {
      const snapshot = snapshots[partition];
      if (snapshot) for (const change of await reader.#snapshot(partition, snapshot)) reader[partition].apply(change);
    }
    return reader;
  }

  private constructor(file: Blob, map: BackupMap, whole: boolean, keys: VaultKeys) {
    this.#file = file;
    this.#map = map;
    this.whole = whole;
    this.keys = keys;
  }

  /** The sealed chunk, or null when it is not in the file (so often). */
  async sealed(stream: string, chunk: number, copy = 0): Promise<ArrayBuffer | null> {
    const place = this.#map.get(stream)?.get(chunk)?.[copy];
    return place ? this.#file.slice(place[0], place[0] + place[1]).arrayBuffer() : null;
  }

  /** Decrypts all of a revision and compares its hash. `onChunk` sees the sealed chunks. @throws CHUNK_MISSING, CHUNK_DAMAGED */
  async check(revision: RevisionRow, signal: AbortSignal, onChunk: (chunk: number, sealed: ArrayBuffer) => Promise<void> = async () => undefined): Promise<void> {
    const key = await keyOf(this.keys, refOf(revision));
    const hash = await createSHA256();
    hash.init();
    const total = chunkCount(revision.size);
    for (let chunk = 0; chunk < total; chunk += 1) {
      if (signal.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
      const sealed = await this.sealed(revision.stream, chunk);
      if (!sealed) throw new VaultError("CHUNK_MISSING", "a piece of a document is not in the backup");
      hash.update(new Uint8Array(await openChunk(key, chunk, chunk === total - 1, sealed)));
      await onChunk(chunk, sealed);
    }
    if (hash.digest("hex") !== revision.sha256) throw new VaultError("CHUNK_DAMAGED", "a document's hash is not the one it was stored with");
  }

  async #snapshot(partition: "main" | "text", snapshot: SnapshotRow): Promise<readonly Change[]> {
    const ref = { id: unbase64(snapshot.stream), wrapped: unbase64(snapshot.key), commitment: unbase64(snapshot.commitment), size: snapshot.size };
    const key = await keyOf(this.keys, ref);
    const total = chunkCount(snapshot.size);
    const pieces: (Bytes | null)[] = [];
    for (let chunk = 0; chunk < total; chunk += 1) {
      const plaintext = await this.#anyCopy(snapshot.stream, chunk, (sealed) => openChunk(key, chunk, chunk === total - 1, sealed));
      if (!plaintext) this.lost[partition] += 1;
      pieces.push(plaintext && new Uint8Array(plaintext));
    }
    return parseSnapshot(pieces);
  }

  async #anyCopy(stream: string, chunk: number, open: (sealed: ArrayBuffer) => Promise<ArrayBuffer>): Promise<ArrayBuffer | null> {
    for (let copy = 0; ; copy += 1) {
      const sealed = await this.sealed(stream, chunk, copy);
      if (!sealed) return null;
      const plaintext = await open(sealed).catch(() => null);
      if (plaintext) return plaintext;
    }
  }
}
