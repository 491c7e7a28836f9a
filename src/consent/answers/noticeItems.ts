// The items of a notice, as its words give them (lines 113 and 115): when it was sent, why, until when, by which article.
import { type Day, dayFromIso, isoOf } from "../calendar/day.ts";
import { isAppeal } from "./appeal.ts";
import { datesIn } from "./dates.ts";
import type { Said } from "./kinds.ts";

/** More than a line of a form holds is no reason and no article. */
const longest = 500;

const sentLabel = /^(?:(?:გა(?:მო)?გზავნის|წერილის|შედგენის)?\s*თარიღი|date(?: of (?:sending|letter|issue))?|sent(?: on)?|გა(?:მო)?იგზავნა|გა(?:მო)?გზავნილია)\s*[:,–-]?\s*/iu;
/** A day of something else: of the request, of its registration, of a birth. */
const otherDay = /დაბად|შემოსულ|შემოტან|მიღებ|რეგისტრ|განცხად|მოთხოვნ|მომართვ|თქვენ|გადახდ|ვადა|\b(?:received|request|application|born|birth|valid|until|deadline|due)\b/iu;
/** A page's own label with its value in the next line: of the page, not of the letter in it. */
const columnLabel = /^(?:\p{L}+\s+){0,3}(?:თარიღი|დრო|date|received|შემოსულია|მიღებულია)\s*:?$/iu;
/** With it the letter begins to speak. */
const speaks = /გაცნობებ|მოგახსენებ|გატყობინებ|გიგზავნ|გთხოვ|თქვენ|პასუხად|^(?:dear|further to|we |thank)/iu;

/** The letter's own day: after its label, or, with `head`, alone with the number and the place in its head or at its foot. Two that differ are none. */
export function sentOnIn(paragraphs: readonly string[], head: boolean): string | null {
  const labelled = paragraphs.flatMap((one) => {
    const said = sentLabel.exec(one);
    const found = said ? datesIn(one, null).find(({ start }) => start - said[0].length < 12) : undefined;
    return found ? [found.iso] : [];
  });
  if (labelled.length > 0 || !head) return single(labelled);
  const body = paragraphs.findIndex((one) => speaks.test(one));
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
  return single(paragraphs.slice(-3).flatMap((one, i, all) => (all[i] && one.length < 40 ? alone(one, all[i - 1]) : [])));
}

/** A place, a house's short name, what a number is called. */
const mostBeside = 48;

const single = (days: readonly string[]): string | null => (new Set(days).size === 1 ? (days[0] ?? null) : null);

const untilAfter = /^\s*[-–‑]?\s*(?:მდე|ამდე|ის\s+ჩათვლით|ჩათვლით|ისა\b)/u;
const untilBefore = /(?:არაუგვიანეს|არა\s+უგვიანეს|\buntil|\bby|\bno later than|\bnot later than)\s*[:,]?\s*$/iu;
const untilWithin = /(?:მდე|ისა|ისთვის)\.?$|ჩათვლით/u;
/** What is then done: „დაკმაყოფილდება 2026 წლის 10 დეკემბერს“. */
const then = /(?<!არ\s)(?<!ვერ\s)(?:დაკმაყოფილდება|შესრულდება|შევასრულებთ|გადმოგეცემ|მოგეწოდებ|გაგეცემ|გიპასუხებთ|მიიღებთ)/u;

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
  const days = said.flatMap(({ sentence }) =>
    datesIn(sentence, year)
      .filter(({ start, end }) => {
        const words = sentence.slice(start, end);
        const before = sentence.slice(Math.max(0, start - 40), start);
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

const reasonLabel = /^(?:\p{L}+\s+){0,2}(?:მიზეზი|reasons?)\s*[:–-]\s*(.+)$/iu;
const reasonWords = /რადგან|ვინაიდან|რამეთუ|იმის გამო|(?<!(?:ამის|აღნიშნულის)\s)(?<!\p{L})\p{L}+(?:ის|თა)\s+გამო(?!\p{L})|გათვალისწინებით|(?<!(?:აქედან|აღნიშნულიდან|ყოველივედან)\s)გამომდინარე|მიზეზით|\bbecause\b|\bdue to\b|\bowing to\b|\bon account of\b|\bin view of\b|\bas (?:the|doing so|this|it)\b|\bsince\b(?! \d)|\bin order to protect\b|\bon the grounds? that\b/iu;
/** Short words that lead to the answer: the reason is what was said before. */
const hence = /^(?:ამდენად|ამიტომ|შესაბამისად|აქედან\s+გამომდინარე|აღნიშნულიდან\s+გამომდინარე|ამის\s+გამო|აღნიშნულის\s+გამო|therefore|accordingly|consequently|for this reason)(?!\p{L})/iu;
/** What a thing is, or does: said with the "no" itself. */
const because = /შეიცავს|წარმოადგენს|(?:მი|გან)ეკუთვნება|საიდუმლო|ზიანს|საფრთხე|ლახავს|\bcontains?\b|\bwould (?:harm|infringe|prejudice)\b|\bis (?:a |an )?(?:\w+ )?(?:secret|confidential)\b/iu;
/** Its cause, with a dash. */
const dashed = /[,–—]\s*(?:ეს|ასეთია)\s+ჩვენი\s+წესი/u;

/** @param by what decides @param all in their order */
export function reasonIn(paragraphs: readonly string[], by: Said, all: readonly Said[]): string | null {
  for (const one of paragraphs) {
    const found = reasonLabel.exec(one)?.[1]?.trim() ?? sentenceLabel.exec(one)?.[1]?.trim();
    if (found) return found.slice(0, longest);
  }
  const at = all.indexOf(by);
  // What decides, and what stands next to it: a reason for something else stands further away.
  const near = [by, all[at - 1], all[at + 1], all[at - 2], all[at + 2]].filter((one) => one !== undefined);
  const said = near.find(({ sentence }) => reasonWords.test(sentence)) ?? (hence.test(by.decides) ? all[at - 1] : undefined) ?? (because.test(by.decides) || dashed.test(by.decides) ? by : undefined) ?? near.find(({ sentence }) => because.test(sentence) && groundWords.test(sentence));
  return said?.sentence.slice(0, longest) ?? null;
}

/** Inside a paragraph: „წვდომა გადაიდო; გადადების მიზეზი: …“ */
const sentenceLabel = /(?:^|[;.]\s*)(?:გადადების|უარის|გადავადების)\s+მიზეზი(?:ა)?\s*[:–-]\s*([^.;]+)/iu;

const groundLabel = /^(?:სამართლებრივი\s+საფუძველი|legal\s+(?:ground|basis))\s*[:–-]\s*(.+)$/iu;
const groundWords = /(?:კანონ|კოდექს)\p{L}*[^.]{0,120}მუხლ|მუხლ\p{L}*[^.]{0,120}(?:კანონ|კოდექს)|\barticles?\s+\d+[^.]{0,80}\b(?:law|code|act)\b|\b(?:law|code|act)\b[^.]{0,60}\barticles?\s+\d/iu;

/** The article that the answer rests on, in the sentence that names it; what is cited about appeals is none. */
export function groundIn(paragraphs: readonly string[], sentences: readonly string[]): string | null {
  for (const one of paragraphs) {
    const found = groundLabel.exec(one)?.[1]?.trim();
    if (found) return found.slice(0, longest);
  }
  return sentences.find((one) => groundWords.test(one) && !isAppeal(one))?.slice(0, longest) ?? null;
}
