// How likely a sentence says something: a linear model over its signs, one weight for each sign and value. Where a reader's words know what
// they were told, this knows what sentences that say a thing have in common. Models are made by tests/training/train.ts.
import { fromBase64 } from "../../codec/base64.ts";
import { bitsOf } from "./bits.ts";
import { signBits } from "./sign.ts";

/** As it lies in the file. */
export interface SentenceModel {
  readonly about: string;
  /** What is told apart, in the order of `bias`. */
  readonly values: readonly string[];
  readonly bias: readonly number[];
  /** What one step of a weight is worth. */
  readonly step: number;
  /**
   * Base64 of bits (bits.ts). For each value: how many signs have a weight for it (20 bits), where gaps and where sizes are split (4 bits
   * each); and for each such sign, in rising order, by how much its number is above the last one's, less one, in Rice's code; whether
   * its weight is negative (1 bit); the weight's size in steps, less one, in Rice's code.
   */
  readonly weights: string;
}

/** For each value, in the order of the model's. */
type Scoring = (signs: ReadonlySet<number>) => Float64Array;

/** @returns what a sentence's signs speak for each value, before how often it is said at all (`bias`) */
export function scoring({ values, step, weights }: SentenceModel): Scoring {
  // Unpacked when it is first asked: most that import a model read nothing.
  let unpacked: Unpacked | null = null;
  return (signs) => {
    const { starts, places, sizes } = (unpacked ??= unpack(weights, values.length));
    const scores = new Float64Array(values.length);
    let known = 0;
    for (const sign of signs) {
      const end = starts[sign + 1] ?? 0;
      let at = starts[sign] ?? 0;
      if (at < end) known++;
      for (; at < end; at++) {
        const value = places[at] ?? 0;
        scores[value] = (scores[value] ?? 0) + (sizes[at] ?? 0);
      }
    }
    // A long sentence has many signs, and is no surer for it.
    return scores.map((sum) => (sum * step) / Math.sqrt(Math.max(1, known)));
  };
}

/** The weights of a sign lie from its start up to the next sign's. */
interface Unpacked {
  readonly starts: Uint32Array;
  /** Whose weight it is, and how many steps. */
  readonly places: Uint8Array;
  readonly sizes: Int8Array;
}

function unpack(weights: string, values: number): Unpacked {
  const bytes = fromBase64(weights);
  if (bytes === null) throw new Error("the model's weights are no base64");
  const bits = bitsOf(bytes);
  const found: Found = { signs: [], values: [], sizes: [] };
  for (let value = 0; value < values; value++) {
    const count = bits.take(countBits);
    const gapSplit = bits.take(splitBits);
    const sizeSplit = bits.take(splitBits);
    let sign = -1;
    for (let nth = 0; nth < count; nth++) {
      sign += bits.rice(gapSplit) + 1;
      const isNegative = bits.take(1) === 1;
      const size = bits.rice(sizeSplit) + 1;
      found.signs.push(sign);
      found.values.push(value);
      found.sizes.push(isNegative ? -size : size);
    }
  }
  return bySign(found);
}

/** In so many bits stand how many weights a value has, and where a code is split. */
export const countBits = 20;
export const splitBits = 4;

/** Three lists of one length: a hundred thousand objects would take longer than reading them. */
interface Found {
  readonly signs: number[];
  readonly values: number[];
  readonly sizes: number[];
}

/** Values in rising order, as they are found: sums come out the same each time. */
function bySign(found: Found): Unpacked {
  const starts = new Uint32Array(2 ** signBits + 2);
  for (const sign of found.signs) starts[sign + 1] = (starts[sign + 1] ?? 0) + 1;
  for (let sign = 1; sign < starts.length; sign++) starts[sign] = (starts[sign] ?? 0) + (starts[sign - 1] ?? 0);
  const places = new Uint8Array(found.signs.length);
  const sizes = new Int8Array(found.signs.length);
  const next = starts.slice();
  for (let nth = 0; nth < found.signs.length; nth++) {
    const sign = found.signs[nth] ?? 0;
    const at = next[sign] ?? 0;
    next[sign] = at + 1;
    places[at] = found.values[nth] ?? 0;
    sizes[at] = found.sizes[nth] ?? 0;
  }
  return { starts, places, sizes };
}

/** @returns for each value the logarithm of the odds that a sentence with these signs says so */
export function oddsBy(model: SentenceModel): (signs: ReadonlySet<number>) => readonly number[] {
  const evidenceOf = scoring(model);
  return (signs) => Array.from(evidenceOf(signs), (one, place) => one + (model.bias[place] ?? 0));
}
