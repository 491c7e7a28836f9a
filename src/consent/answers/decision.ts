// Which answer a letter is: what its words decide (`kinds.ts`), held against what its sentences are most like (`whichAnswer.ts`). Where both say the
// same it is claimed; where they differ the likelier, if it is much likelier; and where a letter that is taken for one answer also speaks for
// another nothing is, since the person chooses more easily than they find a wrong choice.
import { answersSomething, goesElsewhere, hangsOn, isForAll, isOtherMatter } from "./besides.ts";
import { isNoFee } from "./demand.ts";
import { isDoubtful } from "./doubts.ts";
import { type Decision, isPartlySaid, isQuestion, nothingRegretted, plain, toSomebody, typeInWords } from "./kinds.ts";
import type { LetterText } from "./letterText.ts";
import type { Said } from "./said.ts";
import { type Leaning, type Leanings, learned, type SentenceKind } from "./whichAnswer.ts";

/** Logarithms of odds. Chosen on letters whose writers the model had not met (docs/consent.md). */
const limits = {
  /** From here on it is claimed where the words found nothing. */
  likely: 1,
  /** From here on another kind is believed against the words. */
  sure: 1,
  /** Words that no sentence bears out are withheld below it. */
  unlikely: -2,
  /** The words stand where another kind is likelier by no more. */
  near: 0.5,
  /** Two kinds that lie no further apart can't be told from each other. */
  apart: 0.4,
  /** Of a letter in which all is done no sentence says "no" with more. */
  no: -0.8,
  /** Of a letter that refuses no sentence gives with more, and with more than the "no". */
  yes: 0.3,
  /** The words' part given and part refused stands where both are so likely. */
  both: -0.5,
  /** A letter in which both are likelier than this is left to the person. */
  part: 0.4,
} as const;

/** @returns null: the words are of no answer known here, or the request went elsewhere */
export function typeIn(all: readonly Said[], letter: LetterText, leanings: Leanings = learned): Decision | null {
  const words = typeInWords(all, letter);
  const ours = all.filter(({ decides }) => !isOtherMatter(decides));
  const likely = leanings(ours, maySay);
  const [top] = likely;
  if (top === undefined) return words;
  const oddsOf = (kind: SentenceKind): number => likely.find((one) => one.kind === kind)?.odds ?? -Infinity;
  const [yes, no] = [oddsOf("satisfied"), oddsOf("refused")];
  if (words === null) return likeliest(likely, { all, ours }, letter, limits.likely);
  const { type } = words;
  // In a table, or in one sentence, it is said in so many words.
  if (type === "partly") return !all.includes(words.by) || isPartlySaid(words.by.decides) || Math.min(yes, no) > limits.both ? words : null;
  // It also speaks for the other: part of it, or not it at all.
  const isContested = (type === "satisfied" && no > limits.no) || (type === "refused" && yes > limits.yes && yes > no);
  if (isContested && top.kind === type) return null;
  const borneOut = oddsOf(type);
  // No sentence is like any answer, and least like this one.
  if (top.odds < 0 && top.kind !== type) return null;
  if (isContested || top.odds - borneOut > limits.near) return likeliest(likely, { all, ours }, letter, limits.sure);
  return borneOut < limits.unlikely ? null : words;
}

/** What hangs on something still to come is neither done nor promised, and a debt is no fee. */
function maySay(kind: SentenceKind, { decides }: Said): boolean {
  if (isQuestion(decides)) return kind === "askedMore";
  if (kind === "promised" || kind === "satisfied") return !hangsOn(decides);
  return kind !== "feeAsked" || !isNoFee(decides);
}

/** @param likely the likeliest first @param ours those of all that are about no other matter @returns what the sentences alone say of the letter */
function likeliest(likely: readonly Leaning[], { all, ours }: { readonly all: readonly Said[]; readonly ours: readonly Said[] }, { sentences }: LetterText, least: number): Decision | null {
  const [top, second] = likely;
  if (top === undefined || top.odds < least || isForAll(sentences)) return null;
  const { kind: type, by } = top;
  const [no, yes] = (["refused", "satisfied"] as const).map((kind) => likely.find((one) => one.kind === kind));
  // A part given and a part refused, or one of them about another matter: of what was claimed so, none was right.
  if (no && yes && Math.min(no.odds, yes.odds) > limits.part) return null;
  if (second && top.odds - second.odds < limits.apart) return null;
  if (type === "satisfied" && no && no.odds > limits.no) return null;
  const mayRegret = no !== undefined && no.odds > limits.unlikely;
  if (toSomebody.includes(type) && (!answersSomething(sentences) || (mayRegret && !nothingRegretted(ours)))) return null;
  if (!plain.includes(type) && all.some(({ decides }) => goesElsewhere(decides))) return null;
  return isDoubtful(type, by, ours) ? null : { type, by };
}
