// The letters' words cite the law on personal data as it has been since 1 March 2024. A letter of an earlier day, which a person may
// enter with an old request, rests on the law of its day. That one has the same title and other numbers: it is named, and no article of it.
import { type Day, dayFromIso } from "../calendar/day.ts";
import { law3144 } from "../data/statutes.ts";
import type { LetterBlock } from "./letter.ts";
import type { Language } from "./templates.ts";

const since = dayFromIso(law3144.from ?? "") ?? 0;

/** What is left of „კანონის 14-ე მუხლის“ has its case, and of „კანონის 22-ე მუხლი“ none. */
const cited: Readonly<Record<Language, readonly RegExp[]>> = {
  ka: [
    /(„პერსონალურ მონაცემთა დაცვის შესახებ“ საქართველოს კანონის|იმავე კანონის) (?:მე-\d+|\d+-ე) მუხლის/gu,
    /(„პერსონალურ მონაცემთა დაცვის შესახებ“ საქართველოს კანონი)ს (?:მე-\d+|\d+-ე) მუხლი(?![ა-ჰ])/gu,
  ],
  en: [/Article \d+ of (the Law of Georgia on Personal Data Protection|the same Law)/g],
};

/** What a letter of that day may cite. */
export function byLawOf(day: Day, language: Language, blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  if (day >= since) return blocks;
  return blocks.map((block) => (block.kind === "paragraph" ? { ...block, text: cited[language].reduce((text, article) => text.replaceAll(article, "$1"), block.text) } : block));
}
