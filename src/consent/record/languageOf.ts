const georgian = /\p{Script=Georgian}/gu;
const letters = /\p{L}/gu;
/** Small words of English that are no words of its neighbours: "of", "for", "is" and "by" are, of Dutch and Danish. */
const english = /\b(?:the|and|with|your|our|from|that|this)\b/i;

/**
 * The language of some words, as BCP 47 has it: Georgian by its letters, English by its small words. `und` where neither says
 * so: two Latin words may be of any language, and a record that names one must not guess.
 */
export function languageOf(text: string): "ka" | "en" | "und" {
  const all = text.match(letters)?.length ?? 0;
  if ((text.match(georgian)?.length ?? 0) > all / 2) return "ka";
  return english.test(text) ? "en" : "und";
}
