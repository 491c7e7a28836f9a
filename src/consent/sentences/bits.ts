// Small numbers in few bits, read one after the other: a model has a hundred thousand of them. tests/training/packed.ts writes them.

export interface Bits {
  /** @returns a number of so many bits, its lowest first */
  take(count: number): number;
  /** @returns a number in Rice's code: as many ones as it has times 2^split, a zero, and what is left in `split` bits */
  rice(split: number): number;
}

/** From the lowest bit of the first byte on; behind the end there are zeros. */
export function bitsOf(bytes: Uint8Array): Bits {
  let at = 0;
  const bit = (): number => ((bytes[at >>> 3] ?? 0) >>> (at++ & 7)) & 1;
  const take = (count: number): number => {
    let number = 0;
    for (let place = 0; place < count; place++) number |= bit() << place;
    return number;
  };
  const rice = (split: number): number => {
    let above = 0;
    while (bit() === 1) above++;
    return (above << split) | take(split);
  };
  return { take, rice };
}
