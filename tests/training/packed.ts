// Writes a model's weights as src/consent/sentences/linearModel.ts reads them.
import { countBits, splitBits } from "../../src/consent/sentences/linearModel.ts";

/** One value's weight for a sign, in steps. */
export interface Weight {
  readonly sign: number;
  readonly size: number;
}

/** @param values for each value its weights that are not zero, signs in rising order. @returns base64 */
export function packed(values: readonly (readonly Weight[])[]): string {
  const bits = writer();
  for (const weights of values) {
    const gaps = weights.map(({ sign }, nth) => sign - (weights[nth - 1]?.sign ?? -1) - 1);
    const sizes = weights.map(({ size }) => Math.abs(size) - 1);
    const gapSplit = splitOf(gaps);
    const sizeSplit = splitOf(sizes);
    bits.put(weights.length, countBits);
    bits.put(gapSplit, splitBits);
    bits.put(sizeSplit, splitBits);
    for (const [nth, { size }] of weights.entries()) {
      bits.rice(gaps[nth] ?? 0, gapSplit);
      bits.put(size < 0 ? 1 : 0, 1);
      bits.rice(sizes[nth] ?? 0, sizeSplit);
    }
  }
  return Buffer.from(bits.bytes()).toString("base64");
}

const lengthOf = (numbers: readonly number[], split: number): number => numbers.reduce((sum, one) => sum + (one >>> split) + 1 + split, 0);

/** Where the code of these numbers is shortest. */
function splitOf(numbers: readonly number[]): number {
  const splits = Array.from({ length: 2 ** splitBits }, (_, split) => split);
  return splits.reduce((best, split) => (lengthOf(numbers, split) < lengthOf(numbers, best) ? split : best));
}

function writer(): { put(number: number, count: number): void; rice(number: number, split: number): void; bytes(): Uint8Array } {
  const bytes: number[] = [];
  let length = 0;
  const put = (number: number, count: number): void => {
    for (let place = 0; place < count; place++, length++) {
      if (length % 8 === 0) bytes.push(0);
      bytes[bytes.length - 1]! |= ((number >>> place) & 1) << (length % 8);
    }
  };
  const rice = (number: number, split: number): void => {
    for (let above = number >>> split; above > 0; above--) put(1, 1);
    put(0, 1);
    put(number & (2 ** split - 1), split);
  };
  return { put, rice, bytes: () => Uint8Array.from(bytes) };
}
