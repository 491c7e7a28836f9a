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

export function differenceOf(before: readonly string[], after: readonly string[]): readonly ChangedParagraph[] {
  const changes = diffArrays([...before], [...after]);
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
  const left = [...removed];
  for (const text of added) {
    const at = left.findIndex((old) => likeness(old, text) > 0.4);
    if (at < 0) {
      paragraphs.push({ kind: "added", pieces: [{ kind: "added", text }] });
      continue;
    }
    // Those before it have no counterpart: they are gone.
    for (const gone of left.splice(0, at)) paragraphs.push({ kind: "removed", pieces: [{ kind: "removed", text: gone }] });
    const [old = ""] = left.splice(0, 1);
    paragraphs.push({ kind: "changed", pieces: words(old, text) });
  }
  for (const gone of left) paragraphs.push({ kind: "removed", pieces: [{ kind: "removed", text: gone }] });
  return paragraphs;
}

function words(before: string, after: string): readonly Piece[] {
  return diffArrays(wordsOf(before), wordsOf(after)).map(({ added, removed, value }) => ({ kind: added ? "added" : removed ? "removed" : "same", text: value.join("") }));
}

/** Words, blanks and marks; a day, a number or an address is one word: 24.11.2026 is not read in pieces. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}.,:/@%-]*[\p{L}\p{N}%])?|\s+|[^\s\p{L}\p{N}]/gu) ?? [];
}

/** The share of letters that stay, 0 to 1. */
function likeness(before: string, after: string): number {
  const same = words(before, after).reduce((sum, { kind, text }) => sum + (kind === "same" ? text.trim().length : 0), 0);
  return same / Math.max(1, before.length, after.length);
}
