// Names of organisations and people in Georgian text, which has no capitals: what stands in quotation marks, after a legal form,
// in Latin letters, before what a public body is, or after what a person is.
import type { Mention } from "./ownerMentions.ts";
import { spelt } from "./spelt.ts";
import { publicBodies } from "./publicBody.ts";

const legal = String.raw`(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|ა\.ა\.ი\.პ\.|ი\/მ|სპს|კს|კოოპერატივი|LLC|JSC|Ltd|B\.V\.|GmbH|ააიპ-ი|NNLE)`;
/** What an organisation is, before its quoted name, in whatever case. */
const kind = spelt`
  (?:სკოლა|ბაღ|სასტუმრო|კლინიკა|კლინიკ|ფიტნეს|უნივერსიტეტ|ბანკ|კომპანი|ფონდ|აფთიაქ|ასოციაცი|კოოპერატივ|ბიბლიოთეკ|მუზეუმ|თეატრ|ორგანიზაცი|ამხანაგობ
    |კავშირ|ჟურნალ|გაზეთ|საწარმო|კაბინეტ|სტომატოლოგი|ცენტრ|გალერე|სააგენტო|მაღაზი|რესტორან|კაფე|გამომცემლობ|სტუდი|აკადემი|კოლეჯ|ლაბორატორი|სალონ|კლუბ
    |გიმნაზი|ფერმ|მარან|ჰოსტელ|კინოთეატრ|ჰოსპიტალ|ავეჯ|სამკურნალო|ოპტიკ|ატელიე|საცხობ|ტაქსი|საავადმყოფო|დილერ|აგენტობ|სამშენებლო|ჰოლდინგ)
`;
const kindWord = new RegExp(String.raw`(?<!\p{L})(?:\p{L}{0,12}${kind}\p{L}{0,4})[-–\s]+$`, "u");
const legalWord = new RegExp(String.raw`(?<!\p{L})${legal}[-–\s]+(?:${kind}\p{L}{0,3}\s+)?$`, "u");
const quotes = /[„"«“](?<name>[^“”"»„«]{2,60})[“”"»]/gu;
/** A button's or a heading's words, a law's title. */
const saying = /[?!:;]|(?:^|\s)(?:შესახებ|მე|არ|ვარ|მაქვს|გსურთ|მინდა|წაშალე|მაჩვენე|თანახმა|ვეთანხმები|ნიშნავს|ჩემი|თქვენი|ჩვენ)(?:\s|$)|(?:ება|ვა|ობა)$/u;
const afterForm = new RegExp(String.raw`(?<![\p{L}])(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ|სპს)\s+(?<name>(?![„"«“])[ა-ჰ]+(?:[ -][ა-ჰ]+){0,5}?)(?=\s*(?:[(,;.:—–]|$)|\s(?:ა?მუშავებს|აგროვებს|ინახავს|იყენებს|იღებს|ითხოვს|ფლობს|მართავს|არის|პატივს|იცავს|უზრუნველყოფს|გაცნობებთ|გთავაზობთ|წარმოადგენს|ახორციელებს|მიერ|თქვენ|როგორც))`, "gu");
const latin = /(?<![\p{L}„"«“.@/\d-])(?<name>(?!(?:LLC|JSC|Ltd|Inc)\b)[A-Z][\w&'’.]*(?:(?: & | | and )[A-Z0-9][\w&'’.]*){0,4})(?![\w@/])/gu;
const surname = String.raw`[ა-ჰ]{3,30}(?:ძე|შვილი|ია|ავა|უა|იანი|ანი|ური|ული|ელი|ლი|ონი|ენკო|ძის|შვილის|ძემ|შვილმა|ძეს|შვილს|იას|ავას|იანს|იამ|ავამ|იანმა)`;
const people: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}])(?:ი\/მ|ი\.\s?მ\.|იპ|ი\.\s?პ\.|ფიზიკური პირი(?! და )|(?:ინდივიდუალურ|ინდ\.)(?:ი|მა|ს)? ?მეწარმე?(?:მ|ს|ე)?|ინდ ?მეწარმე?(?:მ|ს|ე)?|მცირე მეწარმე)[\s:—–-]+(?<name>[ა-ჰ]+\s[ა-ჰ]+)`, "gu"),
  new RegExp(String.raw`(?<!\p{L})(?:ნოტარიუს|ექიმ|ადვოკატ|ფსიქოლოგ|ფოტოგრაფ|არქიტექტორ|რეპეტიტორ|ბუღალტერ|მხატვარ|იურისტ|დიზაინერ|მასწავლებელ|სტომატოლოგ|კოსმეტოლოგ|მეწარმე|ლოგოპედ|მასაჟისტ)\p{L}*\s+(?<name>[ა-ჰ]{2,20}\s${surname})(?!\p{L})`, "gu"),
  new RegExp(String.raw`(?:მე ვარ|(?<!\p{L})მე,?(?: —)?|მქვია|ჩემი სახელია|ჩემი სახელი და გვარია)\s+(?<name>(?!ვარ )[ა-ჰ]{2,20}\s(?!პასუხისმგ)${surname})(?!\p{L})`, "gu"),
  new RegExp(String.raw`(?<!\p{L})(?<name>[ა-ჰ]{2,20}\s${surname}),?\s+(?:—\s+|–\s+)?(?:ინდ\p{L}*\.?\s?მეწარმე|მეწარმე(?: ფიზიკური პირი)?|ნოტარიუსი|ადვოკატი|ფოტოგრაფი|ფსიქოლოგი|რეპეტიტორი)(?!\p{L})`, "gu"),
  // Where it is said outright who it is, any name is one, up to the next mark.
  new RegExp(spelt`
    (?:დამუშავებ(?:აზე|ის|ისთვის|ისათვის)\s+პასუხისმგებელი (?:პირი|ორგანიზაცია)|(?<!უფლებამოსილი )დამმუშავებელი|ბაზის მფლობელი|პასუხისმგებელი პირი)(?:ა
      |\s+არის)?\s*[:—–-]?\s+(?:სსიპ |ააიპ |ა\(ა\)იპ )?(?<name>(?!(?:ორგანოა|პირია|თავად|თვით|არის|იგი|ის|ისაა|თქვენ|ვინ|ვინც|ნებისმიერ|ფიზიკურ
      |იურიდიულ|პირი|რომელ|ჩვენ|მონაცემ|შპს|სს|განმარტ|გაცნობ)(?:\p{L}*)\s)[ა-ჰ]{3,}(?:-[ა-ჰ]+)?(?:\s(?:№\s?\d+
      |[ა-ჰ]{2,}(?:-[ა-ჰ]+)?)){1,6}?)(?<=[იაოეუ])\s*(?=[,(.;]|$)
  `, "gu"),
];
const personsWeight = [6, 4, 7, 6, 0] as const;

/** „ი/მ ნათელა ბუწუწაშვილი“: the form is in the quotation marks, too. */
const inner = new RegExp(String.raw`^(?:ი\/მ|${legal})\s+`, "u");

/** „ფონდი „ერთი ლუკმა““, or at the end of its line after nothing that could ask for another case. */
function isNominative(before: string, after: string): boolean {
  return (kindWord.test(before) && /ი[-–\s]+$/u.test(before)) || (/^\s*(?:$|[|·])/u.test(after) && /^\s*$|[:|·—–]\s*(?:\S+\s+){0,3}$/u.test(before));
}

export function georgianNames(text: string): readonly Mention[] {
  const found: Mention[] = [];
  const free = (start: number, end: number): boolean => !found.some((one) => start < one.end && end > one.start);
  for (const match of text.matchAll(quotes)) {
    const quoted = (match.groups?.["name"] ?? "").trim();
    const name = quoted.replace(inner, "");
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 90);
    const isLegal = name !== quoted || legalWord.test(before) || /^\s+\(?(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)(?!\p{L})/u.test(after);
    const isKind = kindWord.test(before);
    if (!isLegal && !isKind && saying.test(name)) continue;
    const noun = (legalWord.exec(before) ?? kindWord.exec(before))?.[0].length ?? 0;
    const form = /^\s+(?:შპს|სს|სსიპ|ააიპ|ა\(ა\)იპ)(?!\p{L})/u.exec(after)?.[0].length ?? 0;
    found.push({ name, start: match.index - noun, end: match.index + match[0].length + form, form: isLegal ? "legal" : isKind ? "kind" : "quotes", language: "ka", sentenceBegins: false, words: 2, after, ...(isNominative(before, after) ? { settled: true } : {}) });
  }
  for (const [i, pattern] of people.entries()) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.["name"] ?? "";
      const start = match.index + match[0].lastIndexOf(name);
      if (free(start, start + name.length)) found.push({ name, start, end: start + name.length, form: i === people.length - 1 ? "none" : "person", language: "ka", sentenceBegins: false, words: 2, own: personsWeight[i] ?? 0 });
    }
  }
  for (const match of text.matchAll(afterForm)) {
    const name = match.groups?.["name"] ?? "";
    const start = match.index;
    if (free(start, start + match[0].length)) found.push({ name, start, end: start + match[0].length, form: "legal", language: "ka", sentenceBegins: false, words: 2 });
  }
  for (const one of publicBodies(text)) if (free(one.start, one.end)) found.push(one);
  for (const match of text.matchAll(latin)) {
    const name = (match.groups?.["name"] ?? "").replace(/[.,]$/u, "");
    if (name.length < 2 || !free(match.index, match.index + name.length)) continue;
    const isLegal = legalWord.test(text.slice(Math.max(0, match.index - 20), match.index)) || / B\.V\.?$/u.test(name) || /^,? (?:LLC|JSC|Ltd|Inc)/u.test(text.slice(match.index + name.length));
    found.push({ name: name.replace(/,? (?:LLC|JSC|Ltd|Inc|Limited|LLP|PLC|plc|GmbH|B\.V)\.?$/u, ""), start: match.index, end: match.index + name.length, form: isLegal || / (?:LLC|JSC|Ltd|Inc|Limited|LLP|PLC|plc|GmbH)$/u.test(name) ? "legal" : "none", language: "ka", sentenceBegins: false, words: 2 });
  }
  return found;
}
