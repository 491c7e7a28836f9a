// Which answer a letter's sentences are most like, by a linear model of them (`answerModel.json`, made by tests/training/train.ts from
// tests/vectors/answers). Where the words of `kinds.ts` know what they were told, this knows what sentences that decide have in common.
import { oddsBy, type SentenceModel } from "../sentences/linearModel.ts";
import shipped from "./answerModel.json" with { type: "json" };
import type { Said } from "./said.ts";
import { signsOf } from "./sentenceSigns.ts";

/** What a sentence alone can say; that a part is given and a part refused is said by two. */
export const sentenceKinds = ["refused", "deferred", "satisfied", "promised", "askedMore", "feeAsked"] as const;
export type SentenceKind = (typeof sentenceKinds)[number];

export interface Leaning {
  readonly kind: SentenceKind;
  /** The logarithm of the odds that the sentence says so. */
  readonly odds: number;
  readonly by: Said;
}

/** @param may whether a sentence may say such a thing at all @returns for each kind the sentence that is likeliest to say it, the likeliest first */
export type Leanings = (all: readonly Said[], may: (kind: SentenceKind, by: Said) => boolean) => readonly Leaning[];

export function leaningsBy(model: SentenceModel): Leanings {
  const oddsOf = oddsBy(model);
  const kinds = model.values.map((name) => sentenceKinds.find((one) => one === name));
  return (all, may) => {
    const most = new Map<SentenceKind, Leaning>();
    for (const by of all) {
      for (const [place, odds] of oddsOf(signsOf(by.decides)).entries()) {
        const kind = kinds[place];
        if (kind && may(kind, by) && odds > (most.get(kind)?.odds ?? -Infinity)) most.set(kind, { kind, odds, by });
      }
    }
    return [...most.values()].toSorted((one, other) => other.odds - one.odds);
  };
}

/** The shipped model's. */
export const learned: Leanings = leaningsBy(shipped);

/** Nobody's: what the words decide stands. */
export const none: Leanings = () => [];
