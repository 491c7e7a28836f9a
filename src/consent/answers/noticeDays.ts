// The days of a notice, as its words give them (lines 113 and 115): when it was sent, and until when the time is put off.
import { type Day, dayFromIso, isoOf } from "../calendar/day.ts";
import { isBesides } from "./besides.ts";
import { datesIn } from "./dates.ts";
import type { Said } from "./said.ts";

const sentLabel = /^(?:(?:გა(?:მო)?გზავნის|წერილის|შედგენის|პასუხის|გაცემის|შეტყობინების)?\s*თარიღი|date(?: of (?:sending|letter|issue|reply|this (?:notice|letter|reply|decision)))?|(?:reply )?(?:sent|posted|issued|dated)(?: on)?|reply|გა(?:მო)?იგზავნა|გა(?:მო)?გზავნილია)\s*[:,–|-]?\s*/iu;
/** In the middle of a line, or behind what it is a copy of. */
const sentWithin = /(?:^|[|·]\s*|\s{3,}|ამონაწერი\s[^.]{0,30})(?:reply posted|answered|posted on|answer sent|replied|გაცემულია|გაგზავნილია|შედგენილია|გამოცემულია|ხელმოწერილია)\s*:?\s*$|(?:^|[\s(])(?:today|as of today|dated(?: this)?|issued on|given on|made on|signed on|signed at \p{L}+,?(?: on)?|დღეს|დათარიღებული)[\s,:]*$/iu;
/** A day of something else: of the request, of its registration, of a birth. */
const otherDay = /დაბად|შემოსულ|შემოტან|მიღებ|რეგისტრ|განცხად|მოთხოვნ|მომართვ|თქვენ|გადახდ|ვადა|\b(?:received|request|application|born|birth|valid|until|deadline|due|your|opened|created|filed|meeting|session)\b|სხდომ|გახსნილ|შეხვედრ/iu;
/** A page's own label with its value in the next line: of the page, not of the letter in it. */
const columnLabel = /^(?:\p{L}+\s+){0,3}(?:თარიღი|დრო|date|received|შემოსულია|მიღებულია)\s*:?$/iu;
/** What the letter is about, above it. */
const subject = /^(?:თემა|საგანი|შინაარსი|ეხება|re|subject)\s*:/iu;
/** With it the letter begins to speak. */
const speaks = /გაცნობებ|მოგახსენებ|გატყობინებ|გიგზავნ|გთხოვ|თქვენ|პასუხად|^(?:dear|further to|we |thank)/iu;

/** The letter's own day: after its label, or, with `head`, alone with the number and the place in its head or at its foot. Two that differ are none. */
export function sentOnIn(paragraphs: readonly string[], head: boolean): string | null {
  const labelled = paragraphs.flatMap((one) => {
    const said = sentLabel.exec(one);
    const found = said ? datesIn(one, null).find(({ start }) => start - said[0].length < 12) : undefined;
    if (found) return [found.iso];
    return datesIn(one, null).filter(({ start }) => sentWithin.test(one.slice(Math.max(0, start - 60), start))).map(({ iso }) => iso);
  });
  if (labelled.length > 0 || !head) return single(labelled);
  const body = paragraphs.findIndex((one) => speaks.test(one) && !subject.test(one));
  const beginning = paragraphs.slice(0, body < 0 ? Math.min(12, paragraphs.length) : body);
  const alone = (one: string, before: string | undefined): readonly string[] => {
    const dates = datesIn(one, null);
    const [only] = dates;
    if (only === undefined || dates.length > 1 || otherDay.test(one) || (before !== undefined && columnLabel.test(before) && datesIn(before, null).length === 0)) return [];
    const letters = `${one.slice(0, only.start)}${one.slice(only.end)}`.replace(/[^\p{L}]/gu, "");
    return letters.length <= mostBeside ? [only.iso] : [];
  };
  const inHead = beginning.flatMap((one, i) => alone(one, beginning[i - 1]));
  if (inHead.length > 0) return single(inHead);
  return single(paragraphs.slice(-6).flatMap((one, i, all) => (all[i] && one.length < 90 ? alone(one, all[i - 1]) : [])));
}

/** A place, a house's short name, what a number is called. */
const mostBeside = 48;

const single = (days: readonly string[]): string | null => (new Set(days).size === 1 ? (days[0] ?? null) : null);

const untilAfter = /^\s*[-–‑]?\s*(?:მდე|ამდე|ის\s+ჩათვლით|ჩათვლით|ისა\b|at the latest|ის?თვის)|^[^.]{0,20}\bat the latest\b/iu;
const untilBefore = /(?:არაუგვიანეს|არა\s+უგვიანეს|\buntil|\bby|\bon or before|\bno later than|\bnot later than|(?:ახალი|ბოლო|საბოლოო|გაგრძელებული|უკანასკნელი)\s+(?:\p{L}+\s+)?(?:ვადა|დღე|თარიღი)(?:ა|აა)?|\b(?:new|final|last|extended) (?:\w+ )?(?:deadline|date|day|term|limit)(?: is)?)\s*[:,|]?\s*$/iu;
const untilWithin = /(?:მდე|ისა|ისთვის)\.?$|ჩათვლით/u;
/** What is then done: „დაკმაყოფილდება 2026 წლის 10 დეკემბერს“. */
const then = /(?<!არ\s)(?<!ვერ\s)(?:დაკმაყოფილდება|შესრულდება|შევასრულებთ|გადმოგეცემ|მოგეწოდებ|გაგეცემ|გიპასუხებთ|მიიღებთ|გექნებათ|გამოგიგზავნი|მოგაწვდი|გადმოგცემ|ჩაიბარებთ|მოგეცემ|გამოგეგზავნ|დაგხვდებ|მობრძანდ)|\byou(?:'ll| will| shall) (?:have|get|receive)\b|\bwill be (?:sent|ready|posted|handed|answered|provided|given)\b|\b(?:moved|postponed|deferred|put (?:off|back)|pushed back) to\b/iu;
/** The day that it was to be. */
const formerBefore = /\binstead of (?:on )?(?:the )?$|ნაცვლად\s*$|(?:შეპირებულ|დაპირებულ)\p{L}*\s*$/iu;
const formerAfter = /^\p{L}*\s*ნაცვლად/u;

export interface UntilSaid {
  readonly until: string | null;
  /** The sentence of a period whose last day only a calendar knows; null: none, or the day is known. */
  readonly term: string | null;
}

const term = /(?<count>\d{1,3})\s*(?:\([^)]{1,30}\)\s*)?(?<unit>სამუშაო|კალენდარული)?\s*დღ(?:ით|ის\s+(?:ვადაში|განმავლობაში)|ეში)|\b(?:by|within) (?:a (?:further|period of) )?(?:(?<en>\d{1,3})|\w+)\s*(?:\(\w+\)\s*)?(?<enUnit>working|calendar|business)? ?days\b/iu;
/** From the letter's own day. */
const fromLetter = /(?:წინამდებარე|ამ)\s+(?:წერილის|შეტყობინების)\s+(?:თარიღიდან|გაგზავნიდან|დღიდან)|\bfrom the date of this (?:letter|notice)\b/iu;

/** @param sentOn the letter's own day: a period may count from it, and no day before it is a last one */
export function untilIn(said: readonly Said[], sentOn: string | null): UntilSaid {
  const year = sentOn === null ? null : Number(sentOn.slice(0, 4));
  const days = said.filter(({ sentence }) => !isBesides(sentence)).flatMap(({ sentence }) =>
    datesIn(sentence, year)
      .filter(({ start, end }) => {
        const words = sentence.slice(start, end);
        const before = sentence.slice(Math.max(0, start - 40), start);
        if (formerBefore.test(before) || formerAfter.test(sentence.slice(end))) return false;
        return untilAfter.test(sentence.slice(end)) || untilBefore.test(before) || untilWithin.test(words) || (then.test(sentence) && !/წერილ|განცხად|მიღებულ|შემოსულ|შემოტან/u.test(sentence.slice(end, end + 30)));
      })
      .map(({ iso }) => iso),
  );
  const later = days.filter((one) => sentOn === null || one >= sentOn);
  const until = single(later);
  if (until !== null) return { until, term: null };
  const named = said.find(({ sentence }) => term.test(sentence))?.sentence ?? null;
  const groups = named === null ? undefined : term.exec(named)?.groups;
  const from: Day | null = sentOn === null ? null : dayFromIso(sentOn);
  const isPlain = groups !== undefined && groups["count"] !== undefined && groups["unit"] !== "სამუშაო";
  if (named !== null && from !== null && isPlain && fromLetter.test(named)) return { until: isoOf(from + Number(groups["count"])), term: null };
  return { until: null, term: named };
}
