// All documents as they are shown, in memory, and how they are found. Follows the record table.
import type { DocumentView, Found, Search } from "../documentApi.ts";
import { normalise, wordsOf } from "../search/words.ts";
import { WordIndex } from "../search/wordIndex.ts";
import { fieldsOf, type RecordTable } from "../store/recordTable.ts";
import { viewOf } from "./documentRecord.ts";

const usualLimit = 200;

interface Listed {
  readonly view: DocumentView;
  readonly sortName: string;
}

export class DocumentList {
  readonly #main: RecordTable;
  readonly #listed = new Map<string, Listed>();
  readonly #bySha256 = new Map<string, Set<string>>();
  /** Names, tags, organisations, folders. */
  readonly #facts = new WordIndex();
  /** What is inside. */
  readonly #texts = new WordIndex();
  #factsFilled = false;
  #textsReady = false;

  constructor(main: RecordTable) {
    this.#main = main;
    for (const record of main.list("documents")) {
      const view = viewOf(record);
      if (view) this.#put(view);
    }
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
    const view = record && viewOf(record);
    const before = this.#listed.get(documentId)?.view;
    for (const { sha256 } of before?.revisions ?? []) this.#bySha256.get(sha256)?.delete(documentId);
    if (view) this.#put(view);
    else {
      this.#listed.delete(documentId);
      this.#facts.remove(documentId);
      this.#texts.remove(documentId);
    }
    return view;
  }

  withSha256(sha256: string): DocumentView | null {
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

  /** The index of names is made when it is first asked: opening the vault does not wait for it. */
  fill(): void {
    if (this.#factsFilled) return;
    this.#factsFilled = true;
    for (const { view } of this.#listed.values()) this.#facts.set(view.documentId, factsText(view));
  }

  search(search: Search): Found {
    this.fill();
    const hits = search.text === undefined ? null : this.#hits(search.text);
    const found: Listed[] = [];
    for (const listed of this.#listed.values()) if ((!hits || hits.has(listed.view.documentId)) && fits(listed.view, search)) found.push(listed);
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

  #put(view: DocumentView): void {
    this.#listed.set(view.documentId, { view, sortName: normalise(view.name) });
    if (this.#factsFilled) this.#facts.set(view.documentId, factsText(view));
    for (const { sha256 } of view.revisions) {
      const ids = this.#bySha256.get(sha256);
      if (ids) ids.add(view.documentId);
      else this.#bySha256.set(sha256, new Set([view.documentId]));
    }
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
  return [view.name, ...view.tags, view.organisation ?? "", view.folder].join(" ");
}

function fits(view: DocumentView, search: Search): boolean {
  return (
    (view.binnedAt !== null) === (search.inBin ?? false) &&
    (search.category === undefined || view.category === search.category) &&
    (search.tag === undefined || view.tags.includes(search.tag)) &&
    (search.organisation === undefined || view.organisation === search.organisation) &&
    (search.folder === undefined || view.folder === search.folder) &&
    (search.signed === undefined || (view.signed !== null) === search.signed) &&
    (search.from === undefined || view.changedAt >= search.from) &&
    (search.to === undefined || view.changedAt <= search.to)
  );
}

const sizeOf = (view: DocumentView): number => view.revisions.at(-1)?.size ?? 0;

function orderOf(sort: NonNullable<Search["sort"]>): (a: Listed, b: Listed) => number {
  if (sort === "name") return (a, b) => (a.sortName < b.sortName ? -1 : a.sortName > b.sortName ? 1 : 0);
  if (sort === "size") return (a, b) => sizeOf(a.view) - sizeOf(b.view);
  return (a, b) => a.view.changedAt - b.view.changedAt;
}
