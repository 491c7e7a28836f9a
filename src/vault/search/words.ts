// Words of a text, in the one form in which they are compared.

/** NFKC and lower case; Georgian capitals (Mtavruli) become ordinary letters that way, too. */
export function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** Runs of letters, digits and marks. */
export function wordsOf(text: string): readonly string[] {
  return normalise(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Which letters a word has, as 32 bits: two words that differ much in them can't be near each other. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

export function bitCount(value: number): number {
  let left = value - ((value >>> 1) & 0x5555_5555);
  left = (left & 0x3333_3333) + ((left >>> 2) & 0x3333_3333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Typos that are forgiven in a word of this length. */
export function typosAllowed(length: number): number {
  if (length < 4) return 0;
  return length < 9 ? 1 : 2;
}

/**
 * Whether `word` begins with something at most `most` edits (insert, delete, replace, swap of neighbours) from `typed`.
 * Optimal string alignment over rows of the typed word; the best of the last row is the prefix's distance.
 */
export function nearPrefix(word: string, typed: string, most: number): boolean {
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const now = [row];
    let best = row;
    for (let at = 1; at <= width; at += 1) {
      const same = word.charCodeAt(at - 1) === typed.charCodeAt(row - 1);
      let cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + (same ? 0 : 1));
      if (row > 1 && at > 1 && word.charCodeAt(at - 1) === typed.charCodeAt(row - 2) && word.charCodeAt(at - 2) === typed.charCodeAt(row - 1)) cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      now.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return false;
    before = last;
    last = now;
  }
  return Math.min(...last) <= most;
}
