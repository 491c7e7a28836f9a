// By which article a letter refuses.
import { isAppeal } from "./appeal.ts";
import { isBesides } from "./besides.ts";
import type { Said } from "./said.ts";

/** More than a line of a form holds is no article. */
const longest = 500;

const groundLabel = /^(?:სამართლებრივი\s+საფუძველი|legal\s+(?:ground|basis))\s*[:–-]\s*(.+)$/iu;
const groundWords = /(?:კანონ|კოდექს)\p{L}*[^.]{0,120}მუხლ|მუხლ\p{L}*[^.]{0,120}(?:კანონ|კოდექს)|\barticles?\s+\d+[^.]{0,80}\b(?:law|code|act)\b|\b(?:law|code|act)\b[^.]{0,60}\barticles?\s+\d/iu;

/** What whoever asked relied on. */
const theirs = /მითითებით|შუამდგომლობ|ითხოვ|გვთხოვ|მოითხოვ|to which you refer|\byou (?:rely|refer|cite|invoke|ask|wrote)\b|\bconcerns?\b.*\bnot\b/iu;

/** The article that the answer rests on, in the sentence that names it, the nearest to what decides; what is cited about appeals is none. */
export function groundIn(paragraphs: readonly string[], sentences: readonly string[], by: Said): string | null {
  for (const one of paragraphs) {
    const found = groundLabel.exec(one)?.[1]?.trim();
    if (found) return found.slice(0, longest);
  }
  const at = sentences.indexOf(by.sentence);
  const away = (one: string): number => Math.abs(sentences.indexOf(one) - at - 0.5);
  const named = sentences.filter((one) => groundWords.test(one) && !isAppeal(one) && (one === by.sentence || (!theirs.test(one) && !isBesides(one))));
  return named.toSorted((one, other) => away(one) - away(other))[0]?.slice(0, longest) ?? null;
}
