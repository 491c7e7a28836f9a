// Which answer a letter's sentences are most like, by a linear model of them (`answerModel.json`, made by tests/training/train.ts from
// tests/vectors/answers). Where the words of `kinds.ts` know what they were told, this knows what sentences that decide have in common.
import { type SentenceModel, scoring } from "../policy/likelihood.ts";
import shipped from "./answerModel.json" with { type: "json" };
import type { Said } from "./said.ts";
import { signsOf } from "./sentenceSigns.ts";

/** What a sentence alone can say; that a part is given and a part refused is said by two. */
export type SentenceKind = "refused" | "deferred" | "satisfied" | "promised" | "askedMore" | "feeAsked";

export interface Leaning {
  readonly kind: SentenceKind;
  /** The logarithm of the odds that the sentence says so. */
  readonly odds: number;
  readonly by: Said;
}

/** @param may whether a sentence may say such a thing at all @returns for each kind the sentence that is likeliest to say it, the likeliest first */
export type Leanings = (all: readonly Said[], may: (kind: SentenceKind, by: Said) => boolean) => readonly Leaning[];

const isKind = (name: string): name is SentenceKind => ["refused", "deferred", "satisfied", "promised", "askedMore", "feeAsked"].includes(name);

export function leaningsBy(model: SentenceModel): Leanings {
  // Unpacked when it is first asked: most that import it read no letter.
  let evidenceOf: ReturnType<typeof scoring> | null = null;
  return (all, may) => {
    evidenceOf ??= scoring(model);
    const most = new Map<SentenceKind, Leaning>();
    for (const by of all) {
      const evidence = evidenceOf(signsOf(by.decides));
      for (const [place, kind] of model.values.entries()) {
        const odds = (evidence[place] ?? 0) + (model.bias[place] ?? 0);
        if (isKind(kind) && may(kind, by) && odds > (most.get(kind)?.odds ?? -Infinity)) most.set(kind, { kind, odds, by });
      }
    }
    return [...most.values()].toSorted((one, other) => other.odds - one.odds);
  };
}

/** The shipped model's. */
export const learned: Leanings = leaningsBy(shipped);

/** Nobody's: what the words decide stands. */
export const none: Leanings = () => [];
