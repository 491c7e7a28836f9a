// A Georgian public body has no legal form and no quotation marks: its name ends in what it is, in whatever case, and begins
// with what tells it from the others of its kind („თელავის მუნიციპალიტეტის მერია“).
import { spelt } from "./spelt.ts";
import type { Mention } from "./ownerMentions.ts";

const bodies = [
  "მერია", "სამინისტრო", "სააგენტო", "სამსახური", "უნივერსიტეტი", "ბიბლიოთეკა", "მუზეუმი", "თეატრი", "საკრებულო", "ასოციაცია", "კავშირი",
  "გიმნაზია", "სკოლა", "ცენტრი", "კოლეჯი", "ინსტიტუტი", "ბაღი", "პოლიკლინიკა", "ამბულატორია", "საავადმყოფო", "კლინიკა", "ბიურო", "კომისია",
  "კოოპერატივი", "ფონდი", "კომპანია", "აკადემია", "გაერთიანება", "ფედერაცია", "კლუბი", "სახლი", "აფთიაქი", "სასტუმრო", "ლაბორატორია", "არქივი",
  "კინოარქივი", "დეპარტამენტი", "ინსპექცია", "ჰოსპიტალი", "პალატა", "საბჭო", "ფილარმონია", "აეროპორტი", "ლიცეუმი", "პროკურატურა", "კანცელარია",
  "გალერეა", "ოპერა", "ტელევიზია", "რადიო", "ინსპექტორატი", "ოლიმპიადა", "ბანკი", "სასამართლო", "გამგეობა", "ადმინისტრაცია", "ეპარქია",
  "საზოგადოება", "ამხანაგობა", "მმართველობა", "სასწავლებელი", "მონასტერი", "პროფკავშირი", "რაზმი", "ფაბრიკა", "ქარხანა", "ეკლესია",
  "გამომცემლობა", "რედაქცია", "ორკესტრი", "ანსამბლი", "პარკი", "თავშესაფარი", "სანატორიუმი",
].toSorted((a, b) => b.length - a.length);
const word = /[ა-ჰ]+(?:-[ა-ჰ]+)?|№\s?\d{1,3}|N\s?\d{1,3}|\d{1,3}-ე/gu;
const stems = bodies.map((one) => ({ nominative: one, stem: /[იაო]$/u.test(one) ? one.slice(0, -1) : one }));
const endings = /^(?:ი|ა|ო|ის|იც|ს|სა|მა|მ|ას|ოს|ომ|ამ|ისა|ოსა|ოსთან|ასთან|სთან|ში|აში|ოში)?$/u;
/** What may stand before: a genitive, an adjective, a number; „და“ between two genitives. */
const modifier = /(?:ის|თა|ისა|სა|ოს|უს|ური|ული|რივი|ნიერი|ელი|ურ|ულ|რივ|ნიერ|ელ|(?<=^სა\p{L}+)ო|ობრივი|თაშორისო|ალური|ონალური)$|^№|^N\s?\d|^\d|^(?:და|შიდა|ქვემო|ზემო|დიდი|ქალაქ|ქ|სოფლის|სახელმწიფო|ეროვნულ|მთავარი?|საჯარო|ცენტრალური?|პირველი|ახალი|ძველი|ქალაქის)$/u;
const stops = new RegExp(spelt`
  ^(?:წინამდებარე|პასუხისმგებელი?|პირია?|ამ|იმ|როგორც|ჩვენი?|თქვენი?|მისი|მათი|არის|ეს|ის|პერსონალურ\p{L}*|სხვა|ყველა|შესაბამისი?|უფლებამოსილი?
    |ნებისმიერი?|ნდობით|გარე|ადგილობრივი|რომელი|რომლის|კომპეტენტური|დამოუკიდებელი?|მოთხოვნის|შემთხვევის|საფუძვლის|მიზნის|დამმუშავებელი?|მფლობელი?
    |მონაცემების|ინფორმაციის|მომართვის|საჭიროების|დაცვის|უსაფრთხოების|მხარდაჭერის|საკურიერო|საფოსტო|სადაზღვევო|საბანკო|კერძო|უცხოური|რეფერალური|ცხელი
    |საცნობარო|მომსახურე|მშობელი|შვილობილი|საბუღალტრო|აუდიტორული|სამედიცინო|იურიდიული|ერთ-ერთი|მთელი|მხოლოდ|სამშენებლო)$
`, "u");
/** Not a name alone: what any of its kind may be called. */
const plain = new RegExp(spelt`
  ^(?:სანოტარო|სამეცნიერო|საკრედიტო|კვლევის|საგამოცდო|სამეთვალყურეო|დირექტორთა|რედაქციის|სკოლის|სახელმწიფო|ეროვნული?|მთავარი?|საჯარო|ცენტრალური?|ახალი
    |პირველი|ქალაქის|სოფლის|ქალაქ|ზოგადი|უმაღლესი|კერძო|ფიტნეს|ბიზნეს|სავაჭრო|საგამომცემლო|საინფორმაციო|სასწავლო|საგანმანათლებლო|სოციალური|ადამიანური
    |საზოგადოებრივი|თანამშრომელთა|მოქალაქეთა|ჩემი|სახლის|ბავშვთა|საბავშვო)$
`, "u");
/** „მივიღო ფონდის სიახლეები“. */
const verb = /^(?:მი|მო|და|გა|შე|ჩა|წა|გადა|წარ|ა)(?:ვ|გ|მ)?ი?\p{L}*[^აეიოუ]ო$|^(?:მიდის|მოდის|გადის|შედის|არის)$/u;
/** They hold data by law and are named in nearly every policy. */
const authority = /დაცვის სამსახურ|დაცვის ინსპექტორ|შემოსავლების სამსახურ|საგადასახადო|აღსრულების|საქმეთა სამინისტრო/u;

export function publicBodies(text: string): readonly Mention[] {
  const words = [...text.matchAll(word)].map((one) => ({ text: one[0], start: one.index, end: one.index + one[0].length }));
  const found: Mention[] = [];
  for (const [at, head] of words.entries()) {
    const noun = stems.find(({ stem }) => head.text.startsWith(stem) && endings.test(head.text.slice(stem.length)));
    if (!noun) continue;
    const next = words[at + 1];
    // „მუნიციპალიტეტის მერიის სამსახური“: the head comes later.
    if (next && head.text.endsWith("ის") && text.slice(head.end, next.start) === " " && (modifier.test(next.text) || stems.some(({ stem }) => next.text.startsWith(stem)))) continue;
    let from = at;
    while (from > 0 && at - from < 9) {
      const before = words[from - 1];
      const here = words[from];
      if (!before || !here || text.slice(before.end, here.start) !== " " || stops.test(before.text)) break;
      // „აკაკი წერეთლის სახელობის …“, „წმინდა ევსტათეს მონასტერი“: whose name it bears.
      const bears = (words[from + 1]?.text === "სახელობის" && here.text.endsWith("ს") && before.text.length < 12) || /^წმ(?:ინდა|\.)?$/u.test(words[from - 2]?.text ?? "") || /^წმ(?:ინდა)?$/u.test(before.text);
      if (!bears && (!modifier.test(before.text) || verb.test(before.text))) break;
      if (before.text === "და" && !/(?:სა|თა|ისა|ის|ული|ური)$/u.test(words[from - 2]?.text ?? "")) break;
      from -= 1;
    }
    while (from < at && words[from]?.text === "და") from += 1;
    const modifiers = words.slice(from, at).map((one) => one.text);
    if (modifiers.every((one) => plain.test(one))) continue;
    const oblique = head.text !== noun.nominative;
    const name = [...modifiers.map((one) => (oblique && /(?:ულ|ურ|ელ|რივ|ნიერ)$/u.test(one) ? `${one}ი` : one)), noun.nominative].join(" ");
    const start = words[from]?.start ?? head.start;
    found.push({ name, start, end: head.end, form: /სსიპ\s+$/u.test(text.slice(0, start)) ? "legal" : "body", language: "ka", sentenceBegins: false, words: modifiers.length + 1, own: authority.test(name) ? -3 : 0, settled: true });
  }
  return found;
}
