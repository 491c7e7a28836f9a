// A Georgian name stands in the case that its sentence wants: „ჭრელ კალათას“ is „ჭრელი კალათა“. What the same text says
// elsewhere in the nominative is surer than any rule; a rule comes second.

import type { TextWords } from "./textWords.ts";

/** Endings of the dative, ergative, genitive, instrumental and adverbial, the longest first. */
const endings = /(?:ისთვის|(?<=[^აეიოუ])სა|ში|სთვის|ისგან|სგან|თან|მა|ის|ით|ად|ს|მ)$/u;
const vowel = /[აეიოუ]$/u;

export const stem = (word: string): string => word.replace(endings, "").replace(/[აეიოუ]$/u, "");

/** Nouns of which names are made and that end in „ა“, without it: the genitive shows no vowel. */
const endsInA = new Set(`
  ჭალ მთ ტბ ზღვ კალათ ლუკმ ყან ქუჩ სკ რქ ლამპ ფირმ თემ ფორმ სქემ პროგრამ დრამ ფიფქ ბარაქ კოკ ჩანთ ნავ ფრთ თოლი მუხ ქვეყან დროშ ფარან სარკ კოლხ იბერი კლდ
  ჭინკ ჭიამაი თელ მელ ბუდ კვირ ფაბრიკ აკადემი კომპანი აგენტობ კლინიკ ბიბლიოთეკ სკოლ გალერე ლაბორატორი ოპტიკ სტუდი რედაქცი ასოციაცი ფედერაცი ორგანიზაცი
  კორპორაცი მაღაზი ჰარმონი სიმფონი პანორამ პრიმ აურ ვიტ ალფ ბეტ დელტ ომეგ
`.trim().split(/\s+/u));

/**
 * @param genitive whether what stands after the name shows that it is in the genitive
 * @returns the name as its owner writes it; unchanged where nothing shows that it is in another case
 */
export function nominative(name: string, text: TextWords, genitive = false): string {
  if (!/[ა-ჰ]$/u.test(name)) return name;
  // „მუზეუმისაა“: is the museum's.
  if (/\p{L}{4}ისაა$/u.test(name)) return nominative(name.slice(0, -2), text, true);
  const words = name.replace(/(?<=\p{L}{3})(?:(?<=[აეიოუ])ს|(?<=[^აეიოუს]))თან$/u, "ს").split(/\s+/);
  const last = words.at(-1) ?? "";
  const elsewhere = sameName(words, text);
  if (elsewhere !== null) return elsewhere;
  if (/(?<!\p{L})წყლ(?:ის|ს|ით)$/u.test(last)) return whole(words, "წყალი");
  // „დისტრიბუციის“: nothing else ends so.
  if (/\p{L}{2}იის$/u.test(last)) return whole(words, `${last.slice(0, -2)}ა`);
  if (genitive && /\p{L}{2}ის$/u.test(last)) return whole(words, `${last.slice(0, -2)}${endsInA.has(last.slice(0, -2)) || last.endsWith("იის") ? "ა" : "ი"}`);
  // „სახელოსნოსგან“, „ბანკისგან“: from whom.
  if (/\p{L}{2}[აეიოუ]სგან$/u.test(last)) return whole(words, last.endsWith("ისგან") && (last.endsWith("იისგან") || endsInA.has(last.slice(0, -5))) ? `${last.slice(0, -5)}ა` : last.slice(0, -4));
  if (/\p{L}{2}[აეიოუ]სა$/u.test(last)) return whole(words, last.slice(0, -2));
  if (/\p{L}{3}[^აეიოუ]სა$/u.test(last)) return whole(words, `${last.slice(0, -2)}ი`);
  if (/[აეიოუ]მ$/u.test(last) || /[აეოუ]ს$/u.test(last)) return whole(words, last.slice(0, -1));
  if (/\p{L}{3}[^აეიოუ]ს$/u.test(last) && (!last.endsWith("სს") || last.length > 5)) return whole(words, `${last.slice(0, -1)}ი`);
  if (last.endsWith("ში") && last.length > 5) return whole(words, /[აეიოუ]ში$/u.test(last) ? last.slice(0, -2) : `${last.slice(0, -2)}ი`);
  if (/\p{L}{2}[^აეიოუ]მა$/u.test(last) && !endsInA.has(last.slice(0, -1))) return whole(words.map((one) => one.replace(/(?<=\p{L}{2}[^აეიოუ])მა$/u, "ი")), `${last.slice(0, -2)}ი`);
  return name;
}

/** An adjective before the noun has lost its ending together with the noun's. */
function whole(words: readonly string[], last: string): string {
  return [...words.slice(0, -1).map((one) => (vowel.test(one) || one.endsWith("ს") || words.length === 1 ? one : `${one}ი`)), last].join(" ");
}

/** The same words in the text, ending as in the nominative. */
function sameName(words: readonly string[], { georgian }: TextWords): string | null {
  const stems = words.map(stem);
  // A word that stands everywhere is looked at often enough to know it.
  for (const { run, at } of (georgian.get(stems[0] ?? "") ?? []).slice(0, 60)) {
    const part = run.slice(at, at + words.length);
    if (part.length === words.length && part.every((one, i) => stem(one) === stems[i] && !/(?:მა|ში|[^აეიოუ]სა|ის[აე]?)$/u.test(one)) && vowel.test(part.at(-1) ?? "") && part.slice(0, -1).every((one, i) => vowel.test(one) || !vowel.test(words[i] ?? ""))) return part.join(" ");
  }
  return null;
}
