// How days are counted, whatever law sets their number: also dated data, with its source.
import type { LegalSource } from "../law/ruleSet.ts";

/** The day of the event is not counted (122), a term ends with its last day (123), and one that ends on a rest day with the next working day (127). */
export const countingRule: LegalSource = {
  title: { ka: "საქართველოს სამოქალაქო კოდექსი", en: "Civil Code of Georgia" },
  article: "122, 123, 127",
  url: "http://civilcode.ge/index.php?title=127",
  verifiedOn: "2026-11-27",
};
