// DocumentApi over an open vault.
import type { Bytes } from "../../card/bytes.ts";
import { toBase64 } from "../../codec/base64.ts";
import { createSHA256 } from "hash-wasm";
import type { DocumentApi, DocumentFacts, DocumentView, Found, NewContent, Search, Work } from "../documentApi.ts";
import { chunkSize, type StreamKey } from "../crypto/stream.ts";
import { wrapSecret } from "../crypto/vaultKeys.ts";
import { VaultError } from "../error.ts";
import type { Step } from "../store/commit.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { doomStream, keyOf, readStream, removeStreams, type Source } from "../store/streamStore.ts";
import { unbase64 } from "../store/header.ts";
import { DocumentList } from "./documentList.ts";
import { type DocumentRow, documentValue, noFacts, parseDocument, parseFacts, refOf, type RevisionRow, unjudged } from "./documentRecord.ts";
import { contentSource, isParts } from "./newContent.ts";
import type { OpenedVault } from "./openedVault.ts";
import { storeFile, type StoredFile } from "./storeFile.ts";
import type { Tasks } from "./tasks.ts";
import { indexWords, isPlainText, textIn } from "./textIn.ts";

const mostRead = 4 << 20;
/** A text is in them or nowhere (textIn.ts). */
const firstBytes = 1 << 20;
const dayMs = 86_400_000;
const usualBinDays = 30;

export class Documents implements DocumentApi {
  readonly list: DocumentList;
  readonly #vault: OpenedVault;
  readonly #tasks: Tasks;
  /** The streams read last: the next piece needs the same key. */
  readonly #keys = new Map<string, Promise<StreamKey>>();

  constructor(vault: OpenedVault, tasks: Tasks) {
    this.#vault = vault;
    this.#tasks = tasks;
    this.list = new DocumentList(vault.main.table);
  }

  async add(file: NewContent, facts: Partial<DocumentFacts> & { readonly name: string }, work?: Work): Promise<{ readonly document: DocumentView; readonly duplicateOf: string | null }> {
    return this.#tasks.run(work, async (signal) => {
      const stored = await storeFile(this.#vault.around, this.#source(file), signal, work?.onProgress);
      const documentId = crypto.randomUUID();
      let duplicateOf: string | null = null;
      await this.#keeping(stored, () =>
        this.#vault.change(async (keys) => {
          duplicateOf = this.list.withSha256(stored.sha256)?.documentId ?? null;
          const now = this.#vault.around.now();
          const row: DocumentRow = { ...parseFacts({ ...(file instanceof Blob ? { type: file.type } : {}), ...facts }, noFacts), addedAt: now, binnedAt: null, revisions: [await this.#revision(keys, stored, 1, false)] };
          return { drafts: [{ collection: "documents", id: documentId, value: documentValue(row) }], steps: stored.finish };
        }),
      );
      const document = this.#shown(documentId);
      await this.#readText(documentId, file);
      return { document, duplicateOf };
    });
  }

  async addRevision(documentId: string, file: NewContent, expect: string, work?: Work): Promise<DocumentView> {
    this.#row(documentId);
    return this.#tasks.run(work, async (signal) => {
      const stored = await storeFile(this.#vault.around, this.#source(file), signal, work?.onProgress);
      await this.#keeping(stored, () =>
        this.#vault.change(async (keys) => {
          const { row, version } = this.#row(documentId);
          const next = Math.max(...row.revisions.map(({ revision }) => revision)) + 1;
          const revision = await this.#revision(keys, stored, next, version !== expect, row.revisions.at(-1)?.storedAt);
          return { drafts: [{ collection: "documents", id: documentId, value: documentValue({ ...unjudged(row), revisions: [...row.revisions, revision] }) }], steps: stored.finish };
        }),
      );
      const document = this.#shown(documentId);
      await this.#readText(documentId, file);
      return document;
    });
  }

  async findBySha256(sha256: string): Promise<DocumentView | null> {
    return this.list.withSha256(sha256);
  }

  readonly absent = async (sha256s: readonly string[]): Promise<readonly string[]> => sha256s.filter((one) => this.list.withSha256(one) === null);

  async get(documentId: string): Promise<DocumentView | null> {
    return this.list.get(documentId);
  }

  async search(search: Search): Promise<Found> {
    return this.list.search(search);
  }

  async facets(): ReturnType<DocumentApi["facets"]> {
    return this.list.facets();
  }

  async change(documentId: string, facts: Partial<DocumentFacts>, expect?: string): Promise<DocumentView> {
    await this.#vault.change(() => {
      const { row, version } = this.#row(documentId);
      if (expect !== undefined && version !== expect) throw new VaultError("CONFLICT", "the document was changed elsewhere");
      return { drafts: [{ collection: "documents", id: documentId, value: documentValue({ ...row, ...parseFacts({ ...facts }, row) }) }] };
    });
    return this.#shown(documentId);
  }

  async read(documentId: string, revision: number | string | null, offset: number, length: number): Promise<Bytes> {
    const ref = refOf(this.#revisionOf(documentId, revision));
    if (!Number.isSafeInteger(offset) || offset < 0 || !Number.isSafeInteger(length) || length < 0) throw new VaultError("INVALID", "offset and length are whole numbers");
    return readStream(this.#vault.around.database, await this.#keyOf(documentId, revision), ref.size, offset, Math.min(length, mostRead));
  }

  async verify(documentId: string, revision: number | null, work?: Work): Promise<boolean> {
    return this.#tasks.run(work, async (signal) => {
      const { size, sha256 } = this.#revisionOf(documentId, revision);
      const hash = await createSHA256();
      hash.init();
      const piece = 32 * chunkSize;
      for (let offset = 0; offset < size; offset += piece) {
        if (signal.aborted) throw new VaultError("CANCELLED", "the work was cancelled");
        hash.update(await this.read(documentId, revision, offset, piece));
        work?.onProgress?.({ done: Math.min(size, offset + piece), total: size });
      }
      if (size === 0) await this.read(documentId, revision, 0, 1);
      return hash.digest("hex") === sha256;
    });
  }

  async setText(documentId: string, text: string): Promise<void> {
    this.#row(documentId);
    const words = indexWords(text);
    await this.#vault.change(() => ({ drafts: [{ collection: "text", id: documentId, value: { words } }] }), "text");
    this.list.setText(documentId, words);
  }

  async withoutText(types: readonly string[], limit: number): Promise<readonly DocumentView[]> {
    // In turn: right after opening the texts are still being loaded, and every document would seem to lack its own.
    return this.#vault.still(async ({ text }) => {
      const lacking = this.list.all().filter((view) => view.binnedAt === null && types.includes(view.type) && !text.table.get("text", view.documentId));
      return lacking.slice(0, limit);
    });
  }

  async withoutVerdict(endings: readonly string[], types: readonly string[], mostSize: number, limit: number): Promise<readonly DocumentView[]> {
    const unlooked = this.list.all().filter(({ name, type, extra, revisions, binnedAt }) => {
      const newest = revisions.at(-1);
      const fits = types.includes(type) || endings.some((one) => name.toLowerCase().endsWith(one));
      return binnedAt === null && fits && newest !== undefined && newest.size <= mostSize && extra["looked"] !== newest.sha256;
    });
    return unlooked.slice(0, limit);
  }

  async setVerdict(documentId: string, sha256: string, signed: DocumentFacts["signed"], signers: readonly string[] = []): Promise<void> {
    await this.#vault.change(() => {
      const { row, changedAt } = this.#row(documentId);
      // Replaced while it was looked at: the next look is at what is there now.
      if (row.revisions.at(-1)?.sha256 !== sha256) return { drafts: [] };
      // Looking at a document is no change of it: it keeps its place in the list.
      return { drafts: [{ collection: "documents", id: documentId, value: documentValue({ ...row, signed, extra: { ...row.extra, looked: sha256, signers } }), changedAt }] };
    });
    this.list.refresh(documentId);
  }

  async bin(documentIds: readonly string[]): Promise<void> {
    const now = this.#vault.around.now();
    await this.#each(documentIds, (row) => ({ ...row, binnedAt: row.binnedAt ?? now }));
  }

  async binAttachments(attachmentIds: readonly string[], binned: boolean): Promise<void> {
    const wanted = new Set(attachmentIds);
    const theirs = this.list.all().filter(({ source, extra }) => source === "draft" && typeof extra["attachment"] === "string" && wanted.has(extra["attachment"]));
    const ids = theirs.map(({ documentId }) => documentId);
    await (binned ? this.bin(ids) : this.unbin(ids));
  }

  async unbin(documentIds: readonly string[]): Promise<void> {
    await this.#each(documentIds, (row) => ({ ...row, binnedAt: null }));
  }

  async purge(documentIds: readonly string[]): Promise<void> {
    const streams: string[] = [];
    await this.#vault.change(() => {
      const steps: Step[] = [];
      for (const documentId of documentIds) {
        for (const { stream } of this.#row(documentId).row.revisions) {
          streams.push(stream);
          steps.push(doomStream(unbase64(stream)));
        }
      }
      return { drafts: documentIds.map((id) => ({ collection: "documents", id, value: undefined })), steps };
    });
    await this.#vault.change(() => ({ drafts: documentIds.map((id) => ({ collection: "text", id, value: undefined })) }), "text");
    for (const documentId of documentIds) this.list.refresh(documentId);
    for (const stream of streams) this.#keys.delete(stream);
    await removeStreams(this.#vault.around.database, streams.map(unbase64));
    await this.#vault.rotate();
  }

  async tidy(): Promise<{ readonly purged: number; readonly due: readonly DocumentView[] }> {
    const now = this.#vault.around.now();
    const days = await this.binDays();
    const old = days === null ? [] : this.list.all().filter(({ binnedAt }) => binnedAt !== null && now - binnedAt > days * dayMs);
    if (old.length > 0) await this.purge(old.map(({ documentId }) => documentId));
    const due = this.list.all().filter(({ keepUntil, binnedAt }) => binnedAt === null && keepUntil !== null && keepUntil * dayMs < now - dayMs);
    return { purged: old.length, due };
  }

  async binDays(): Promise<number | null> {
    const { days } = fieldsOf(this.#vault.main.table.get("settings", "bin")?.value);
    return days === null ? null : typeof days === "number" ? days : usualBinDays;
  }

  async setBinDays(days: number | null): Promise<void> {
    await this.#vault.change(() => ({ drafts: [{ collection: "settings", id: "bin", value: { days } }] }));
  }

  async cancel(task: string): Promise<void> {
    this.#tasks.cancel(task);
  }

  /** Documents came or went by another way than these calls (a folder). */
  async follow(documentIds: readonly string[]): Promise<void> {
    const gone = documentIds.filter((documentId) => !this.list.refresh(documentId) && this.#vault.text.table.get("text", documentId));
    if (gone.length > 0) await this.#vault.change(() => ({ drafts: gone.map((id) => ({ collection: "text", id, value: undefined })) }), "text");
    for (const documentId of documentIds) {
      const view = this.list.get(documentId);
      const newest = view?.revisions.at(-1);
      if (newest && isPlainText(view?.type ?? "")) await this.#readText(documentId, new Blob([await this.read(documentId, null, 0, firstBytes)])).catch(() => undefined);
    }
  }

  async #each(documentIds: readonly string[], act: (row: DocumentRow) => DocumentRow): Promise<void> {
    if (documentIds.length === 0) return;
    await this.#vault.change(() => ({ drafts: documentIds.map((id) => ({ collection: "documents", id, value: documentValue(act(this.#row(id).row)) })) }));
    for (const documentId of documentIds) this.list.refresh(documentId);
  }

  /** A written file that no commit came to refer to is taken away again. */
  async #keeping(stored: StoredFile, act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      await removeStreams(this.#vault.around.database, [stored.id]).catch(() => undefined);
      throw error;
    } finally {
      stored.secret.fill(0);
    }
  }

  /** A revision is stored later than the one before it, whatever the clock says: folder/merge.ts sorts by that. */
  async #revision(keys: OpenedVault["keys"], stored: StoredFile, revision: number, conflict: boolean, after = 0): Promise<RevisionRow> {
    const key = toBase64(await wrapSecret(keys, stored.id, stored.secret));
    return { revision, size: stored.size, storedAt: Math.max(this.#vault.around.now(), after + 1), sha256: stored.sha256, conflict, stream: toBase64(stored.id), key, commitment: toBase64(stored.commitment) };
  }

  #shown(documentId: string): DocumentView {
    const view = this.list.refresh(documentId);
    if (!view) throw new VaultError("DOCUMENT_NONE", "there is no such document");
    return view;
  }

  #row(documentId: string): { readonly row: DocumentRow; readonly version: string; readonly changedAt: number } {
    const record = this.#vault.main.table.get("documents", documentId);
    const row = record && parseDocument(record.value);
    if (!record || !row) throw new VaultError("DOCUMENT_NONE", "there is no such document");
    return { row, version: record.version, changedAt: record.changedAt };
  }

  #revisionOf(documentId: string, revision: number | string | null): RevisionRow {
    const { revisions } = this.#row(documentId).row;
    const found = revision === null ? revisions.at(-1) : revisions.find((one) => (typeof revision === "string" ? one.sha256 : one.revision) === revision);
    if (!found) throw new VaultError("DOCUMENT_NONE", "there is no such revision");
    return found;
  }

  async #keyOf(documentId: string, revision: number | string | null): Promise<StreamKey> {
    const found = this.#revisionOf(documentId, revision);
    const kept = this.#keys.get(found.stream);
    if (kept) return kept;
    const opened = keyOf(this.#vault.keys, refOf(found));
    this.#keys.set(found.stream, opened);
    opened.catch(() => this.#keys.delete(found.stream));
    for (const oldest of this.#keys.keys()) {
      if (this.#keys.size <= 8) break;
      this.#keys.delete(oldest);
    }
    return opened;
  }

  #source(content: NewContent): Source {
    return contentSource(content, (documentId, sha256, offset, length) => this.read(documentId, sha256, offset, length));
  }

  /** Plain text is read here; other formats by whoever can (setText). A failure costs only the search in it. */
  async #readText(documentId: string, file: NewContent): Promise<void> {
    const type = this.list.get(documentId)?.type ?? "";
    if (isParts(file) || !isPlainText(type)) return;
    // What came as a stream is gone by; of neither more than its beginning is looked at.
    const beginning = file instanceof Blob ? file : await this.read(documentId, null, 0, firstBytes).then((bytes) => new Blob([bytes]), () => null);
    const text = beginning && (await textIn(beginning, type).catch(() => null));
    if (text !== null) await this.setText(documentId, text).catch(() => undefined);
  }
}
