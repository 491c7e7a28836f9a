// The letters' words cite the law on personal data as it has been since 1 March 2024. A letter of an earlier day, which a person may
// enter with an old request, rests on the law of its day. That one has the same title and other numbers: it is named, and no article of it.
import { type Day, dayFromIso } from "../calendar/day.ts";
import { law3144 } from "../data/statutes.ts";
import type { LetterBlock } from "./letter.ts";
import type { Language } from "./templates.ts";

const since = dayFromIso(law3144.from ?? "") ?? 0;

const cited: Readonly<Record<Language, readonly [RegExp, string]>> = {
  ka: [/(„პერსონალურ მონაცემთა დაცვის შესახებ“ საქართველოს კანონის|იმავე კანონის) (?:მე-\d+|\d+-ე) მუხლის/gu, "$1"],
  en: [/([Uu]nder) Article \d+ of (the Law of Georgia on Personal Data Protection|the same Law)/g, "$1 $2"],
};

/** What a letter of that day may cite. */
export function byLawOf(day: Day, language: Language, blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  if (day >= since) return blocks;
  const [article, none] = cited[language];
  return blocks.map((block) => (block.kind === "paragraph" ? { ...block, text: block.text.replaceAll(article, none) } : block));
}
