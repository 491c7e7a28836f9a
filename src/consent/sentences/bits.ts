// Small numbers in few bits, read one after the other: a model has a hundred thousand of them. tests/training/packed.ts writes them.

export interface Bits {
  /** @returns a number of so many bits, 24 at most, its lowest first */
  take(count: number): number;
  /** @returns a number in Rice's code: as many ones as it has times 2^split, a zero, and what is left in `split` bits */
  rice(split: number): number;
}

/** From the lowest bit of the first byte on; behind the end there are zeros. */
export function bitsOf(bytes: Uint8Array): Bits {
  let next = 0;
  // What has been read of the bytes and not been taken yet, its lowest bit first.
  let held = 0;
  let left = 0;
  const take = (count: number): number => {
    while (left < count) {
      held |= (bytes[next++] ?? 0) << left;
      left += 8;
    }
    const number = held & ((1 << count) - 1);
    held >>>= count;
    left -= count;
    return number;
  };
  const rice = (split: number): number => {
    let above = 0;
    while (take(1) === 1) above++;
    return (above << split) | take(split);
  };
  return { take, rice };
}
