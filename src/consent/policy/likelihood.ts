// How likely a sentence says something: a linear model over its signs (`signs.ts`), one weight for each sign and value. Where the
// reader's words know what they were told, this knows what sentences that say a thing have in common. `sentenceModel.json` is made by
// tests/training/train.ts; docs/consent.md ("A second opinion") says how, and what it brings.
import { fromBase64 } from "../../codec/base64.ts";
import type { PolicyField } from "./proposal.ts";
import { signsOf } from "./signs.ts";
import type { Unit } from "./units.ts";

/** As it lies in the file. */
export interface SentenceModel {
  readonly about: string;
  /** `field=value`, in the order of `bias`; `retention=P` stands for every number, `deadlines` for every time for an answer. */
  readonly values: readonly string[];
  readonly bias: readonly number[];
  /** What one step of a weight is worth. */
  readonly step: number;
  /**
   * Base64. For each sign that has a weight, signs in rising order: by how much its number is above the last one's, in groups of seven
   * bits, the lowest first (the eighth bit: more follows); how many weights; and for each the value's place and the weight in steps, a
   * signed byte.
   */
  readonly weights: string;
}

/** For each value, in the order of the model's. */
type Scoring = (signs: ReadonlySet<number>) => Float64Array;

/** @returns what a sentence's signs speak for each value, before how often it is said at all (`bias`) */
export function scoring({ values, step, weights }: SentenceModel): Scoring {
  const bytes = fromBase64(weights);
  if (bytes === null) throw new Error("the model's weights are no base64");
  const places = placesOf(bytes);
  return (signs) => {
    const scores = new Float64Array(values.length);
    let known = 0;
    for (const sign of signs) {
      const at = places.get(sign);
      if (at === undefined) continue;
      known++;
      const end = at + 1 + 2 * (bytes[at] ?? 0);
      for (let pair = at + 1; pair < end; pair += 2) {
        const value = bytes[pair] ?? 0;
        scores[value] = (scores[value] ?? 0) + (((bytes[pair + 1] ?? 0) << 24) >> 24);
      }
    }
    // A long sentence has many signs, and is no surer for it.
    return scores.map((sum) => (sum * step) / Math.sqrt(Math.max(1, known)));
  };
}

/** Where each sign's weights begin. */
function placesOf(bytes: Uint8Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  let sign = 0;
  for (let at = 0; at < bytes.length; ) {
    let shift = 0;
    let more = true;
    while (more) {
      const byte = bytes[at++] ?? 0;
      sign += (byte & 0x7f) << shift;
      shift += 7;
      more = byte > 0x7f;
    }
    places.set(sign, at);
    at += 1 + 2 * (bytes[at] ?? 0);
  }
  return places;
}

/** @returns what the model calls it; an owner's name is none of its values */
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
  // Unpacked when it is first asked: most that import it read no policy.
  let evidenceOf: Scoring | null = null;
  return (name, unit) => {
    const place = placeOf.get(name);
    if (place === undefined) return null;
    evidenceOf ??= scoring(model);
    const own = known.get(unit) ?? evidenceOf(signsOf(unit));
    known.set(unit, own);
    return { evidence: own[place] ?? 0, before: model.bias[place] ?? 0 };
  };
}
