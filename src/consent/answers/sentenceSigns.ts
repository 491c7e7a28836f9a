// The signs by which a sentence of an answer is judged (`whichAnswer.ts`): its words, pairs of them, the pieces of which they are made,
// since a Georgian verb has its person before its root and its tense behind it, and what stands behind a "not".
import { numbered } from "../sentences/sign.ts";

const digit = /\d/u;
const pieces = [3, 4, 5] as const;
const longestWord = 20;
/** So many words behind it are denied with it. */
const denied = 3;
const denies = new Set(["არ", "ვერ", "ვეღარ", "აღარ", "ნუ", "არა", "ვერა", "ვერც", "არც", "not", "no", "cannot", "can't", "won't", "don't", "never", "unable", "doesn't", "nothing", "nobody", "isn't", "couldn't"]);

/** @returns each sign once */
export function signsOf(sentence: string): ReadonlySet<number> {
  const signs = new Set<number>();
  const words = (sentence.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?|\d+|[?:₾]/gu) ?? []).map((one) => (digit.test(one) ? "#" : one.replace("’", "'")));
  let open = 0;
  for (const [at, word] of words.entries()) {
    signs.add(numbered(`w${word}`));
    signs.add(numbered(`b${words[at - 1] ?? ""}_${word.slice(0, 6)}`));
    const marked = word.length > 2 ? ` ${word.slice(0, longestWord)} ` : "";
    for (const length of pieces) for (let from = 0; from + length <= marked.length; from++) signs.add(numbered(`p${marked.slice(from, from + length)}`));
    if (open > 0) signs.add(numbered(`!${word.slice(0, 5)}`));
    open = denies.has(word) ? denied : open - 1;
  }
  signs.add(numbered(`long:${Math.min(6, Math.floor(words.length / 5))}`));
  return signs;
}
