// All documents as they are shown, in memory, and how they are found. Follows the record table.
import type { DocumentView, Found, Search } from "../documentApi.ts";
import { normalise, wordsOf } from "../search/words.ts";
import { WordIndex } from "../search/wordIndex.ts";
import type { StoredRecord } from "../api.ts";
import { VaultError } from "../error.ts";
import { fieldsOf, type RecordTable } from "../store/recordTable.ts";
import { signersOf } from "../signers.ts";
import { isDocument, viewOf } from "./documentRecord.ts";

const usualLimit = 200;

/**
 * One document. [Note: looked at when asked] Ten thousand of them are listed in the time that parsing them all would take
 * alone: what a list is sorted and filtered by is read from the record as it is, and the rest when a document is shown.
 */
class Listed {
  readonly record: StoredRecord;
  #view: DocumentView | null = null;
  #sortName: string | null = null;

  constructor(record: StoredRecord) {
    this.record = record;
  }

  get view(): DocumentView {
    this.#view ??= viewOf(this.record);
    if (!this.#view) throw new VaultError("RECORD_DAMAGED", "a document's record has no revisions");
    return this.#view;
  }

  get sortName(): string {
    return (this.#sortName ??= normalise(this.view.name));
  }

  get inBin(): boolean {
    return typeof fieldsOf(this.record.value)["binnedAt"] === "number";
  }
}

export class DocumentList {
  readonly #main: RecordTable;
  readonly #listed = new Map<string, Listed>();
  /** null: nobody has asked yet. */
  #bySha256: Map<string, Set<string>> | null = null;
  /** Names, tags, organisations, folders. */
  readonly #facts = new WordIndex();
  /** What is inside. */
  readonly #texts = new WordIndex();
  /** Documents whose names the index does not have yet; null: they all came. */
  #unfilled: Iterator<Listed> | null;
  #textsReady = false;

  constructor(main: RecordTable) {
    this.#main = main;
    for (const record of main.list("documents")) if (isDocument(record.value)) this.#listed.set(record.id, new Listed(record));
    this.#unfilled = [...this.#listed.values()].values();
  }

  get(documentId: string): DocumentView | null {
    return this.#listed.get(documentId)?.view ?? null;
  }

  all(): readonly DocumentView[] {
    return [...this.#listed.values()].map(({ view }) => view);
  }

  /** Brings one document up to date. */
  refresh(documentId: string): DocumentView | null {
    const record = this.#main.get("documents", documentId);
    const before = this.#listed.get(documentId);
    if (before && this.#bySha256) for (const { sha256 } of before.view.revisions) this.#bySha256.get(sha256)?.delete(documentId);
    if (record && isDocument(record.value)) {
      const listed = new Listed(record);
      this.#listed.set(documentId, listed);
      this.#facts.set(documentId, factsText(listed.view));
      if (this.#bySha256) noteHashes(this.#bySha256, listed.view);
      return listed.view;
    }
    this.#listed.delete(documentId);
    this.#facts.remove(documentId);
    this.#texts.remove(documentId);
    return null;
  }

  withSha256(sha256: string): DocumentView | null {
    this.#bySha256 ??= this.all().reduce(noteHashes, new Map<string, Set<string>>());
    for (const documentId of this.#bySha256.get(sha256) ?? []) {
      const view = this.get(documentId);
      if (view && view.binnedAt === null) return view;
    }
    return null;
  }

  setText(documentId: string, text: string): void {
    this.#texts.set(documentId, text);
  }

  /** The texts kept in the store, once they are loaded. */
  loadTexts(text: RecordTable): void {
    for (const { id, value } of text.list("text")) {
      const { words } = fieldsOf(value);
      if (typeof words === "string" && this.#listed.has(id)) this.#texts.set(id, words);
    }
    this.#textsReady = true;
  }

  /**
   * The index of names is made behind the person's back after opening, some at a time, or whole when it is first asked.
   * @returns whether there is more to do
   */
  fill(most = Infinity): boolean {
    for (let count = 0; this.#unfilled && count < most; count += 1) {
      const next = this.#unfilled.next();
      if (next.done) this.#unfilled = null;
      // Changed or removed meanwhile: `refresh` saw to it.
      else if (this.#listed.get(next.value.record.id) === next.value) this.#facts.set(next.value.record.id, factsText(next.value.view));
    }
    return this.#unfilled !== null;
  }

  search(search: Search): Found {
    if (search.text !== undefined) this.fill();
    const hits = search.text === undefined ? null : this.#hits(search.text);
    const found: Listed[] = [];
    for (const listed of this.#listed.values()) if ((!hits || hits.has(listed.record.id)) && fits(listed, search)) found.push(listed);
    found.sort(orderOf(search.sort ?? "changed"));
    if (search.descending ?? (search.sort ?? "changed") === "changed") found.reverse();
    const from = search.offset ?? 0;
    const documents = found.slice(from, from + (search.limit ?? usualLimit)).map(({ view }) => view);
    return { total: found.length, documents, partial: hits !== null && !this.#textsReady };
  }

  facets(): { readonly tags: readonly string[]; readonly organisations: readonly string[]; readonly folders: readonly string[] } {
    const [tags, organisations, folders] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const { view } of this.#listed.values()) {
      for (const tag of view.tags) tags.add(tag);
      if (view.organisation) organisations.add(view.organisation);
      if (view.folder) folders.add(view.folder);
    }
    return { tags: [...tags].sort(), organisations: [...organisations].sort(), folders: [...folders].sort() };
  }

  /** Documents with every word; null: nothing was asked. */
  #hits(text: string): ReadonlySet<string> | null {
    let hits: ReadonlySet<string> | null = null;
    for (const word of wordsOf(text)) {
      const found = union(this.#facts.matches(word), this.#texts.matches(word));
      hits = hits ? intersection(hits, found) : found;
    }
    return hits;
  }
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (b.size === 0) return a;
  const out = new Set(a);
  for (const one of b) out.add(one);
  return out;
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  const out = new Set<string>();
  for (const one of a) if (b.has(one)) out.add(one);
  return out;
}

function factsText(view: DocumentView): string {
  const { about } = view.extra;
  return [view.name, ...view.tags, view.organisation ?? "", view.folder, typeof about === "string" ? about : "", ...signersOf(view)].join(" ");
}

/** A map from a content's hash to the documents that have it. */
function noteHashes(map: Map<string, Set<string>>, { documentId, revisions }: DocumentView): Map<string, Set<string>> {
  for (const { sha256 } of revisions) {
    const ids = map.get(sha256);
    if (ids) ids.add(documentId);
    else map.set(sha256, new Set([documentId]));
  }
  return map;
}

const filters = ["category", "tag", "organisation", "folder", "signed"] as const;

function fits(listed: Listed, search: Search): boolean {
  const { changedAt } = listed.record;
  if (listed.inBin !== (search.inBin ?? false) || (search.from !== undefined && changedAt < search.from) || (search.to !== undefined && changedAt > search.to)) return false;
  if (filters.every((one) => search[one] === undefined)) return true;
  const { view } = listed;
  return (
    (search.category === undefined || view.category === search.category) &&
    (search.tag === undefined || view.tags.includes(search.tag)) &&
    (search.organisation === undefined || view.organisation === search.organisation) &&
    (search.folder === undefined || view.folder === search.folder) &&
    (search.signed === undefined || (view.signed !== null) === search.signed)
  );
}

const sizeOf = (view: DocumentView): number => view.revisions.at(-1)?.size ?? 0;

function orderOf(sort: NonNullable<Search["sort"]>): (a: Listed, b: Listed) => number {
  if (sort === "name") return (a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0);
  if (sort === "size") return (a, b) => sizeOf(a.view) - sizeOf(b.view);
  return (a, b) => a.record.changedAt - b.record.changedAt;
}
