// What words a text has, counted once: whether one is also written small, stands with a capital inside a sentence, or is there
// in another case. Asking the text anew for each name would take the square of its length.

export interface TextWords {
  /** Words that begin with a small letter. */
  readonly small: ReadonlySet<string>;
  /** Words with a capital that no sentence begins with. */
  readonly proper: ReadonlySet<string>;
  /** Where a Georgian word's stem stands: its run of words, and its place there. */
  readonly georgian: ReadonlyMap<string, readonly { readonly run: readonly string[]; readonly at: number }[]>;
}

export function wordsOfText(text: string, stem: (word: string) => string): TextWords {
  const small = new Set((text.match(/(?<!\p{L})\p{Ll}[\p{L}]*/gu) ?? []).map((one) => one.toLowerCase()));
  const proper = new Set([...text.matchAll(/(?<=[\p{Ll},(“"] )\p{Lu}[\p{L}\d]*(?:[&'’.-][\p{L}\d]+)*/gu)].map((one) => one[0]));
  const georgian = new Map<string, { run: readonly string[]; at: number }[]>();
  for (const match of text.match(/[ა-ჰ]+(?:[ \t]+[ა-ჰ]+)*/gu) ?? []) {
    const run = match.split(/[ \t]+/);
    for (const [at, word] of run.entries()) {
      const key = stem(word);
      const known = georgian.get(key);
      if (known) known.push({ run, at });
      else georgian.set(key, [{ run, at }]);
    }
  }
  return { small, proper, georgian };
}
