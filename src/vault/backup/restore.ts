// A backup merged into the open vault: nothing that is there is lost, everything good in the file is there afterwards.
// - A document that is missing is added, also one that was thrown away after the backup was made.
// - A document that is there gets the revisions it lacks; its facts are the newer ones.
// - Of other records the newer one stands.
// - A piece of a document that can't be opened is replaced by the backup's. See: [Note: a backup mends]
import { toBase64 } from "../../codec/base64.ts";
import type { RestoreReport } from "../api.ts";
import type { Work } from "../documentApi.ts";
import { chunkCount, openChunk } from "../crypto/stream.ts";
import { unwrapSecret, type VaultKeys, wrapSecret } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit, type Step } from "../store/commit.ts";
import { unbase64 } from "../store/header.ts";
import { journalStream, keepStream, keyOf, putChunk, removeStreams, sealedChunks } from "../store/streamStore.ts";
import type { BackupReader } from "./backupReader.ts";
import { checkAll } from "./backups.ts";
import { type DocumentRow, documentValue, parseDocument, refOf, type RevisionRow } from "../service/documentRecord.ts";
import { folderRoom } from "../folder/entry.ts";
import { mergeRevisions } from "../folder/merge.ts";
import type { OpenedVault } from "../service/openedVault.ts";

const batch = 32;

/**
 * Whether the file has all that its backup had, before anything is done with it. A file that was cut off becomes no vault by
 * itself: the person would take what is there for all, and throw a better copy away.
 * @returns null when nothing is missing. @throws BACKUP_DAMAGED when nothing can be read
 */
export async function lackOf(reader: BackupReader, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<RestoreReport | null> {
  const { main: unlisted } = reader.lost;
  if (unlisted > 0 && [...reader.main.changes()].length === 0) throw new VaultError("BACKUP_DAMAGED", "the backup's list of documents can't be read");
  if (reader.whole && unlisted === 0) return null;
  const report = await checkAll(reader, signal, onBytes);
  return unlisted === 0 && report.damaged.length === 0 ? null : { ...report, listed: reader.main.list("documents").length, unlisted, restored: false };
}

export async function restoreInto(vault: OpenedVault, reader: BackupReader, signal: AbortSignal, onBytes: (bytes: number) => void): Promise<RestoreReport> {
  const damaged: string[] = [];
  let [documents, bytes] = [0, 0];
  for (const { id, value, version, changedAt } of reader.main.list("documents")) {
    const row = parseDocument(value);
    if (!row) continue;
    const good: RevisionRow[] = [];
    for (const revision of row.revisions) {
      if (await copyRevision(vault, reader, id, revision, signal)) good.push(revision);
      else damaged.push(row.name);
      bytes += revision.size;
      onBytes(bytes);
    }
    if (good.length === 0) continue;
    await vault.change(async (keys) => {
      const present = parseDocument(vault.main.table.get("documents", id)?.value);
      const merged = mergeDocument(present, vault.main.table.entry("documents", id)?.version ?? "", { row: { ...row, revisions: good }, version });
      if (!merged) return { drafts: [] };
      const here = new Set(present?.revisions);
      const rewrapped = await Promise.all(merged.revisions.map(async (revision) => (here.has(revision) ? revision : rewrap(revision, reader.keys, keys))));
      return { drafts: [{ collection: "documents", id, value: documentValue({ ...merged, revisions: rewrapped }), changedAt }], steps: good.map(({ stream }) => keepStream(unbase64(stream))) };
    });
    documents += 1;
    const words = reader.text.get("text", id);
    if (words && !vault.text.table.get("text", id)) await vault.change(() => ({ drafts: [{ collection: "text", id, value: words.value }] }), "text");
  }
  return { documents, records: await mergeRecords(vault, reader), bytes, damaged, listed: reader.main.list("documents").length, unlisted: reader.lost.main, restored: true };
}

async function mergeRecords(vault: OpenedVault, reader: BackupReader): Promise<number> {
  const changes = [...reader.main.changes()].filter(([collection, id, version, , value]) => {
    // What an earlier computer knew of its folder is not this one's: two would write in one name.
    if (collection === "documents" || collection === folderRoom || (collection === "settings" && id === "backup") || value === undefined) return false;
    const present = vault.main.table.entry(collection, id);
    // What was removed here after the backup was made comes back, too: the backup was taken out to have it again.
    return !present || present.value === undefined || present.version < version;
  });
  for (let at = 0; at < changes.length; at += batch) {
    await vault.change(() => ({ drafts: changes.slice(at, at + batch).map(([collection, id, , changedAt, value]) => ({ collection, id, value, changedAt })) }));
  }
  return changes.length;
}

/** null: there is nothing to change. */
function mergeDocument(present: DocumentRow | null, presentVersion: string, { row, version }: { readonly row: DocumentRow; readonly version: string }): DocumentRow | null {
  if (!present) return { ...row, binnedAt: null };
  const known = new Set(present.revisions.map(({ sha256 }) => sha256));
  const missing = row.revisions.filter(({ sha256 }) => !known.has(sha256));
  if (missing.length === 0 && presentVersion >= version) return null;
  const facts = presentVersion >= version ? present : row;
  // In the order in which they were stored, so that the newest is the newest of both.
  return { ...facts, binnedAt: present.binnedAt, revisions: mergeRevisions(present.revisions, missing.map((revision) => ({ ...revision, conflict: true }))) };
}

async function rewrap(revision: RevisionRow, from: VaultKeys, to: VaultKeys): Promise<RevisionRow> {
  const id = unbase64(revision.stream);
  const secret = await unwrapSecret(from, id, unbase64(revision.key));
  const key = toBase64(await wrapSecret(to, id, secret));
  secret.fill(0);
  return { ...revision, key };
}

/** Copies a revision's chunks while it checks them; they stand in the journal until a record refers to them. */
async function copyRevision(vault: OpenedVault, reader: BackupReader, documentId: string, revision: RevisionRow, signal: AbortSignal): Promise<boolean> {
  const { database } = vault.around;
  const id = unbase64(revision.stream);
  const present = parseDocument(vault.main.table.get("documents", documentId)?.value)?.revisions.find(({ sha256 }) => sha256 === revision.sha256);
  const mend = present?.stream === revision.stream ? await mendOf(vault, present) : null;
  let steps: Step[] = [];
  const flush = async (): Promise<void> => {
    await commit(database, steps, "relaxed");
    steps = [];
  };
  try {
    if (!present) await commit(database, [journalStream(id)], "relaxed");
    await reader.check(revision, signal, async (chunk, sealed) => {
      if (present && !(await mend?.(chunk, sealed))) return;
      steps.push(putChunk(id, chunk, sealed));
      if (steps.length >= batch) await flush();
    });
    await flush();
    return true;
  } catch (error) {
    if (!present) await removeStreams(database, [id]).catch(() => undefined);
    if (error instanceof VaultError && (error.code === "CHUNK_DAMAGED" || error.code === "CHUNK_MISSING")) return false;
    throw error;
  }
}

/**
 * [Note: a backup mends] What a vault says of a damaged document is "restore it from a backup": a piece of the vault's own that can't be
 * opened is replaced by the backup's, if that is the same piece, sealed under the same key.
 * @returns whether a piece of the backup is to take the place of the vault's; null: the vault's key to it is gone
 */
async function mendOf(vault: OpenedVault, present: RevisionRow): Promise<((chunk: number, sealed: ArrayBuffer) => Promise<boolean>) | null> {
  const key = await keyOf(vault.keys, refOf(present)).catch(() => null);
  if (!key) return null;
  const last = chunkCount(present.size) - 1;
  return async (chunk, sealed) => {
    const [own] = await sealedChunks(vault.around.database, key.id, chunk, chunk + 1);
    const opens = async (piece: ArrayBuffer | null | undefined): Promise<boolean> => piece !== null && piece !== undefined && (await openChunk(key, chunk, chunk === last, piece).then(() => true, () => false));
    return !(await opens(own)) && opens(sealed);
  };
}

/** Progress of both passes over the file: finding the pieces, then reading them. */
export function restoreProgress(work: Work | undefined, size: number): { readonly mapped: (done: number) => void; readonly read: (bytes: number) => void } {
  const total = size * 2;
  return { mapped: (done) => work?.onProgress?.({ done, total }), read: (bytes) => work?.onProgress?.({ done: Math.min(total, size + bytes), total }) };
}
