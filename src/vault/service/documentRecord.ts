// A document's record: what DocumentView shows, and for each revision where its bytes are and their wrapped key.
import { toBase64 } from "../../codec/base64.ts";
import type { Json, StoredRecord } from "../api.ts";
import type { DocumentFacts, DocumentView, RevisionView } from "../documentApi.ts";
import { categories, type Category } from "../../codec/categories.ts";
import { unwrapSecret, type VaultKeys, wrapSecret } from "../crypto/vaultKeys.ts";
import { unbase64 } from "../store/header.ts";
import { fieldsOf, type RecordTable } from "../store/recordTable.ts";
import type { StreamRef } from "../store/streamStore.ts";

export interface RevisionRow extends RevisionView {
  /** Base64. */
  readonly stream: string;
  readonly key: string;
  readonly commitment: string;
}

export interface DocumentRow extends DocumentFacts {
  readonly addedAt: number;
  readonly binnedAt: number | null;
  readonly revisions: readonly RevisionRow[];
}

export const noFacts: DocumentFacts = { name: "", type: "", category: null, tags: [], organisation: null, folder: "", signed: null, keepUntil: null, source: "file", extra: {} };

const isCategory = (value: unknown): value is Category => categories.some((one) => one === value);
const text = (value: Json | undefined, otherwise = ""): string => (typeof value === "string" ? value : otherwise);
const numberOrNull = (value: Json | undefined): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);

/** Facts from JSON; what is missing or of the wrong kind is as in `base`. */
export function parseFacts(value: Json | undefined, base: DocumentFacts = noFacts): DocumentFacts {
  const { name, type, category, tags, organisation, folder, signed, keepUntil, source, extra } = fieldsOf(value);
  return {
    name: text(name, base.name),
    type: text(type, base.type),
    category: category === null || isCategory(category) ? category : base.category,
    tags: Array.isArray(tags) ? [...new Set(tags.filter((one): one is string => typeof one === "string" && one.trim() !== ""))] : base.tags,
    organisation: organisation === null || typeof organisation === "string" ? organisation : base.organisation,
    folder: text(folder, base.folder),
    signed: signed === null || signed === "valid" || signed === "invalid" || signed === "unknown" ? signed : base.signed,
    keepUntil: keepUntil === null || typeof keepUntil === "number" ? keepUntil : base.keepUntil,
    source: text(source, base.source),
    extra: extra === undefined ? base.extra : fieldsOf(extra),
  };
}

/** Whether `parseDocument` would take it. */
export function isDocument(value: Json | undefined): boolean {
  const { revisions } = fieldsOf(value);
  return Array.isArray(revisions) && revisions.length > 0;
}

export function parseDocument(value: Json | undefined): DocumentRow | null {
  const { addedAt, binnedAt, revisions } = fieldsOf(value);
  if (!isDocument(value) || !Array.isArray(revisions)) return null;
  return { ...parseFacts(value), addedAt: numberOrNull(addedAt) ?? 0, binnedAt: numberOrNull(binnedAt), revisions: revisions.map(parseRevision) };
}

function parseRevision(value: Json): RevisionRow {
  const { revision, size, storedAt, sha256, conflict, stream, key, commitment } = fieldsOf(value);
  return {
    revision: numberOrNull(revision) ?? 0,
    size: numberOrNull(size) ?? 0,
    storedAt: numberOrNull(storedAt) ?? 0,
    sha256: text(sha256),
    conflict: conflict === true,
    stream: text(stream),
    key: text(key),
    commitment: text(commitment),
  };
}

/** A record's value is JSON: the row as it is. */
export function documentValue(row: DocumentRow): Json {
  return { ...row, revisions: row.revisions.map((revision) => ({ ...revision })) };
}

/** Without what a verification found: that was of other content. */
export function unjudged<T extends DocumentFacts>(facts: T): T {
  const { looked: _, signers: __, ...extra } = facts.extra;
  return { ...facts, signed: null, extra };
}

/** A merge may put another computer's revision above the one that was looked at (folder/merge.ts). */
const isOutdated = ({ extra, revisions }: DocumentRow): boolean => typeof extra["looked"] === "string" && extra["looked"] !== revisions.at(-1)?.sha256;

export function viewOf(record: StoredRecord): DocumentView | null {
  const row = parseDocument(record.value);
  if (!row) return null;
  const revisions = row.revisions.map(({ revision, size, storedAt, sha256, conflict }) => ({ revision, size, storedAt, sha256, conflict }));
  return { ...(isOutdated(row) ? unjudged(row) : row), revisions, documentId: record.id, version: record.version, changedAt: record.changedAt };
}

export function refOf(revision: RevisionRow): StreamRef {
  return { id: unbase64(revision.stream), wrapped: unbase64(revision.key), commitment: unbase64(revision.commitment), size: revision.size };
}

/** Streams that some document refers to, as base64. */
export function referredStreams(table: RecordTable): ReadonlySet<string> {
  return new Set(table.list("documents").flatMap(({ value }) => parseDocument(value)?.revisions.map(({ stream }) => stream) ?? []));
}

async function rewrap(row: DocumentRow, from: VaultKeys, to: VaultKeys): Promise<Json> {
  const revisions = await Promise.all(
    row.revisions.map(async (revision) => {
      const id = unbase64(revision.stream);
      // One damaged key must not keep everything else from being rotated: it stays as it is, and as unreadable.
      const secret = await unwrapSecret(from, id, unbase64(revision.key)).catch(() => null);
      if (!secret) return revision;
      const key = toBase64(await wrapSecret(to, id, secret));
      secret.fill(0);
      return { ...revision, key };
    }),
  );
  return documentValue({ ...row, revisions });
}

/** Every document's value with its keys wrapped by another epoch's key. */
export async function rewrapDocuments(table: RecordTable, from: VaultKeys, to: VaultKeys): Promise<ReadonlyMap<string, Json>> {
  const rewrapped = new Map<string, Json>();
  const records = table.list("documents");
  const batch = 200;
  for (let at = 0; at < records.length; at += batch) {
    await Promise.all(
      records.slice(at, at + batch).map(async ({ id, value }) => {
        const row = parseDocument(value);
        if (row) rewrapped.set(id, await rewrap(row, from, to));
      }),
    );
  }
  return rewrapped;
}
