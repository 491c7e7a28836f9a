/**
 * File systems of Linux count 255 bytes, of which a Georgian letter takes three; Windows and macOS count 255 letters. A few
 * are left for a number, where the name is taken.
 */
const longestBytes = 240;

/** `contract.pdf` → `contract-signed.pdf`: the original's name stays free for the original. @param suffix in the person's language */
export function signedName(name: string, suffix: string): string {
  const [, stem = name, ending = ""] = /^(.+?)(\.[^.]{1,8})?$/su.exec(name) ?? [];
  return fitted(stem, `-${suffix}${ending}`);
}

/** `letter.txt` → `letter.txt.asice`; several: named after the first. */
export function containerName(names: readonly string[]): string {
  const [first = "signed"] = names;
  return fitted(first, names.length > 1 ? ` +${names.length - 1}.asice` : ".asice");
}

/** The stem gives way, by whole letters, never what tells the signed file from the other. */
function fitted(stem: string, tail: string): string {
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  const letters = Array.from(stem);
  while (letters.length > 1 && bytesOf(letters.join("") + tail) > longestBytes) letters.pop();
  return letters.join("") + tail;
}
