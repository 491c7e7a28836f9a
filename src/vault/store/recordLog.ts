// The record log: every commit is one or several rows at the end; a snapshot of everything stands for the rows before it.
// docs/vault-format.md, "Record log". Rows carry the hash of the row before: one that is taken out, put in or swapped is
// noticed. A row that does not authenticate is counted, and the others are used.
import { createSHA256 } from "hash-wasm";
import { type Bytes, concat } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import type { VaultDatabase } from "../../platform/vaultDatabase.ts";
import { openBox, sealBox } from "../crypto/aead.ts";
import { ascii, sameBytes, sha256, uint32 } from "../crypto/derive.ts";
import { chunkCount } from "../crypto/stream.ts";
import { type VaultKeys, wrapSecret } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import type { Step } from "./commit.ts";
import { type SnapshotRow, unbase64 } from "./header.ts";
import { type Change, parseChange, RecordTable } from "./recordTable.ts";
import { bytesSource, keyOf, readChunks, writeStream } from "./streamStore.ts";

export type Partition = "main" | "text";
const partitionNumber = { main: 1, text: 2 } as const;

/** JSON bytes a row at most, so that a row stays inside LevelDB: [Note: why 60 KiB]. */
const rowBody = 60_000;
const prefix = 2 + 2 + 32 + 4;
const padTo = 256;
/** Rows after a snapshot: each is opened by itself (measured: 500 of them take as long as 10,000 records of a snapshot). */
const mostRows = 500;
const noChain = new Uint8Array(32);

export class RecordLog {
  readonly table = new RecordTable();
  /** Rows or snapshot pieces that did not authenticate. */
  damaged = 0;
  #row = 0;
  #chain: Bytes = noChain;
  #bytesSince = 0;
  #rowsSince = 0;
  #snapshotSize = 0;
  readonly #partition: Partition;

  constructor(partition: Partition) {
    this.#partition = partition;
  }

  /** The last row's number. */
  get row(): number {
    return this.#row;
  }

  /** More has been appended than a snapshot would cost, or so many rows that reading them one by one would be felt. */
  get wantsSnapshot(): boolean {
    return this.#bytesSince > Math.max(1 << 20, this.#snapshotSize / 2) || this.#rowsSince >= mostRows;
  }

  /** Enough for making one when nobody waits: the next opening is quicker. */
  get gainsBySnapshot(): boolean {
    return this.#rowsSince >= mostRows / 5;
  }

  async load(database: VaultDatabase, keys: VaultKeys, snapshot: SnapshotRow | null): Promise<void> {
    if (snapshot) {
      await this.#loadSnapshot(database, keys, snapshot);
      this.#row = snapshot.row;
      this.#chain = unbase64(snapshot.chain);
      this.#snapshotSize = snapshot.size;
    }
    const range = IDBKeyRange.lowerBound(this.#row, true);
    const [numbers, rows] = await Promise.all([database.getAllKeys(this.#partition, range), database.getAll(this.#partition, range)]);
    const opening = Promise.all(rows.map(async (row, at) => this.#open(keys, numbers[at] ?? 0, row)));
    // On this thread, while WebCrypto's own threads decrypt: a question to them costs more than a row's hash.
    const hasher = await createSHA256();
    const chains = rows.map((row): Bytes => new Uint8Array(hasher.init().update(new Uint8Array(row)).digest("binary")));
    const opened = await opening;
    this.#rowsSince = rows.length;
    let parts: Bytes[] = [];
    for (const [at, row] of rows.entries()) {
      const number = numbers[at] ?? 0;
      const content = opened[at] ?? null;
      const follows = number === this.#row + 1 && content !== null && sameBytes(content.chain, this.#chain);
      if (!follows) this.damaged += 1;
      this.#row = number;
      this.#chain = chains[at] ?? noChain;
      this.#bytesSince += row.byteLength;
      if (!content || content.part !== parts.length) {
        parts = [];
        continue;
      }
      parts.push(content.body);
      if (content.part + 1 < content.parts) continue;
      this.#apply(concat(...parts));
      parts = [];
    }
  }

  /**
   * Rows for changes, as steps for a commit; `done` is to be called once that commit is in.
   */
  async append(keys: VaultKeys, changes: readonly Change[]): Promise<{ readonly steps: readonly Step[]; readonly done: () => void }> {
    const body = concat(new TextEncoder().encode(JSON.stringify(changes)));
    const parts = Math.max(1, Math.ceil(body.length / rowBody));
    const steps: Step[] = [];
    let [row, chain, bytes] = [this.#row, this.#chain, 0];
    for (let part = 0; part < parts; part += 1) {
      row += 1;
      const piece = body.subarray(part * rowBody, (part + 1) * rowBody);
      const length = Math.ceil((prefix + piece.length) / padTo) * padTo;
      const plaintext = concat(Uint8Array.of(part >> 8, part & 0xff, parts >> 8, parts & 0xff), chain, uint32(piece.length), piece, new Uint8Array(length - prefix - piece.length));
      const sealed = await sealBox(keys.records, plaintext, this.#data(keys, row));
      steps.push({ put: this.#partition, key: row, value: sealed.buffer });
      chain = await sha256(sealed);
      bytes += sealed.length;
    }
    const done = (): void => {
      [this.#row, this.#chain] = [row, chain];
      this.#bytesSince += bytes;
      this.#rowsSince += parts;
      for (const change of changes) this.table.apply(change);
    };
    return { steps, done };
  }

  /** Writes everything as a new stream (in the journal still), with the header's row for it. */
  async snapshot(database: VaultDatabase, keys: VaultKeys, map: (change: Change) => Change = (change) => change): Promise<SnapshotRow> {
    const lines: string[] = [];
    for (const change of this.table.changes()) lines.push(JSON.stringify(map(change)));
    const content = concat(new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")));
    const { id, secret, commitment, size } = await writeStream(database, bytesSource(content));
    const key = await wrapSecret(keys, id, secret);
    secret.fill(0);
    return { stream: toBase64(id), key: toBase64(key), commitment: toBase64(commitment), size, row: this.#row, chain: toBase64(this.#chain) };
  }

  /** A snapshot has come to stand for the rows so far. */
  stoodFor({ size }: SnapshotRow): void {
    this.#bytesSince = 0;
    this.#rowsSince = 0;
    this.#snapshotSize = size;
  }

  async #loadSnapshot(database: VaultDatabase, keys: VaultKeys, snapshot: SnapshotRow): Promise<void> {
    const { changes, damaged } = await readSnapshot(database, keys, snapshot);
    this.damaged += damaged;
    for (const change of changes) this.table.apply(change);
  }

  #apply(body: Bytes): void {
    let changes: unknown;
    try {
      changes = JSON.parse(new TextDecoder().decode(body));
    } catch {
      changes = null;
    }
    if (!Array.isArray(changes)) {
      this.damaged += 1;
      return;
    }
    for (const one of changes) {
      const change = parseChange(one);
      if (change) this.table.apply(change);
    }
  }

  #data(keys: VaultKeys, row: number): Bytes {
    return concat(ascii("mqv1/row"), keys.vaultId, uint32(keys.epoch), Uint8Array.of(partitionNumber[this.#partition]), uint32(Math.floor(row / 0x1_0000_0000)), uint32(row >>> 0));
  }

  async #open(keys: VaultKeys, row: number, sealed: ArrayBuffer): Promise<{ readonly part: number; readonly parts: number; readonly chain: Bytes; readonly body: Bytes } | null> {
    try {
      const plaintext = await openBox(keys.records, new Uint8Array(sealed), this.#data(keys, row), "RECORD_DAMAGED");
      const view = new DataView(plaintext.buffer);
      const length = view.getUint32(prefix - 4);
      return { part: view.getUint16(0), parts: view.getUint16(2), chain: plaintext.subarray(4, 36), body: plaintext.subarray(prefix, prefix + length) };
    } catch (error) {
      if (error instanceof VaultError) return null;
      throw error;
    }
  }
}

/** A snapshot's changes; of a damaged one those that can be read. */
async function readSnapshot(database: VaultDatabase, keys: VaultKeys, snapshot: SnapshotRow): Promise<{ readonly changes: readonly Change[]; readonly damaged: number }> {
  const ref = { id: unbase64(snapshot.stream), wrapped: unbase64(snapshot.key), commitment: unbase64(snapshot.commitment), size: snapshot.size };
  const key = await keyOf(keys, ref).catch(() => null);
  if (!key) return { changes: [], damaged: 1 };
  const total = chunkCount(snapshot.size);
  const whole = await readChunks(database, key, snapshot.size, 0, total).catch(() => null);
  if (whole) return { changes: parseSnapshot(whole.map((piece) => new Uint8Array(piece))), damaged: 0 };
  const pieces: (Bytes | null)[] = [];
  for (let chunk = 0; chunk < total; chunk += 1) {
    const [piece] = await readChunks(database, key, snapshot.size, chunk, chunk + 1).catch(() => [null]);
    pieces.push(piece ? new Uint8Array(piece) : null);
  }
  return { changes: parseSnapshot(pieces), damaged: pieces.filter((piece) => piece === null).length };
}

/** A snapshot's changes from its pieces; null: that piece is lost, and with it the lines that lie in it or reach into it. */
export function parseSnapshot(pieces: readonly (Bytes | null)[]): readonly Change[] {
  if (pieces.every((piece) => piece !== null)) return parseLines(new TextDecoder().decode(concat(...pieces)));
  // A byte that is in no JSON text spoils the lines at the edge of a gap.
  const gap = Uint8Array.of(0);
  return parseLines(new TextDecoder().decode(concat(...pieces.map((piece) => piece ?? gap))), true);
}

const isChange = (change: Change | null): change is Change => change !== null;

function parseLines(text: string, broken = false): readonly Change[] {
  if (text === "") return [];
  if (!broken) {
    const all: unknown = JSON.parse(`[${text.slice(0, -1).replaceAll("\n", ",")}]`);
    return Array.isArray(all) ? all.map(parseChange).filter(isChange) : [];
  }
  const lines = text.split("\n").map((line): Change | null => {
    try {
      return parseChange(JSON.parse(line));
    } catch {
      return null;
    }
  });
  return lines.filter(isChange);
}
