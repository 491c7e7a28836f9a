// A password for the portal that can be read aloud, typed on any keyboard, and not be guessed. It is shown, and copied by the
// person; nobody keeps it.

const consonants = "bdfgklmnprstvz";
const vowels = "aeiou";
const words = 4;
const syllables = 3;
const digits = 10;

/** Bits of what a suggestion is chosen from: four words of three syllables, one of them capital, and two digits. */
export const suggestionBits = words * syllables * Math.log2(consonants.length * vowels.length) + Math.log2(words) + 2 * Math.log2(digits);

/**
 * `kulano-Tefiru-samovi-bedoga-47`: lower and upper case, digits and a mark, as most rules want them.
 * @param below a random whole number from 0 to just below its argument, every one equally likely
 */
export function suggestPassword(below: (limit: number) => number): string {
  const pick = (letters: string): string => letters[below(letters.length)] ?? "";
  const word = (): string => Array.from({ length: syllables }, () => pick(consonants) + pick(vowels)).join("");
  const capital = below(words);
  const all = Array.from({ length: words }, word).map((one, i) => (i === capital ? one.charAt(0).toUpperCase() + one.slice(1) : one));
  return `${all.join("-")}-${below(digits)}${below(digits)}`;
}

/** Unbiased: values that would favour some results are drawn again. */
export function randomBelow(limit: number): number {
  const top = 0x1_0000_0000 - (0x1_0000_0000 % limit);
  const drawn = new Uint32Array(1);
  for (;;) {
    crypto.getRandomValues(drawn);
    const [value = top] = drawn;
    if (value < top) return value % limit;
  }
}
