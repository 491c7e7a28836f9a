// How long data are kept: whether a sentence speaks of that, and what it says.
import { kept } from "./dataWords.ts";
import { durationsIn, isoDuration } from "./durations.ts";
import { holds } from "./frames.ts";
import { retentionGrounds } from "./retentionWords.ts";
import { otherHeading, topics } from "./topics.ts";
import { isKept, retentionFrames } from "./retentionFrames.ts";
import type { Unit } from "./units.ts";
import { spelt } from "./spelt.ts";
import { pattern } from "./words.ts";

/** A span to choose from: "a loan of 3 to 48 months". */
const span = pattern(String.raw`\d-?დან \d+-? ?\p{L}* ?(?:თვემდე|წლამდე|დღემდე|კვირამდე)|\bfrom (?:\d+|\p{L}+) to (?:\d+|\p{L}+) (?:days|weeks|months|years)\b`);
/** Somebody else's time, what was only proposed, and things that were left behind. */
const otherTimes = pattern(spelt`
  // English
  \b(?:proposed|moved|suggested) (?:that|to)\b|\bleft behind\b|\bunclaimed\b|\bumbrellas?\b|\bjumpers?\b|\bsocks?\b
  |\bscar(?:f|ves)\b
  |\b(?:lost|found|forgotten|left-over|leftover) (?:\p{L}+ ){1,2}(?:is|are) (?:kept|held|stored)
  |\bpoints?\b[^.;]{0,20} (?:dies?|expires?|lapses?|runs? out)\b
  |\b(?:price|quote|quotation|offer|voucher|estimate)s? (?:holds?|stands?|is (?:valid|good|open)|remains?)\b
  |\b(?:left|found) (?:in|at|on|here|under)\b[^.;]{0,30}\b(?:is|are) (?:kept|held|stored|given)
  // Georgian
  |(?:მშობელ|მოქალაქე|კლიენტ|აბონენტ|სტუდენტ|მომხმარებელ|მყიდველ|წევრ|მეპატრონე|თქვენ)\p{L}*ს? (?:\S+ )?\S+ (?:დღე|კვირა|თვე) აქვს
  |მოსატანად|წინადადებ\p{L}* (?:\p{L}+ )?(?:შემოიტან|წამოაყენ|არ )|ქუდი|ქოლგ|ფეხსაცმელ|ნაპოვნ|დარჩენილ\p{L}* ნივთ
  |თუ (?:\p{L}+ ){0,2}არ (?:წაიღ|გაიტან|მოაკითხ|მოიკითხ|დაიბრუნ)|(?<!\p{L})ვისი[^.;]{0,40} (?:დარჩა|დარჩენია|დაგრჩ)
  |(?:ფას|შეთავაზებ|შემოთავაზებ|ტარიფ|ვაუჩერ|აქცი)\p{L}*(?:, [^,.;]{2,40},)? [^.;,]{0,30}(?:ძალაშია|მოქმედებს|ვარგისია)|\p{L}*(?:სახელი|გვარი|ჩანაწერი)[^.;]{0,30} დარჩეს,[^.;]*(?:მითხარ|გვითხარ|მომწერ|მოგვწერ)
  |იშუამდგომლ|(?:შემოგვთავაზა|წამოაყენა|შესთავაზა)[^.;]{0,60}|\p{L}{3,}(?:ულ|ილ)იყო(?!\p{L})
  |(?:გამოგვიგზავნ|მოგვწერ|დაგვირეკ|შეგვატყობინ|გვაცნობ|მოგვმართ|მოგვიტან)\p{L}*ეთ(?!\p{L})[^.;]{0,20} (?:საათ|დღე|კვირა|თვე)ში
  |(?:საათ|დღე|კვირა|თვე)ში (?:\p{L}+ )?(?:გამოგვიგზავნ|მოგვწერ|დაგვირეკ|შეგვატყობინ|გვაცნობ|მოგვმართ|მოგვიტან)\p{L}*ეთ
  |(?:დაკარგულ|დავიწყებულ|ნაპოვნ|დატოვებულ|დარჩენილ)\p{L}* (?!მონაცემ|ჩანაწერ|დოკუმენტ|ცნობ|ანკეტ)\p{L}+
  |ხელთათმან
`);
const notKept = pattern(spelt`
  // English
  \b(?:has|have) been\b[^.;]*\bsince\b|\bago\b|\ballow us\b|\b(?:loyalty|bonus|reward|earned|collected|your) points\b|\bpoints (?:expire|lapse|run out|earned|are worth)\b|\bbags?\b|\bluggage\b|(?:during|in|over) the last
  |\bcancelled\b|\brenew|lost property|\bwithin\b|(?<!last |latest |final )\bvisit|\bnotice of\b|\btrial\b|\bwarranty
  |\bguarantee
  // Georgian
  |ქულ(?:ა|ები|ას)|მიტოვებულ|დატოვებულ|ნივთებ|ნივთი(?!\p{L})|იდება|(?:მოთხოვნ|განაცხად)\p{L}* მიღებიდან
  |მოთხოვნ\p{L}*(?=\s).{0,40}(?:ვასრულ|პასუხ|განიხილ)|ვადაში (?:ვ?ა?სრულ|განიხილ)|გარანტი|საცდელ|გადაუხდელ
`);

export function keeps({ text, heading, nearest }: Unit): boolean {
  if (otherHeading.test(nearest) || topics.rights.heading.test(nearest)) return false;
  return isKept.test(text) || briefTerm.test(text) || (topics.retention.heading.test(heading) && !topics.recipients.heading.test(nearest));
}

/** "Records: 5 years.", „სანამ წევრი ხართ“: a term beside a name, or all there is. */
const briefTerm = new RegExp(String.raw`^[^.:;—–]{2,40}(?::| [—–-]) (?:up to |about |another |კიდევ )?\S+(?: \S+)? (?:days?|weeks?|months?|years?|დღე|კვირა|თვე|წელი)\p{P}?$|^[^.:;—–]{2,40}(?:: | [—–-] |,? მანამ(?:დე)?,? )(?:სანამ|ვიდრე|as long as|for as long as|until|while|whilst) |^(?:სანამ|ვიდრე|as long as|for as long as|until|while)(?!\p{L})`, "iu");

/** "Declaration: 6 years.", among others of which one names data. */
export const isBriefTerm = ({ text, paragraph }: Unit): boolean => briefTerm.test(text) && kept.test(paragraph);

/** Data are kept, and no gloves: named in the sentence, near it, or asked for by the heading. */
export function keepsData({ text, heading, nearest, paragraph }: Unit): boolean {
  return topics.retention.heading.test(nearest) || kept.test(text) || kept.test(paragraph) || kept.test(heading) || filmed.test(`${heading} ${paragraph}`);
}

/** What a camera takes is kept or wiped without being named. */
const filmed = pattern(String.raw`\b(?:cameras?|cctv|dashcam)\b|კამერ|ვიდეო`);

/** Sent, answered or done within a time, and not kept for it. */
const answered = pattern(spelt`
  // English
  \bwe(?:['’]ll| will| shall)? (?:send|answer|reply|do it|comply|carry)\b
  |\b(?:on|upon|of|after|from) (?:your |the |a |any )?(?:\p{L}+ )?request\b
  |\byou ask\b
  // Georgian
  |განახებ|გაჩვენებ|გავასწორ|გავაკეთებ|მოგცემ|გამოგიგზავნ|გიპასუხ|ვპასუხ|შევცვლ|დაგჭირდ|დაგვჭირდ
  |(?<!კანონი )(?<!კანონმდებლობა )(?<!წესი )მოითხოვ|(?<!კანონის )(?<!კანონმდებლობის )მოთხოვნ|(?<!მო)გვთხოვ|დაგვაცად
`);

/** „ფორმა კანონით დადგენილი ვადით ინახება, ფოტოები კი — 3 თვე“: two things, each with its own term. */
const lawfulTerm = /(?:კი|ხოლო)[^.;]{0,40} (?:—|–|-) (?:\p{L}+ )?კანონ\p{L}* (?:\p{L}+ ){0,2}ვადით|კანონ\p{L}* (?:\p{L}+ ){0,2}ვად(?:ით|ის განმავლობაში)(?: \p{L}+)?(?:,|;| და| ხოლო)|\bfor (?:the|as long as) (?:\p{L}+ ){0,4}(?:law|statute) (?:\p{L}+ ){0,2}[,;]/iu;

/** "Until it is delivered, and 14 days more": both are said. */
const andThen = /\buntil\b[^.;]*\band (?:\d|another|a |for|then|(?:two|three|four|five|six|seven|ten|thirty)\b)|(?:სანამ|მდე)[^.;]* კიდევ/iu;

/** „იმდენ ხანს, რამდენსაც საქმის გარკვევა მოითხოვს“: nobody asks. */
const matterAsks = /რამდენ(?:იც|საც)[^.;]*ითხოვს/iu;

/** „2 დღეში გამოგიგზავნით“ is done in that time. */
const doneWithin = /(?:დღე|კვირა|კვირე|საათ|თვე)ში (?:\p{L}+ )?(?:გამოგიგზავნ|გიგზავნ|გიპასუხ|მოგცემ|გაგცემ|ვცემ|მოვაგვარ|გააკეთებ|გავაკეთებ|ჩამოვხსნ|გაჩვენებ|მოგამზად)/u;

export function retentionIn({ text, before, nearest }: Unit): readonly string[] {
  if (otherTimes.test(text) || doneWithin.test(text) || (span.test(text) && !topics.retention.strong.test(text))) return [];
  const underHeading = topics.retention.heading.test(nearest);
  // „გარანტია ორი წელია, ფურცელს კი სამ წელს ვინახავთ“: of its clauses one may keep, and the other may not.
  const clauses = text.split(/(?<=\p{L}),\s+(?=[^,]*(?<!\p{L})(?:კი|ხოლო)(?!\p{L}))|;\s/u);
  if (!underHeading && clauses.length === 2 && notKept.test(text)) {
    const [keepsIt, ...more] = clauses.filter((part) => !notKept.test(part) && isKept.test(part));
    return keepsIt !== undefined && more.length === 0 ? durationsIn(keepsIt).flatMap((one) => isoDuration(one) ?? []) : [];
  }
  if (!underHeading && notKept.test(text)) return [];
  if (!underHeading && answered.test(text.replace(matterAsks, " "))) return [];
  const lengths = durationsIn(text).filter(({ index, end }) => !/(?:\bnot|(?<!\p{L})არც|\b(?:for|over|during|of) (?:the|these|those))\s*$/iu.test(text.slice(0, index)) && !/^\s*კი არა/u.test(text.slice(end))).flatMap((one) => isoDuration(one) ?? []);
  // "Ask us to delete what we no longer need" says what may be asked, and not what is done.
  if (lengths.length === 0 && !underHeading && topics.rights.strong.test(`${before} ${text}`) && /\bask\b|\bhave (?:it|them)\b|\bright\b|უფლებ|(?<!კანონი )(?<!კანონმდებლობა )მოითხოვ/iu.test(`${before} ${text}`.replace(matterAsks, " "))) return [];
  // "No longer than …": what is denied here is only the longer.
  const framedGrounds = retentionFrames.filter((one) => (underHeading ? one.one.test(text) : holds(one, text))).map(({ value }) => value);
  const grounds = [...new Set([...retentionGrounds.filter((one) => one.words.test(text)).map(({ value }) => value), ...framedGrounds])];
  // "Six years, as the law requires": the number says it all. "While the contract lasts and three years more": both do.
  return lengths.length > 0 ? [...grounds.filter((one) => one === "contract" || one === "consent" || (one === "purpose" && andThen.test(text)) || (one === "law" && (/უფრო ხანგრძლივ|\blonger (?:period|time)\b/iu.test(text) || lawfulTerm.test(text)))), ...lengths] : grounds;
}
