// Which answer a text is. Each kind has what decides it; what only recounts the request, sets a condition or speaks of appeals decides nothing.
import type { EventType } from "../request/event.ts";
import { isAppeal } from "./appeal.ts";
import { answersSomething, isForAll, goesElsewhere, hangsOn, informs, isBesides, isUnderCondition, withoutRecounted } from "./besides.ts";
import { decidingCells } from "./decidingCells.ts";
import { asksMore, asksSum, isForNothing } from "./demand.ts";
import { defers } from "./deferral.ts";
import { gives, isDone, promises, tells } from "./fulfilment.ts";
import type { LetterText } from "./letterText.ts";
import { refusesInWords, refusesOutright } from "./refusal.ts";

export type AnswerType = Extract<EventType, "promised" | "askedMore" | "deferred" | "partly" | "satisfied" | "refused" | "feeAsked">;

/** A sentence, and what of it decides. */
export interface Said {
  /** Whole, as it stands. */
  readonly sentence: string;
  readonly decides: string;
}

/** What the text decides with, a sentence each. */
export function decidingIn(sentences: readonly string[]): readonly Said[] {
  return sentences.flatMap((sentence): readonly Said[] => {
    if (isAppeal(sentence) || isUnderCondition(sentence)) return [];
    const parts = sentence.split(informs);
    const after = (parts.at(-1) ?? "").trim();
    const decides = parts.length > 1 && /\p{L}{3}/u.test(after) ? after : (parts[0] ?? "");
    return [{ sentence, decides: withoutRecounted(decides) }];
  });
}

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

const isYes = (words: string): boolean => gives(words) || isDone(words);
const isQuestion = (words: string): boolean => words.endsWith("?");
/** Something can't be, or is regretted: a letter that says so has hardly done what was asked, even where its "no" is not understood. */
const regrets = /სამწუხარო|ვწუხვართ,?\s+(?:რომ|მაგრამ)|(?<!\p{L})(?:ვერ|ვეღარ)\s|იძულებულ|მოთმინებ|\bunfortunately\b|\bregret\b|\bafraid\b|(?<!for (?:all )?your )\bpatience\b|\b(?:cannot|can't|unable|not able|not in a position|not possible)\b/iu;
const nothingRegretted = (all: readonly Said[]): boolean => !all.some(({ decides }) => regrets.test(decides) && !isBesides(decides) && !isYes(decides));

/** In this order: what is done in part is said before what is refused with it; a time that was put off explains what "can't be" yet. */
const order: readonly (readonly [type: AnswerType, decides: Decides])[] = [
  ["partly", ({ one }) => partly.test(one)],
  ["refused", ({ one }) => refusesOutright(one) && !isQuestion(one)],
  ["deferred", ({ one }) => defers(one) && !isQuestion(one)],
  ["refused", ({ one, before }) => refusesInWords(one, before) && !isQuestion(one)],
  ["feeAsked", ({ one, before, all }) => asksSum(one, before) && !all.some(({ sentence }) => isForNothing(sentence))],
  // Where it is done, what is asked besides is something else: to fetch it, to pay for a trip.
  ["askedMore", ({ one, after, earlier }) => asksMore(one, after) && !earlier.some(({ decides }) => isYes(decides))],
  ["promised", ({ one, before, all }) => promises(one, before) && !hangsOn(one) && nothingRegretted(all)],
  ["satisfied", ({ one, all }) => isYes(one) && !hangsOn(one) && (nothingRegretted(all) || all.filter(({ decides }) => isYes(decides)).length > 1)],
  ["satisfied", ({ one, all }) => tells(one) && answersSomething(all.map(({ sentence }) => sentence)) && nothingRegretted(all)],
];
/** Said as plainly as these, it is an answer, wherever else the request went. */
const plain: readonly AnswerType[] = ["partly", "refused"];

/** So newsletters speak, too, where nothing was asked. */
const unasked: readonly AnswerType[] = ["feeAsked", "askedMore", "promised", "satisfied"];

/** @returns null: the words are of no answer known here, or the request went elsewhere */
export function typeIn(all: readonly Said[], { paragraphs, sentences }: LetterText): { readonly type: AnswerType; readonly by: Said } | null {
  const cells = decidingCells(paragraphs);
  const [yes, no] = [cells.yes[0], cells.no[0]];
  if (yes !== undefined && no !== undefined) return { type: "partly", by: { sentence: no, decides: no } };
  const forAll = isForAll(sentences);
  const goesOn = all.some(({ decides }) => goesElsewhere(decides));
  for (const [type, decides] of order) {
    const by = all.find(({ decides: one }, i) => {
      const words = (from: number, to: number): string => all.slice(Math.max(0, from), to).map((other) => other.decides).join(" ");
      return !isBesides(one) && decides({ one, before: words(i - 2, i), after: words(i + 1, i + 3), earlier: all.slice(0, i), all });
    });
    if (!by || (forAll && unasked.includes(type))) continue;
    // A "no" beside what is sent or done is a "no" to the rest.
    if (type === "refused" && all.some((one) => one !== by && !isBesides(one.decides) && isYes(one.decides))) return { type: "partly", by };
    return goesOn && !plain.includes(type) ? null : { type, by };
  }
  return null;
}
