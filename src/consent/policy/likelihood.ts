// How likely a sentence of a policy says something, by the model of sentences in `sentenceModel.json`; docs/consent.md ("A second opinion")
// says how that is made, and what it brings.
import { type SentenceModel, scoring } from "../sentences/linearModel.ts";
import type { PolicyField } from "./proposal.ts";
import { signsOf } from "./signs.ts";
import type { Unit } from "./units.ts";

/** @returns what the model calls it: `field=value`; `retention=P` stands for every number, `deadlines` for every time for an answer. An owner's name is none of its values */
export const valueName = (field: PolicyField, value: string): string => (field === "deadlines" ? field : field === "retention" && value.startsWith("P") ? "retention=P" : `${field}=${value}`);

/** Logarithms of odds. */
export interface Odds {
  /** What the sentence's signs speak for it, or against. */
  readonly evidence: number;
  /** That any sentence says so, before it is looked at. */
  readonly before: number;
}

/** @returns what a sentence's signs speak for its saying what is so named; null for what the model knows nothing of */
export type Likelihood = (name: string, unit: Unit) => Odds | null;

export function likelihoodBy(model: SentenceModel): Likelihood {
  const placeOf = new Map(model.values.map((name, place) => [name, place]));
  const known = new WeakMap<Unit, Float64Array>();
  const evidenceOf = scoring(model);
  return (name, unit) => {
    const place = placeOf.get(name);
    if (place === undefined) return null;
    const own = known.get(unit) ?? evidenceOf(signsOf(unit));
    known.set(unit, own);
    return { evidence: own[place] ?? 0, before: model.bias[place] ?? 0 };
  };
}
