// How likely a sentence says something: a linear model over its signs, one weight for each sign and value. Where a reader's words know what
// they were told, this knows what sentences that say a thing have in common. Models are made by tests/training/train.ts.
import { fromBase64 } from "../../codec/base64.ts";

/** As it lies in the file. */
export interface SentenceModel {
  readonly about: string;
  /** What is told apart, in the order of `bias`. */
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
  // Unpacked when it is first asked: most that import a model read nothing.
  let unpacked: Unpacked | null = null;
  return (signs) => {
    const { bytes, places } = (unpacked ??= unpack(weights));
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

/** The weights' bytes, and where each sign's begin. */
interface Unpacked {
  readonly bytes: Uint8Array;
  readonly places: ReadonlyMap<number, number>;
}

function unpack(weights: string): Unpacked {
  const bytes = fromBase64(weights);
  if (bytes === null) throw new Error("the model's weights are no base64");
  return { bytes, places: placesOf(bytes) };
}

/** @returns for each value the logarithm of the odds that a sentence with these signs says so */
export function oddsBy(model: SentenceModel): (signs: ReadonlySet<number>) => readonly number[] {
  const evidenceOf = scoring(model);
  return (signs) => Array.from(evidenceOf(signs), (one, place) => one + (model.bias[place] ?? 0));
}


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
