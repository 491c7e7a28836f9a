// Trains the linear model of sentences (src/consent/sentences/linearModel.ts): logistic regression for each value, by gradients whose steps
// grow smaller as a weight has moved (AdaGrad), its weights the mean of the later rounds'. Trained twice: the second time only the weights
// that had become largest are left, those of frequent signs first, so that the file stays small. The same sentences in the same order give the same file.
import type { SentenceModel } from "../../src/consent/sentences/linearModel.ts";
import { packed, type Weight } from "./packed.ts";

export interface Example {
  readonly signs: ReadonlySet<number>;
  /** For each value 1 for one that it says, 0 for one that it doesn't, -1 where nobody knows. */
  readonly says: Int8Array;
  /** Whose it is: a sign is used if it stands in texts of several writers. */
  readonly writer: string;
}

export interface Settings {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** In the texts of how many a sign must stand. */
  readonly writers: number;
  /** How many weights are left: the largest. */
  readonly weights: number;
  /** A sign's weights count for that by how many sentences have it, to this power: 0 for not at all. */
  readonly frequency: number;
}

export const settings: Settings = { rounds: 12, rate: 0.3, decay: 3e-3, writers: 3, weights: 114_000, frequency: 0.3 };

/** What one step of a stored weight is worth. */
const step = 0.1;
/** Nearly all sentences say none of it. */
const startingBias = -4;
/** An error so small teaches nothing, and most are. */
const negligible = 0.01;

/** @returns the model, its weights rounded to steps */
export function trained(examples: readonly Example[], values: readonly string[], { rounds, rate, decay, writers, weights: kept, frequency }: Settings = settings): Omit<SentenceModel, "about"> {
  const signs = signsOfSeveral(examples, writers);
  const places = new Map(signs.map((sign, place) => [sign, place]));
  const rows = examples.map(({ signs: own, says }) => ({ says, places: Int32Array.from([...own].flatMap((sign) => places.get(sign) ?? [])) })).filter((one) => one.places.length > 0);
  const size = signs.length * values.length;
  const first = fit(rows, size, values.length, rounds, rate, decay, null);
  const often = new Float64Array(signs.length);
  for (const { places: own } of rows) for (const place of own) often[place]! += 1;
  const worth = first.weights.map((one, at) => Math.abs(one) * (often[Math.floor(at / values.length)] ?? 0) ** frequency);
  const least = worth.slice().sort()[Math.max(0, size - kept)] ?? 0;
  const { weights, bias } = fit(rows, size, values.length, rounds, rate, decay, worth.map((one) => (one >= least ? 1 : 0)));
  const steps = Int8Array.from(weights, (one) => Math.max(-127, Math.min(127, Math.round(one / step))));
  const own = values.map((_, value) => signs.flatMap((sign, place): readonly Weight[] => {
    const weight = steps[place * values.length + value] ?? 0;
    return weight === 0 ? [] : [{ sign, size: weight }];
  }));
  return { values, bias: [...bias].map((one) => Math.round(one * 1000) / 1000), step, weights: packed(own) };
}

/** In rising order. */
function signsOfSeveral(examples: readonly Example[], least: number): readonly number[] {
  const writersOf = new Map<number, Set<string>>();
  for (const { signs, writer } of examples) {
    for (const sign of signs) {
      const writers = writersOf.get(sign) ?? new Set();
      writersOf.set(sign, writers.add(writer));
    }
  }
  return [...writersOf].filter(([, writers]) => writers.size >= least).map(([sign]) => sign).sort((a, b) => a - b);
}

interface Row {
  readonly says: Int8Array;
  readonly places: Int32Array;
}

/** @param open which weights may move; null for all */
function fit(rows: readonly Row[], size: number, count: number, rounds: number, rate: number, decay: number, open: Float32Array | null): { readonly weights: Float32Array; readonly bias: Float64Array } {
  const weights = new Float32Array(size);
  const moved = new Float32Array(size).fill(0.01);
  const bias = new Float64Array(count).fill(startingBias);
  const sum = new Float32Array(size);
  const biasSum = new Float64Array(count);
  const scores = new Float64Array(count);
  const later = Math.floor(rounds / 2);
  const order = rows.map((_, place) => place);
  const random = seeded(7);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const place of order) {
      const row = rows[place];
      if (row) learn(row);
    }
    if (round < later) continue;
    for (let at = 0; at < size; at++) sum[at]! += weights[at]!;
    for (let value = 0; value < count; value++) biasSum[value]! += bias[value]!;
  }
  return { weights: sum.map((one) => one / (rounds - later)), bias: biasSum.map((one) => one / (rounds - later)) };

  function learn({ says, places }: Row): void {
    const share = 1 / Math.sqrt(places.length);
    scores.fill(0);
    for (const place of places) for (let value = 0, at = place * count; value < count; value++, at++) scores[value]! += weights[at]!;
    for (let value = 0; value < count; value++) {
      if (says[value]! < 0) continue;
      const error = 1 / (1 + Math.exp(-(bias[value]! + scores[value]! * share))) - says[value]!;
      if (Math.abs(error) < negligible) continue;
      bias[value]! -= 0.02 * error;
      for (const place of places) {
        const at = place * count + value;
        if (open !== null && open[at] === 0) continue;
        const slope = error * share + decay * weights[at]!;
        moved[at]! += slope * slope;
        weights[at]! -= (rate * slope) / Math.sqrt(moved[at]!);
      }
    }
  }
}

/** Numbers from 0 up to 1 that come out the same each time (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates. */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
