// What was changed here, brought into the folder: first the objects, then a batch that names them, then the head.
import { toBase64 } from "../../codec/base64.ts";
import { wipe } from "../../card/bytes.ts";
import type { Json } from "../api.ts";
import { unwrapSecret, type VaultKeys } from "../crypto/vaultKeys.ts";
import { type DocumentRow, parseDocument } from "../service/documentRecord.ts";
import type { Draft, OpenedVault } from "../service/openedVault.ts";
import { unbase64 } from "../store/header.ts";
import { byRecord, type Entry, isShared, latestOf, parseEntry } from "./entry.ts";
import { type FolderKey, openJson, sealJson } from "./folderKey.ts";
import { type Batch, clockNow, type Known, knownDraft, readKnown } from "./localState.ts";
import { type Objects, sendStream } from "./objects.ts";

export interface Sent {
  readonly entries: readonly Entry[];
  /** To be remembered once the batches are in the folder. */
  readonly drafts: readonly Draft[];
  /** Documents that could not be brought: a piece is not here, or they were changed meanwhile. */
  readonly skipped: number;
  /** Objects of what was removed. */
  readonly spare: readonly string[];
}

/** Everything that the folder does not have from here yet. @param all also what it has: the batches before are lost */
export async function collect(vault: OpenedVault, objects: Objects, device: string, all: boolean, signal: AbortSignal): Promise<Sent> {
  const entries: Entry[] = [];
  const drafts: Draft[] = [];
  const spare: string[] = [];
  let skipped = 0;
  for (const [collection, id, version, changedAt, value] of Array.from(vault.main.table.changes())) {
    if (!isShared(collection, id)) continue;
    const known = readKnown(vault.main.table, collection, id);
    // Removed before the folder ever heard of it.
    if (!known && value === undefined) continue;
    const fresh = known?.version !== version || known.unsent || all;
    const row = collection === "documents" ? parseDocument(value) : null;
    let [shared, kept]: [Json | undefined, Known["objects"]] = [value, {}];
    if (row) {
      const found = await sendDocument(vault, objects, row, known?.objects ?? {}, signal);
      // Being purged, or damaged: the rest goes on.
      if (!found) {
        skipped += 1;
        continue;
      }
      kept = found;
      if (!fresh) continue;
      const portable = await vault.still(async ({ keys }) => portableOf(vault, id, version, keys, found));
      if (portable === null) {
        skipped += 1;
        continue;
      }
      shared = portable;
    }
    if (!fresh) continue;
    const clock = clockNow(known, version, device);
    entries.push({ collection, id, version, changedAt, clock, value: shared });
    drafts.push(knownDraft(collection, id, { version, clock, unsent: false, objects: kept }));
    const held = new Set(Object.values(kept).flat());
    spare.push(...Object.values(known?.objects ?? {}).flat().filter((name) => !held.has(name)));
  }
  return { entries, drafts, skipped, spare };
}

/** Whether anything here has not been brought to the folder. */
export function hasNews({ main }: OpenedVault): boolean {
  for (const [collection, id, version, , value] of main.table.changes()) {
    if (!isShared(collection, id)) continue;
    const known = readKnown(main.table, collection, id);
    if (known ? known.version !== version || known.unsent : value !== undefined) return true;
  }
  return false;
}

async function sendDocument(vault: OpenedVault, objects: Objects, row: DocumentRow, known: Known["objects"], signal: AbortSignal): Promise<Known["objects"] | null> {
  const found: Record<string, readonly string[]> = {};
  for (const { stream, size } of row.revisions) {
    const names = await sendStream(vault.around.database, objects, stream, size, known[stream], signal);
    if (!names) return null;
    found[stream] = names;
  }
  return found;
}

/** null: it has changed meanwhile. */
async function portableOf(vault: OpenedVault, id: string, version: string, keys: VaultKeys, objects: Known["objects"]): Promise<Json | null> {
  const entry = vault.main.table.entry("documents", id);
  const row = entry?.version === version ? parseDocument(entry.value) : null;
  if (!row) return null;
  const revisions: Json[] = [];
  for (const { key, ...revision } of row.revisions) {
    const secret = await unwrapSecret(keys, unbase64(revision.stream), unbase64(key)).catch(() => null);
    const names = objects[revision.stream];
    if (!secret || !names) return null;
    revisions.push({ ...revision, secret: toBase64(secret), objects: names });
    wipe(secret);
  }
  return { ...row, revisions };
}

const batchBytes = 1 << 20;
const mostBatches = 16;
const smallBatch = 256 << 10;

/** Entries as batches of about 1 MiB, each an object. */
export async function writeBatches(objects: Objects, key: FolderKey, entries: readonly Entry[]): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  let [part, bytes]: [Entry[], number] = [[], 0];
  const flush = async (): Promise<void> => {
    if (part.length > 0) batches.push({ name: await objects.write(await sealJson(key, "batch", part)), bytes });
    [part, bytes] = [[], 0];
  };
  for (const entry of entries) {
    part.push(entry);
    bytes += JSON.stringify(entry).length;
    if (bytes >= batchBytes) await flush();
  }
  await flush();
  return batches;
}

export interface ReadBatch {
  readonly entries: readonly Entry[];
  /** Some are of a kind that this version does not know: the batch is read again when it does. */
  readonly strange: boolean;
}

/** null: it is not there or not whole. */
export async function readBatch(objects: Objects, key: FolderKey, name: string): Promise<ReadBatch | null> {
  const content = objects.has(name) ? await objects.read(name) : null;
  const value = content && (await openJson(key, "batch", content));
  if (!Array.isArray(value)) return null;
  const entries = value.flatMap((one: unknown) => parseEntry(one) ?? []);
  return { entries, strange: entries.length < value.length };
}

/** Many small batches become one; what a later entry of ours replaces falls away. */
export async function gather(objects: Objects, key: FolderKey, batches: readonly Batch[]): Promise<readonly Batch[]> {
  if (batches.length <= mostBatches) return batches;
  const small = batches.filter(({ bytes }) => bytes < smallBatch);
  const read: Entry[] = [];
  for (const { name } of small) {
    const batch = await readBatch(objects, key, name);
    // Not readable: everything stays as it is.
    if (!batch || batch.strange) return batches;
    read.push(...batch.entries);
  }
  const entries = [...byRecord(read).values()].flatMap((all) => latestOf(all));
  return [...batches.filter((one) => !small.includes(one)), ...(await writeBatches(objects, key, entries))];
}
