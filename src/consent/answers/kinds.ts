// Which answer a text's words decide. Each kind has what decides it; what only recounts the request, sets a condition or speaks of appeals decides nothing.
import type { EventType } from "../request/event.ts";
import { answersSomething, isForAll, isYours, goesElsewhere, hangsOn, isBesides } from "./besides.ts";
import { decidingCells } from "./decidingCells.ts";
import { asksMore, asksSum, isForNothing } from "./demand.ts";
import { defers } from "./deferral.ts";
import { isDoubtful } from "./doubts.ts";
import { gives, isDone, isRemoved, keeps, promises, tells } from "./fulfilment.ts";
import type { LetterText } from "./letterText.ts";
import { refusesInWords, refusesOutright } from "./refusal.ts";
import type { Said } from "./said.ts";

export type AnswerType = Extract<EventType, "promised" | "askedMore" | "deferred" | "partly" | "satisfied" | "refused" | "feeAsked">;

const partly = /ნაწილობრივ[^.]{0,60}(?:კმაყოფილ|შესრულ|შევასრულ|გადმოგცემ|მოგაწვდ|გაიც)|(?:კმაყოფილ|შესრულ)\p{L}*[^.]{0,30}ნაწილობრივ|(?<!\p{L})ნაწილში[^.]{0,30}უარი|\b(?:partly|partially)\b[^.]{0,40}\b(?:granted|satisfied|fulfilled|complied|met)\b|\b(?:granted|satisfied|fulfilled)\b[^.]{0,30}\b(?:in part|partly|partially)\b|\bin part\b[^.]{0,40}\b(?:granted|satisfied|refused)/iu;

/** A sentence among the others of its letter. */
interface Place {
  readonly one: string;
  /** The two before it, and the two behind it. */
  readonly before: string;
  readonly after: string;
  readonly earlier: readonly Said[];
  readonly all: readonly Said[];
}
type Decides = (place: Place) => boolean;

export interface Decision {
  readonly type: AnswerType;
  readonly by: Said;
}

const isYes = (words: string): boolean => gives(words) || isDone(words);
/** @returns whether it asks and decides nothing */
export const isQuestion = (words: string): boolean => words.endsWith("?");
/** Something can't be, or is regretted: a letter that says so has hardly done what was asked, even where its "no" is not understood. */
const regrets = /სამწუხარო|ვწუხვართ,?\s+(?:რომ|მაგრამ)|(?<!\p{L})(?:ვერ|ვეღარ)\s+(?:\p{L}+თ(?!\p{L})|მოხერხდ|ხერხდ)|შეჩერებულია|იძულებულ|(?<!მადლობა\s)(?<!გმადლობთ\s)მოთმინებ|\bbad news\b|\bunfortunately\b|\bregret\b|\bafraid\b|(?<!for (?:all )?your )\bpatience\b|\b(?:cannot|can't|unable|not able|not in a position|not possible)\b/iu;
/** @returns whether no sentence regrets something, or says that it can't be */
export const nothingRegretted = (all: readonly Said[]): boolean => !all.some(({ decides }) => regrets.test(decides) && !isBesides(decides) && !isYes(decides));

/** „წავშალეთ, თუმცა …ვერ წავშლით“: a yes on one side of the "but", a no on the other. */
const contrast = /,\s(?=[^,]{3,40}\sკი\s)|[,;:]?\s+(?:თუმცა|ხოლო|მაგრამ|but|while|whereas|however|although)[,\s]/iu;
const isYesAndNo = (words: string): boolean => {
  const sides = words.split(contrast);
  const isNo = (one: string): boolean => refusesOutright(one) || refusesInWords(one, words);
  return sides.some((one) => isYes(one) && !isNo(one)) && sides.some((one) => isNo(one));
};

/** @returns whether it says itself that a part is done and a part is not */
export const isPartlySaid = (words: string): boolean => partly.test(words) || isYesAndNo(words);

/** @returns whether a part given stands beside a "no" to the rest; one that is merely called a part may have its rest to come */
export const refusesTheRest = ({ type, by: { decides } }: Decision): boolean => type === "partly" && (!partly.test(decides) || refusesOutright(decides));

/** A day that was to be an earlier one: put off, in words that are not understood. */
const late = /(?<!უ)გვიან|(?<!\p{L})კი\s+არა|ნაცვლად|შეპირებულ|დაპირებულ|\bas promised\b|\binstead of (?:on )?(?:the )?\d|\b(?:be|is|are|running) late\b|\bdelay/iu;

/** In this order: what is done in part is said before what is refused with it; a time that was put off explains what "can't be" yet. */
const order: readonly (readonly [type: AnswerType, decides: Decides])[] = [
  ["partly", ({ one }) => partly.test(one)],
  ["refused", ({ one }) => refusesOutright(one) && !isQuestion(one)],
  ["deferred", ({ one }) => defers(one) && !isQuestion(one)],
  ["refused", ({ one, before }) => refusesInWords(one, before) && !isQuestion(one)],
  ["feeAsked", ({ one, before, all }) => asksSum(one, before) && !all.some(({ sentence }) => isForNothing(sentence))],
  // Where it is done, what is asked besides is something else: to fetch it, to pay for a trip.
  ["askedMore", ({ one, after, earlier }) => asksMore(one, after) && !earlier.some(({ decides }) => isYes(decides))],
  ["promised", ({ one, before, all }) => promises(one, before) && !hangsOn(one) && nothingRegretted(all) && !all.some(({ decides }) => late.test(decides))],
  ["satisfied", ({ one, all }) => isYes(one) && !hangsOn(one) && (nothingRegretted(all) || all.filter(({ decides }) => isYes(decides)).length > 1)],
  ["satisfied", ({ one, all }) => tells(one) && answersSomething(all.map(({ sentence }) => sentence)) && nothingRegretted(all)],
];
/** Said as plainly as these, it is an answer, wherever else the request went. */
export const plain: readonly AnswerType[] = ["partly", "refused"];

/** So newsletters speak, too, where nothing was asked. */
const unasked: readonly AnswerType[] = ["deferred", "feeAsked", "askedMore", "promised", "satisfied"];

/** What is done or given is the person's, or was asked for. */
export const toSomebody: readonly AnswerType[] = ["promised", "satisfied"];

/** @returns null: the words are of no answer known here, or the request went elsewhere */
export function typeInWords(all: readonly Said[], { paragraphs, sentences }: LetterText): Decision | null {
  const cells = decidingCells(paragraphs);
  const [yes, no] = [cells.yes[0], cells.no[0]];
  if (yes !== undefined && no !== undefined) return { type: "partly", by: { sentence: no, decides: no } };
  const own = all.map(({ decides }) => !isBesides(decides));
  const ours = all.filter((_, i) => own[i]);
  const isAnswered = answersSomething(sentences);
  const isEverybodys = isForAll(sentences);
  const goesOn = all.some(({ decides }) => goesElsewhere(decides));
  for (const [type, decides] of order) {
    const at = all.findIndex((_, i) => own[i] && decides(placeOf(all, i)));
    const by = all[at];
    if (!by || (isEverybodys && unasked.includes(type))) continue;
    if (!isAnswered && toSomebody.includes(type) && !isYours(`${all[at - 1]?.sentence ?? ""} ${by.sentence}`)) continue;
    if (isInPart({ type, by }, ours)) return { type: "partly", by };
    if (isDoubtful(type, by, ours)) return null;
    return goesOn && !plain.includes(type) ? null : { type, by };
  }
  return null;
}

function placeOf(all: readonly Said[], at: number): Place {
  const words = (from: number, to: number): string => all.slice(Math.max(0, from), to).map(({ decides }) => decides).join(" ");
  return { one: words(at, at + 1), before: words(at - 2, at), after: words(at + 1, at + 3), earlier: all.slice(0, at), all };
}

/** A "no" beside what is sent or done is a "no" to the rest; what has to be kept was not erased. */
function isInPart({ type, by }: Decision, own: readonly Said[]): boolean {
  if (type === "refused") return isYesAndNo(by.decides) || own.some((one) => one !== by && isYes(one.decides));
  return type === "satisfied" && isRemoved(by.decides) && own.some(({ decides }) => keeps(decides));
}
