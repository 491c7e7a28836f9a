// Who answers questions about data: a person whom the organisation has named for it, and never the one who owns the database.

/** The office, and after it the name, up to the next mark: „მონაცემთა დაცვაზე პასუხისმგებელი პირი: ნინო კაპანაძე,“. */
const georgian = /(?:დაცვ(?:აზე|ის(?:ათვის|თვის)?)\s+(?:საკითხებ\p{L}*\s+)?(?:პასუხისმგებელ\p{L}*\s+(?:პირ|თანამშრომ|სპეციალისტ)|ოფიცერ|ოფიცრ)|საკონტაქტო პირ)\p{L}*\s*[:—–-]?\s*[^,.;()„"«“]*/giu;
/** "The officer of Aversi Clinic" names the clinic: only what follows a verb or a mark is the person. */
const english = /(?:\b(?:data protection|privacy) (?:officer|lead|manager|contact|specialist)|\bDPO|\bcontact person|\bresponsible for (?:(?:personal )?data protection|privacy))(?:\s*[:—–-]|\s+is)\s+[^,.;()"“”]*/giu;

/** The text without its contact persons. */
export function withoutContactPerson(text: string): string {
  return text.replace(georgian, " ").replace(english, " ");
}

/** Name and surname of a Georgian. A first word in the genitive, or an adjective, begins an institution: „თბილისის მერია“. */
const persons = /^[ა-ჰ]{2,20}(?<!ს|ული|ური) [ა-ჰ]{2,}(?:ძე|შვილი|ია|ავა|უა|იანი|ანი|ური|ელი|ონი|ლი)$|^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:dze|shvili|iani|ava)$/u;

/** Whether it reads as a Georgian's name and surname. */
export const isPersonsName = (name: string): boolean => persons.test(name);
