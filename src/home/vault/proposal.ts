// A passphrase to propose: four made-up words of three syllables, easy to say for a Georgian. 28 consonants times 5 vowels,
// twelve times: 85 bits.
const consonants = "ბგდვზთკლმნპჟრსტფქღყშჩცძწჭხჯჰ";
const vowels = "აეიოუ";
const words = 4;
const syllables = 3;

/** A number from 0 to below `below`, all equally likely. */
function draw(below: number): number {
  const limit = 256 - (256 % below);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return byte % below;
  }
}

export function proposePassphrase(): string {
  const syllable = (): string => `${consonants[draw(consonants.length)] ?? ""}${vowels[draw(vowels.length)] ?? ""}`;
  return Array.from({ length: words }, () => Array.from({ length: syllables }, syllable).join("")).join(" ");
}
