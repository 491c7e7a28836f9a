// Backups of the open vault: written piece by piece, read back and checked.
import { type Bytes, concat } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { BackupReport } from "../api.ts";
import type { Work } from "../documentApi.ts";
import { chunkCount, sealedSize } from "../crypto/stream.ts";
import type { VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { checkHeader, decodeHeader, encodeHeader, unbase64 } from "../store/header.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { removeStreams, sealedChunks } from "../store/streamStore.ts";
import { backupEnd, backupEntry, backupSize, backupStart, readBackupHeader } from "./backupFormat.ts";
import { BackupReader } from "./backupReader.ts";
import { parseDocument } from "../service/documentRecord.ts";
import type { OpenedVault } from "../service/openedVault.ts";
import type { Tasks } from "../service/tasks.ts";

interface Streamed {
  readonly id: Bytes;
  readonly size: number;
}

interface Running {
  readonly streams: readonly Streamed[];
  readonly snapshots: readonly Bytes[];
  readonly header: Bytes;
  started: boolean;
  stream: number;
  chunk: number;
  entries: number;
}

/** Chunks a piece: about 1 MiB. */
const piece = 17;

export class Backups {
  readonly #vault: OpenedVault;
  readonly #tasks: Tasks;
  readonly #running = new Map<string, Running>();
  /** The keys that the last backup was made with: a rotation may come before it is checked. */
  #made: { readonly keys: VaultKeys; readonly row: number } | null = null;

  constructor(vault: OpenedVault, tasks: Tasks) {
    this.#vault = vault;
    this.#tasks = tasks;
  }

  async begin(): Promise<{ readonly backup: string; readonly size: number }> {
    const { snapshots, header, streams, keys, row } = await this.#vault.still(async (now) => {
      const { database } = this.#vault.around;
      const [main, text] = [await now.main.snapshot(database, now.keys), await now.text.snapshot(database, now.keys)];
      const encoded = await encodeHeader({ ...now.header, main, text }, now.keys.headerMac);
      const documents = now.main.table.list("documents").flatMap(({ value }) => parseDocument(value)?.revisions ?? []);
      return {
        keys: now.keys,
        row: now.main.row,
        header: encoded,
        snapshots: [main, text].map(({ stream }) => unbase64(stream)),
        // All documents hang on the list of them: it stands at both ends.
        streams: [main, text, ...documents, main].map(({ stream, size }): Streamed => ({ id: unbase64(stream), size })),
      };
    });
    const backup = crypto.randomUUID();
    this.#running.set(backup, { streams, snapshots, header, started: false, stream: 0, chunk: 0, entries: 0 });
    this.#made = { keys, row };
    const chunks = streams.reduce((sum, { size }) => sum + chunkCount(size), 0);
    return { backup, size: backupSize(header.length, chunks, streams.reduce((sum, { size }) => sum + sealedSize(size), 0)) };
  }

  async read(backup: string): Promise<Bytes | null> {
    const running = this.#running.get(backup);
    if (!running) return null;
    if (!running.started) {
      running.started = true;
      return backupStart(running.header);
    }
    const parts: Bytes[] = [];
    while (parts.length < piece && running.stream < running.streams.length) {
      const { id, size } = running.streams[running.stream] ?? { id: new Uint8Array(16), size: 0 };
      const to = Math.min(chunkCount(size), running.chunk + piece - parts.length);
      for (const [at, sealed] of (await sealedChunks(this.#vault.around.database, id, running.chunk, to)).entries()) {
        // A missing piece is missing in the backup, too: the check will name its document.
        if (sealed) parts.push(backupEntry(id, running.chunk + at, sealed));
      }
      running.chunk = to;
      if (to === chunkCount(size)) {
        running.stream += 1;
        running.chunk = 0;
      }
    }
    running.entries += parts.length;
    if (running.stream < running.streams.length) return concat(...parts);
    this.#running.delete(backup);
    await removeStreams(this.#vault.around.database, running.snapshots);
    return concat(...parts, backupEnd(running.entries));
  }

  async verify(file: Blob, work?: Work): Promise<BackupReport> {
    return this.#tasks.run(work, async (signal) => {
      const { header, end } = await readBackupHeader(file);
      const { epoch, vaultId, main, text } = decodeHeader(header);
      const keys = [this.#made?.keys, this.#vault.keys].find((one) => one?.epoch === epoch && toBase64(one.vaultId) === vaultId);
      if (!keys) throw new VaultError("INVALID", "not a backup that this opening of the vault made");
      await checkHeader(header, keys.headerMac);
      const total = file.size * 2;
      const reader = await BackupReader.open(file, end, keys, { main, text }, (done) => work?.onProgress?.({ done, total }));
      const report = await checkAll(reader, signal, (bytes) => work?.onProgress?.({ done: Math.min(total, file.size + bytes), total }));
      if (reader.lost.main + reader.lost.text > 0 || !reader.whole) throw new VaultError("BACKUP_DAMAGED", "the written backup can't be read back whole");
      const row = this.#made?.row ?? this.#vault.main.row;
      await this.#vault.change(() => ({ drafts: [{ collection: "settings", id: "backup", value: { at: this.#vault.around.now(), row: row + 1 } }] }));
      return report;
    });
  }

  async last(): Promise<{ readonly at: number | null; readonly changesSince: number }> {
    const { at, row } = fieldsOf(this.#vault.main.table.get("settings", "backup")?.value);
    const since = this.#vault.main.row - (typeof row === "number" ? row : 0);
    return { at: typeof at === "number" ? at : null, changesSince: Math.max(0, since) };
  }
}

/** Decrypts everything; names what can't be. */
export async function checkAll(reader: BackupReader, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<BackupReport> {
  const damaged: string[] = [];
  let [documents, bytes] = [0, 0];
  for (const { value } of reader.main.list("documents")) {
    const row = parseDocument(value);
    if (!row) continue;
    let good = true;
    for (const revision of row.revisions) {
      await reader.check(revision, signal).catch((error: unknown) => {
        if (error instanceof VaultError && error.code === "CANCELLED") throw error;
        good = false;
      });
      bytes += revision.size;
      onBytes(bytes);
    }
    if (good) documents += 1;
    else damaged.push(row.name);
  }
  return { documents, records: [...reader.main.changes()].length, bytes, damaged };
}
