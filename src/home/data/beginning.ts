// How much of a text is read. The longest policies have some 100,000 characters; a file by mistake may have millions.

export const mostText = 300_000;

/** @returns the text, or where it is too long its beginning up to the end of a line or word */
export function beginningOf(text: string): { readonly text: string; readonly cut: boolean } {
  if (text.length <= mostText) return { text, cut: false };
  const begun = text.slice(0, mostText);
  // A word cut in two may read as another.
  const end = /\s\S{0,200}$/u.exec(begun.slice(-201))?.[0].length ?? 0;
  return { text: begun.slice(0, begun.length - end), cut: true };
}
