// A pattern in both languages, looked for only in the one that a text is in: half of the work.

/** What a pattern is asked. */
export interface Words {
  test(text: string): boolean;
}

const georgian = /[ა-ჰ]/u;
const latin = /[a-z]/iu;

/** @param source alternatives between bars; each is taken for Georgian if it has a Georgian letter, and for both if it has no letter that says */
export function words(source: string): Words {
  const all = alternatives(source);
  const ka = compiled(all.filter((one) => georgian.test(one) || !latin.test(plain(one))));
  const en = compiled(all.filter((one) => !georgian.test(one)));
  return {
    test: (text) => {
      const said = small(text);
      return (ka !== null && looked.isGeorgian && ka.test(said)) || (en !== null && looked.isLatin && en.test(said));
    },
  };
}

/** One pattern for both languages. */
export function pattern(source: string): Words {
  const both = new RegExp(inLetters(source));
  return { test: (text) => both.test(small(text)) };
}

function small(text: string): string {
  if (text !== looked.text) looked = { text, small: text.toLowerCase(), isGeorgian: georgian.test(text), isLatin: latin.test(text) };
  return looked.small;
}

/** The text that was looked at last: hundreds of patterns are asked about each sentence. */
let looked = { text: "", small: "", isGeorgian: false, isLatin: false };

/**
 * In small letters, and letters for `\p{L}`: of a pattern that takes capitals for small ones, or every alphabet for letters, most
 * of the time goes into compiling it.
 */
const compiled = (parts: readonly string[]): RegExp | null => (parts.length === 0 ? null : new RegExp(inLetters(parts.join("|"))));

const letters = "a-zà-öø-ÿა-ჰ";

function inLetters(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{L[ul]?\}|\\.|[[\]]|[A-Z]/gu, (one) => {
    if (one.startsWith("\\p")) return inClass ? letters : `[${letters}]`;
    if (one === "[") inClass = true;
    else if (one === "]") inClass = false;
    return one.length === 1 ? one.toLowerCase() : one;
  });
}

/** Without what is written with letters and means none. */
const plain = (part: string): string => part.replace(/\\p\{[^}]*\}|\\[a-z]/giu, "");

/** The bars that stand in no bracket divide. */
function alternatives(source: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let inClass = false;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const one = source[at];
    if (one === "\\") at += 1;
    else if (inClass) inClass = one !== "]";
    else if (one === "[") inClass = true;
    else if (one === "(") depth += 1;
    else if (one === ")") depth -= 1;
    else if (one === "|" && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, source.slice(from)];
}

/** Asked about headings, which are the same for many sentences. */
export function remembering(heading: Words): Words {
  const known = new Map<string, boolean>();
  return {
    test: (text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const found = heading.test(text);
      if (known.size > 64) known.clear();
      known.set(text, found);
      return found;
    },
  };
}
