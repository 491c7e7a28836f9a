// The signs by which a sentence is judged (`likelihood.ts`): its words and those it stands under, cut to stems, and what the reader's
// topics say of it.
import { numbered } from "../sentences/sign.ts";
import { given, kept, topicNames } from "./dataWords.ts";
import { affirmed } from "./negation.ts";
import { topics } from "./topics.ts";
import type { Unit } from "./units.ts";

const georgian = /[ა-ჰ]/u;
const digit = /\d/u;
/** A Georgian verb's person and its object stand before its root, and English words have endings: so a word is its pieces as well as its beginning. */
const pieceLengths = { georgian: 4, latin: 5 } as const;
const longestWord = 14;
/** How much of a sentence's earlier clauses is looked at, from their end. */
const clauseEnd = 80;
/** Sentences of so many words or fewer are alike: a name in a table, a line of a list, a sentence, a long one. */
const lengths = [3, 8, 15, 25] as const;

/** @param where a letter that tells these words from the sentence's own */
function addWords(text: string, where: "" | "!" | "^" | "<", signs: Set<number>): void {
  let previous = "";
  for (const word of text.toLowerCase().match(/\p{L}[\p{L}’']*|\d+/gu) ?? []) {
    const stem = digit.test(word) ? "#" : word.slice(0, 5);
    signs.add(numbered(`${where}s${stem}`));
    const length = pieceLengths[georgian.test(word) ? "georgian" : "latin"];
    const marked = digit.test(word) ? "" : ` ${word.slice(0, longestWord)} `;
    for (let at = 0; at + length <= marked.length; at++) signs.add(numbered(`${where}p${marked.slice(at, at + length)}`));
    if (previous !== "" && where !== "!") signs.add(numbered(`${where}b${previous}_${stem}`));
    previous = stem;
  }
}

/** @returns each sign once, as a number (sentences/sign.ts) */
export function signsOf({ text, before, heading, nearest, paragraph }: Unit): ReadonlySet<number> {
  const signs = new Set<number>();
  const said = affirmed(text).join(" ; ");
  addWords(said, "", signs);
  // What is denied in it speaks for itself, and most often against.
  if (said.length < text.length * 0.9) addWords(text, "!", signs);
  addWords(nearest, "^", signs);
  addWords(before.slice(-clauseEnd), "<", signs);
  const words = text.split(/\s+/u).length;
  signs.add(numbered(`long:${lengths.filter((one) => words > one).length}`));
  for (const topic of topicNames) {
    if (topics[topic].heading.test(nearest)) signs.add(numbered(`nearest:${topic}`));
    if (topics[topic].heading.test(heading)) signs.add(numbered(`above:${topic}`));
    if (topics[topic].strong.test(text)) signs.add(numbered(`says:${topic}`));
  }
  if (given.test(text)) signs.add(numbered("gives"));
  if (kept.test(text)) signs.add(numbered("data"));
  if (kept.test(paragraph)) signs.add(numbered("data near"));
  return signs;
}
