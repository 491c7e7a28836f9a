// What is kept while the vault is locked: sealed to its public key, merged when it is opened. docs/vault-format.md, "Inbox".
import { type Bytes, concat } from "../../card/bytes.ts";
import { fromBase64, toBase64 } from "../../codec/base64.ts";
import { isFields } from "../../codec/fields.ts";
import type { InboxEntry, Json, RecordChange } from "../api.ts";
import type { Work } from "../documentApi.ts";
import { ascii } from "../crypto/derive.ts";
import { openSealed, sealTo } from "../crypto/hpke.ts";
import { paddedJson } from "../crypto/paddedJson.ts";
import { wrapSecret, type VaultKeys } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import { commit, type Step } from "../store/commit.ts";
import { type Header, unbase64 } from "../store/header.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { removeStreams } from "../store/streamStore.ts";
import { documentValue, noFacts, parseFacts } from "./documentRecord.ts";
import { outerSource } from "./newContent.ts";
import { filledFrom } from "./fills.ts";
import type { Draft, OpenedVault } from "./openedVault.ts";
import { checkChange, type Records } from "./records.ts";
import { storeFile } from "./storeFile.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Tasks } from "./tasks.ts";

const infoOf = (vaultId: Bytes): Bytes => concat(ascii("mqv1/inbox"), vaultId);

async function sealEntry(header: Header, entry: Json): Promise<ArrayBuffer> {
  return (await sealTo(unbase64(header.inboxPublic), infoOf(unbase64(header.vaultId)), paddedJson(entry))).buffer;
}

/**
 * [Note: one entry a record] While somebody types, a draft is sealed again and again. A later entry of this worker's life takes
 * the place of the earlier one of the same record: merged, it would replace it anyway. One that is new there, and says less than an
 * earlier one that fills the record, does not: merged, it would change nothing.
 */
export type Sealed = Map<string, { readonly number: number; readonly fills: boolean }>;

/**
 * Keeps something for a locked vault.
 * @param sealedBefore what this life has sealed; emptied when the inbox is merged
 * @param readHeader the header as it is now; asked only after a file was written, and in turn with rotations.
 */
export async function sealIntoInbox(around: Surroundings, readHeader: () => Promise<Header>, sealedBefore: Sealed, entry: InboxEntry, tasks: Tasks, work?: Work): Promise<void> {
  if (entry.kind === "record") {
    const { collection, id, value } = checkChange({ collection: entry.collection, id: entry.id, value: entry.value });
    const { fresh = false, fills } = entry;
    await around.sealing.run(async () => {
      const record = `${collection}/${id}`;
      const before = sealedBefore.get(record);
      if (before?.fills && fresh && !fills) return;
      const sealed = await sealEntry(await readHeader(), { kind: "record", collection, id, value: value ?? null, at: around.now(), ...(fresh ? { fresh } : {}), ...(fills ? { fills } : {}) });
      const number = before?.number ?? Math.max(0, ...(await around.database.getAllKeys("inbox"))) + 1;
      await commit(around.database, [{ put: "inbox", key: number, value: sealed }]);
      sealedBefore.set(record, { number, fills: fills !== undefined });
    });
    return;
  }
  await tasks.run(work, async (signal) => {
    const stored = await storeFile(around, outerSource(entry.file), signal, work?.onProgress);
    try {
      const facts = { ...parseFacts({ ...(entry.file instanceof Blob ? { type: entry.file.type } : {}), ...entry.facts }, noFacts) };
      const { size, sha256 } = stored;
      const content = { kind: "file", facts, at: around.now(), stream: toBase64(stored.id), secret: toBase64(stored.secret), commitment: toBase64(stored.commitment), size, sha256 } as const;
      await around.sealing.run(async () => {
        const sealed = await sealEntry(await readHeader(), content);
        await commit(around.database, [{ add: "inbox", value: sealed }, ...stored.finish]);
      });
    } catch (error) {
      await removeStreams(around.database, [stored.id]).catch(() => undefined);
      throw error;
    } finally {
      stored.secret.fill(0);
    }
  });
}

/** Keeps a record in the open vault as it would be merged. */
export async function keepRecord({ vault, records }: { readonly vault: OpenedVault; readonly records: Pick<Records, "put"> }, { collection, id, value, fresh, fills }: Extract<InboxEntry, { readonly kind: "record" }>): Promise<void> {
  const present = fresh ? vault.main.table.get(collection, id) : null;
  if (!present) {
    await records.put(collection, id, value);
    return;
  }
  const filled = filledFrom(present.value, value, fills);
  if (filled !== null) await records.put(collection, id, filled, present.version);
}

/**
 * Merges all that waits, in the order in which it came; each entry is gone from the inbox in the very commit that brings it
 * into the vault. What does not open is counted and stays.
 */
export async function mergeInbox(vault: OpenedVault): Promise<{ readonly entries: number; readonly damaged: number }> {
  const { database } = vault.around;
  const numbers = await database.getAllKeys("inbox");
  if (numbers.length === 0) return { entries: 0, damaged: 0 };
  const key = await vault.inboxKey();
  const publicKey = unbase64(vault.header.inboxPublic);
  let [entries, damaged] = [0, 0];
  for (const number of numbers) {
    const sealed = await database.get("inbox", number);
    if (!sealed) continue;
    try {
      const plaintext = await openSealed(key, publicKey, infoOf(vault.vaultId), new Uint8Array(sealed), "RECORD_DAMAGED");
      const entry = parseEntry(plaintext);
      await vault.change(async (keys) => {
        const { draft, steps } = await planOf(entry, keys, vault);
        return { drafts: draft ? [draft] : [], steps: [...steps, { remove: "inbox", key: number }] };
      });
      entries += 1;
    } catch (error) {
      // A full disk is no damage: what waits goes on waiting.
      if (error instanceof VaultError && (error.code === "QUOTA_FULL" || error.code === "STORAGE_FAILED")) break;
      damaged += 1;
    }
  }
  return { entries, damaged };
}

function parseEntry(plaintext: Bytes): Readonly<Record<string, Json | undefined>> {
  const length = new DataView(plaintext.buffer, plaintext.byteOffset).getUint32(0);
  const entry: unknown = JSON.parse(new TextDecoder().decode(plaintext.subarray(4, 4 + length)));
  if (!isFields(entry)) throw new VaultError("RECORD_DAMAGED", "an inbox entry is no object");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed from JSON
  return entry as Readonly<Record<string, Json | undefined>>;
}

async function planOf(entry: Readonly<Record<string, Json | undefined>>, keys: VaultKeys, vault: OpenedVault): Promise<{ readonly draft: Draft | null; readonly steps: readonly Step[] }> {
  const { kind, collection, id, value = null, at, fresh, fills, facts, stream, secret, commitment, size, sha256 } = entry;
  const when = typeof at === "number" ? at : vault.around.now();
  if (kind === "record") {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checkChange checks it
    const draft = checkChange({ collection, id, value } as RecordChange);
    const present = vault.main.table.get(draft.collection, draft.id);
    if (present && fresh === true) {
      const filled = filledFrom(present.value, value, fills);
      return { draft: filled === null ? null : { ...draft, value: filled, changedAt: Math.max(when, present.changedAt) }, steps: [] };
    }
    // Changed in the open vault after this was kept: the later one stands.
    return { draft: present && present.changedAt > when ? null : { ...draft, changedAt: when }, steps: [] };
  }
  if (kind !== "file" || typeof stream !== "string" || typeof secret !== "string" || typeof commitment !== "string" || typeof size !== "number" || typeof sha256 !== "string") throw new VaultError("RECORD_DAMAGED", "an inbox entry of no known kind");
  const streamId = unbase64(stream);
  const raw = fromBase64(secret);
  if (!raw) throw new VaultError("RECORD_DAMAGED", "an inbox entry without its secret");
  const key = toBase64(await wrapSecret(keys, streamId, raw));
  raw.fill(0);
  const revision = { revision: 1, size, storedAt: when, sha256, conflict: false, stream, key, commitment };
  const row = { ...parseFacts(fieldsOf(facts), noFacts), addedAt: when, binnedAt: null, revisions: [revision] };
  return { draft: { collection: "documents", id: crypto.randomUUID(), value: documentValue(row), changedAt: when }, steps: [] };
}
