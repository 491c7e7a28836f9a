// What the reader can say something about: Georgian or English, that speaks of somebody's data or to somebody.
import { dataNoun } from "./frames.ts";
import { words } from "./words.ts";

const aboutData = words(dataNoun);
const addresses = /მოთხოვნ|\brequests?\b|\b(?:we|our|us|you|your|i|my)\b|ჩვენ|თქვენ|(?<!\p{L})(?:შენ|მე|გ\p{L}{2,}თ|ვ\p{L}{3,}თ)(?!\p{L})/iu;
/** The small words without which nobody writes a line of English. */
const english = /\b(?:the|of|to|and|or|for|in|is|are|we|you|your|our|by|with|be|it|on|not|from|that|this|if|at|as|an?|i)\b/giu;

/** Characters: longer than a sentence that is pasted by itself. */
const picked = 140;
/** Fewer words than this show no language. */
const few = 15;
/** Of all words; English has a third, German and other neighbours a twentieth. */
const enough = 0.12;

export function isReadable(text: string): boolean {
  const letters = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const georgian = letters(/[ა-ჰ]/gu);
  const latin = letters(/[a-z]/giu);
  if (georgian + latin < letters(/\p{L}/gu) / 2) return false;
  // A sentence that the person picked out need not say whose it is.
  if (text.length > picked && !aboutData.test(text) && !addresses.test(text)) return false;
  const latinWords = letters(/[a-z]+/giu);
  return georgian > latin / 10 || latinWords < few || letters(english) / latinWords >= enough;
}
