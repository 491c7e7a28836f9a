import type { SpecialCategory } from "./vocabulary.ts";

// Stems, because Georgian words change at their end.
const stems: readonly (readonly [SpecialCategory, RegExp])[] = [
  ["genetic", /გენეტიკ|genetic|\bdna\b|დნმ/],
  ["biometric", /ბიომეტრ|თითის ანაბეჭდ|სახის გამოსახულების ამოცნობ|biometric|fingerprint/],
  ["health", /ჯანმრთელ|დიაგნოზ|სამედიცინო|ავადმყოფ|დაავადებ|სისხლის ჯგუფ|შშმ|health|diagnos|medical|disabilit/],
  ["sexualLife", /სექსუალ|სქესობრივ ცხოვრებ|sexual/],
  ["conviction", /ნასამართლ|სისხლისსამართლებრივ|მსჯავრ|conviction|criminal record/],
  ["union", /პროფკავშირ|პროფესიული კავშირ|trade union/],
  ["party", /პარტიის წევრ|პოლიტიკური პარტი|party member/],
  ["politics", /პოლიტიკურ|political/],
  ["philosophy", /ფილოსოფიურ|იდეოლოგიურ|მსოფლმხედველ|philosophical|ideological/],
  ["religion", /რელიგი|აღმსარებლობ|religio/],
  ["origin", /ეთნიკურ|რასობრივ|ეროვნებ|ethnic|racial/],
];

/** The special category (line 101) that a datum's name points to; null if none. A proposal: the person decides. */
export function specialCategoryOf(name: string): SpecialCategory | null {
  const text = name.toLowerCase();
  return stems.find(([, stem]) => stem.test(text))?.[0] ?? null;
}

/** How the lists call each, in both languages: whoever types the word finds what the filter finds. A test holds them to the catalogues. */
const names: Readonly<Record<SpecialCategory, string>> = {
  origin: "რასობრივი ან ეთნიკური წარმომავლობა racial or ethnic origin", politics: "პოლიტიკური შეხედულებები political views", religion: "რელიგიური მრწამსი religious belief", philosophy: "ფილოსოფიური მრწამსი philosophical belief",
  party: "პარტიის წევრობა party membership", union: "პროფკავშირის წევრობა trade-union membership", health: "ჯანმრთელობა health", sexualLife: "სქესობრივი ცხოვრება sexual life", biometric: "ბიომეტრიული biometric", genetic: "გენეტიკური genetic", conviction: "ნასამართლობა convictions",
};

/** The words by which what is of these categories is searched, "special" among them; empty: it is of none. */
export const specialNames = (special: readonly SpecialCategory[]): string => (special.length === 0 ? "" : ["განსაკუთრებული კატეგორია special category", ...special.map((one) => names[one])].join("\n"));
