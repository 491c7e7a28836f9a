// [Note: cut off is not forged] A download that broke off, or a stick that was pulled out, leaves the beginning of a file. That
// says nothing about a signature, which may stand in the part that is missing: such a file is told apart from one whose
// structure contradicts itself, in every format (here, `zip/cutOff.ts`, `verify/verifyFile.ts`), and never called valid either.

/** Readers look for `startxref` this far from the file's end. */
export const tailWithin = 4096;

/** A revision that was begun: an object behind the last end of the file. */
const object = /(?:^|\s)\d{1,10} \d{1,5} obj\b/;

/**
 * Whether the end of a PDF is missing. Every revision ends with `startxref`, a number and `%%EOF` (ISO 32000-1 §7.5.5).
 * @param tail the file's last bytes (`tailWithin`), as Latin-1
 */
export function isCutOff(tail: string): boolean {
  const ends = [...tail.matchAll(/startxref\s+\d{1,15}\s+%%EOF/g)];
  const last = ends.at(-1);
  return last === undefined || object.test(tail.slice(last.index + last[0].length));
}
