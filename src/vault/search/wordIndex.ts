// Which documents have which words, in memory while the vault is open.
import { bitCount, letterMask, nearPrefix, typosAllowed, wordsOf } from "./words.ts";

export class WordIndex {
  readonly #documents = new Map<string, Set<string>>();
  readonly #wordsOf = new Map<string, readonly string[]>();
  /** All words in order, with their letters; null: to be made again. */
  #sorted: { readonly words: readonly string[]; readonly masks: Int32Array } | null = null;

  /** Puts a document's words in place of those it had. */
  set(documentId: string, text: string): void {
    const words = [...new Set(wordsOf(text))];
    const had = this.#wordsOf.get(documentId);
    if (had && had.length === words.length && had.every((word, at) => word === words[at])) return;
    this.remove(documentId);
    this.#wordsOf.set(documentId, words);
    for (const word of words) {
      const documents = this.#documents.get(word);
      if (documents) documents.add(documentId);
      else {
        this.#documents.set(word, new Set([documentId]));
        this.#sorted = null;
      }
    }
  }

  remove(documentId: string): void {
    for (const word of this.#wordsOf.get(documentId) ?? []) {
      const documents = this.#documents.get(word);
      documents?.delete(documentId);
      if (documents?.size === 0) {
        this.#documents.delete(word);
        this.#sorted = null;
      }
    }
    this.#wordsOf.delete(documentId);
  }

  /** Documents with a word that begins with `typed`; if there is none, with one that nearly does. */
  matches(typed: string): ReadonlySet<string> {
    const { words, masks } = this.#order();
    const found = new Set<string>();
    for (let at = firstNotBefore(words, typed); ; at += 1) {
      const word = words[at];
      if (!word?.startsWith(typed)) break;
      this.#collect(word, found);
    }
    const most = typosAllowed(typed.length);
    if (found.size > 0 || most === 0) return found;
    const mask = letterMask(typed);
    for (const [at, word] of words.entries()) {
      // An edit can take away one letter of the typed word at most.
      if (bitCount(mask & ~(masks[at] ?? 0)) <= most && word.length >= typed.length - most && nearPrefix(word, typed, most)) this.#collect(word, found);
    }
    return found;
  }

  #collect(word: string, into: Set<string>): void {
    for (const documentId of this.#documents.get(word) ?? []) into.add(documentId);
  }

  #order(): { readonly words: readonly string[]; readonly masks: Int32Array } {
    if (this.#sorted) return this.#sorted;
    const words = [...this.#documents.keys()].sort();
    this.#sorted = { words, masks: Int32Array.from(words, letterMask) };
    return this.#sorted;
  }
}

function firstNotBefore(words: readonly string[], word: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
