// What changed between two versions of a text, in the order of the newer one: paragraph by paragraph, and within a changed
// paragraph word by word.
import { diffArrays } from "diff";

export interface Piece {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

export interface ChangedParagraph {
  readonly kind: "same" | "added" | "removed" | "changed";
  readonly pieces: readonly Piece[];
}

// A text that was written anew from end to end, or is in another language, costs the more the less is left of it: beyond these
// nobody would read what stayed out of it, and the panel would stand still.
/** Paragraphs that came and went: with more, all of the old text went and all of the new one came. */
const mostChanged = 1_000;
/** The same of the words of one paragraph. */
const mostChangedWords = 400;
/** So many words, all in all, are compared for nothing. */
const mostInVain = 100_000;
/** Among so many that went the counterpart of one that came is looked for. */
const mostLookedAt = 100;
/** The share of a paragraph's letters that must have stayed for it to be the same one. */
const leastAlike = 0.4;

export function differenceOf(before: readonly string[], after: readonly string[]): readonly ChangedParagraph[] {
  const all = [{ removed: true, added: false, value: [...before] }, { removed: false, added: true, value: [...after] }];
  const changes = diffArrays([...before], [...after], { maxEditLength: mostChanged }) ?? all;
  const paragraphs: ChangedParagraph[] = [];
  for (let i = 0; i < changes.length; i += 1) {
    const change = changes[i];
    if (!change) continue;
    const next = changes[i + 1];
    if (change.removed && next?.added) {
      paragraphs.push(...pair(change.value, next.value));
      i += 1;
    } else {
      const kind = change.added ? "added" : change.removed ? "removed" : "same";
      paragraphs.push(...change.value.map((text): ChangedParagraph => ({ kind, pieces: [{ kind, text }] })));
    }
  }
  return paragraphs;
}

/** Removed paragraphs beside those that came in their place: what is mostly the same is one changed paragraph. */
function pair(removed: readonly string[], added: readonly string[]): readonly ChangedParagraph[] {
  const paragraphs: ChangedParagraph[] = [];
  const left = removed.map(inWords);
  const spent = { words: 0 };
  for (const one of added.map(inWords)) {
    const found = counterpartOf(one, left, spent);
    if (!found) {
      paragraphs.push({ kind: "added", pieces: [{ kind: "added", text: one.text }] });
      continue;
    }
    // Those before it have no counterpart: they are gone.
    for (const gone of left.splice(0, found.at)) paragraphs.push({ kind: "removed", pieces: [{ kind: "removed", text: gone.text }] });
    left.shift();
    paragraphs.push({ kind: "changed", pieces: found.pieces });
  }
  for (const gone of left) paragraphs.push({ kind: "removed", pieces: [{ kind: "removed", text: gone.text }] });
  return paragraphs;
}

/** @param spent counts what was compared in vain */
function counterpartOf(text: Worded, left: readonly Worded[], spent: { words: number }): { readonly at: number; readonly pieces: readonly Piece[] } | null {
  for (const [at, old] of left.slice(0, mostLookedAt).entries()) {
    if (mostAlike(old, text) <= leastAlike || spent.words > mostInVain) continue;
    const pieces = piecesOf(old, text);
    if (pieces && likeness(pieces, old, text) > leastAlike) return { at, pieces };
    spent.words += old.words.length + text.words.length;
  }
  return null;
}

/** @returns null: hardly a word of it is where it was */
function piecesOf(before: Worded, after: Worded): readonly Piece[] | null {
  const changes = diffArrays(before.words, after.words, { maxEditLength: mostChangedWords });
  return changes?.map(({ added, removed, value }): Piece => ({ kind: added ? "added" : removed ? "removed" : "same", text: value.join("") })) ?? null;
}

/** A paragraph and its words, each with how often it has it. */
interface Worded {
  readonly text: string;
  readonly words: string[];
  readonly counts: ReadonlyMap<string, number>;
}

function inWords(text: string): Worded {
  const words = wordsOf(text);
  const counts = new Map<string, number>();
  for (const word of words) if (word.trim() !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  return { text, words, counts };
}

/** Words, blanks and marks; a day, a number or an address is one word: 24.11.2026 is not read in pieces. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}.,:/@%-]*[\p{L}\p{N}%])?|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The share of letters that stay, 0 to 1. */
function likeness(pieces: readonly Piece[], before: Worded, after: Worded): number {
  const same = pieces.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.trim().length : 0), 0);
  return same / Math.max(1, before.text.length, after.text.length);
}

/** What that share may be at most, by the words that both have, in whatever order; blanks between them are counted as if all stayed. */
function mostAlike(before: Worded, after: Worded): number {
  let same = 0;
  let blanks = 0;
  for (const [word, count] of before.counts) {
    const both = Math.min(count, after.counts.get(word) ?? 0);
    same += both * word.length;
    blanks += both;
  }
  return (same + blanks) / Math.max(1, before.text.length, after.text.length);
}
