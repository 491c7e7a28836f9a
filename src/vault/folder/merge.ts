// Two rival versions of a record become one. Whatever computer does it, in whatever order, comes to the same: what is
// taken depends on the two versions alone.
import type { Json } from "../api.ts";
import type { DocumentFacts } from "../documentApi.ts";
import { sha256Hex } from "../../codec/sha256.ts";
import { fieldsOf } from "../store/recordTable.ts";
import { canonical, type SharedDocument, type SharedRevision } from "./entry.ts";

export interface Version<T> {
  readonly version: string;
  readonly changedAt: number;
  /** undefined: removed. */
  readonly value: T | undefined;
}

export interface Merged<T> extends Version<T> {
  /** What does not stand, to be kept beside; undefined: nothing is lost. */
  readonly lost: Json | undefined;
}

/** The name of a conflict: the same on every computer. */
export async function conflictId(collection: string, id: string, lost: Json): Promise<string> {
  return (await sha256Hex(canonical([collection, id, lost]))).slice(0, 32);
}

/** Later first. Of two with the same version (a copied profile may write such) the content decides. */
function inOrder<T>(a: Version<T>, b: Version<T>, text: (value: T) => string): readonly [later: Version<T>, earlier: Version<T>] {
  if (a.version !== b.version) return a.version > b.version ? [a, b] : [b, a];
  return (a.value === undefined ? "" : text(a.value)) >= (b.value === undefined ? "" : text(b.value)) ? [a, b] : [b, a];
}

/** Removed here, changed there: the change stands. */
function survivor<T>(later: Version<T>, earlier: Version<T>): Version<T> | null {
  if (later.value === undefined && earlier.value !== undefined) return earlier;
  return earlier.value === undefined ? later : null;
}

/** Of two rival records the later stands. */
export function mergeValues(a: Version<Json>, b: Version<Json>): Merged<Json> {
  const [later, earlier] = inOrder(a, b, canonical);
  const only = survivor(later, earlier);
  if (only) return { ...only, lost: undefined };
  return { ...later, lost: canonical(later.value) === canonical(earlier.value) ? undefined : earlier.value };
}

/** What a document is, wherever it lies: without its keys, which are each computer's own. */
function plain({ revisions, ...row }: SharedDocument): Json {
  return { ...row, revisions: revisions.map(({ revision, size, storedAt, sha256, conflict, stream, commitment }) => ({ revision, size, storedAt, sha256, conflict, stream, commitment })) };
}

/** Rival documents: all revisions of both, and of the facts the later ones, completed by the others. */
export async function mergeDocuments(a: Version<SharedDocument>, b: Version<SharedDocument>): Promise<Merged<SharedDocument>> {
  const [later, earlier] = inOrder(a, b, (value) => canonical(plain(value)));
  const only = survivor(later, earlier);
  if (only) return { ...only, lost: undefined };
  const [x, y] = [later.value, earlier.value];
  if (!x || !y) return { ...later, lost: undefined };
  const value: SharedDocument = {
    ...mergeFacts(x, y),
    addedAt: Math.min(x.addedAt, y.addedAt),
    // Thrown away here, worked on there: it stays.
    binnedAt: x.binnedAt === null || y.binnedAt === null ? null : Math.max(x.binnedAt, y.binnedAt),
    revisions: mergeRevisions(x.revisions, y.revisions),
  };
  const text = canonical(plain(value));
  const lost = contested.some((key) => isSaid(x[key]) && isSaid(y[key]) && x[key] !== y[key]) ? factsValue(y) : undefined;
  if (text === canonical(plain(x))) return { ...later, value, lost };
  const [base = ""] = later.version.split("+");
  return { version: `${base}+${(await sha256Hex(text)).slice(0, 8)}`, changedAt: Math.max(later.changedAt, earlier.changedAt), value, lost };
}

/** Facts of which only one can be. */
const contested = ["name", "category", "organisation", "folder", "keepUntil"] as const;
const isSaid = (value: unknown): boolean => value !== null && value !== "";

function factsValue(row: SharedDocument): Json {
  return { ...Object.fromEntries(contested.map((key) => [key, row[key]])), tags: [...row.tags] };
}

function mergeFacts(later: DocumentFacts, earlier: DocumentFacts): DocumentFacts {
  return {
    name: later.name || earlier.name,
    type: later.type || earlier.type,
    category: later.category ?? earlier.category,
    tags: [...new Set([...later.tags, ...earlier.tags])].toSorted(),
    organisation: later.organisation || earlier.organisation,
    folder: later.folder || earlier.folder,
    signed: later.signed ?? earlier.signed,
    keepUntil: later.keepUntil ?? earlier.keepUntil,
    source: later.source || earlier.source,
    extra: fieldsOf({ ...earlier.extra, ...later.extra }),
  };
}

/**
 * All revisions, in the order in which they were stored (a revision is stored later than the one it replaces, whatever the
 * clock says: documents.ts). Where both have what the other lacks, the newest of it is marked.
 */
export function mergeRevisions<T extends Pick<SharedRevision, "stream" | "storedAt" | "revision" | "conflict">>(a: readonly T[], b: readonly T[]): readonly T[] {
  const [inA, inB] = [new Set(a.map(({ stream }) => stream)), new Set(b.map(({ stream }) => stream))];
  const flagged = new Set([...a, ...b].flatMap(({ stream, conflict }) => (conflict ? [stream] : [])));
  const all = [...a, ...b.filter(({ stream }) => !inA.has(stream))].toSorted((one, other) => one.storedAt - other.storedAt || (one.stream < other.stream ? -1 : 1));
  const rival = a.some(({ stream }) => !inB.has(stream)) && b.some(({ stream }) => !inA.has(stream));
  const newest = rival ? all.findLast(({ stream }) => !inA.has(stream) || !inB.has(stream)) : undefined;
  return all.map((revision, at) => ({ ...revision, revision: at + 1, conflict: flagged.has(revision.stream) || revision === newest }));
}
