// A Georgian name stands in the case that its sentence wants: „ჭრელ კალათას“ is „ჭრელი კალათა“. What the same text says
// elsewhere in the nominative is surer than any rule; a rule comes second.

/** Endings of the dative, ergative, genitive, instrumental and adverbial, the longest first. */
const endings = /(?:ისთვის|სთვის|ისგან|სგან|თან|მა|ის|ით|ად|ს|მ)$/u;
const vowel = /[აეიოუ]$/u;

const stem = (word: string): string => word.replace(endings, "").replace(/[აეიოუ]$/u, "");

/** @returns the name as its owner writes it; unchanged where nothing shows that it is in another case */
export function nominative(name: string, text: string): string {
  if (!/[ა-ჰ]$/u.test(name)) return name;
  const words = name.split(/\s+/);
  const last = words.at(-1) ?? "";
  const elsewhere = sameName(words, text);
  if (elsewhere !== null) return elsewhere;
  if (/[აეიოუ]მ$/u.test(last) || /[აეოუ]ს$/u.test(last)) return whole(words, last.slice(0, -1));
  if (last.endsWith("ში") && last.length > 5) return whole(words, /[აეიოუ]ში$/u.test(last) ? last.slice(0, -2) : `${last.slice(0, -2)}ი`);
  if (/\p{L}{2}[^აეიოუ]მა$/u.test(last)) return whole(words, `${last.slice(0, -2)}ი`);
  return name;
}

/** An adjective before the noun has lost its ending together with the noun's. */
function whole(words: readonly string[], last: string): string {
  return [...words.slice(0, -1).map((one) => (vowel.test(one) || words.length === 1 ? one : `${one}ი`)), last].join(" ");
}

/** The same words in the text, ending as in the nominative. */
function sameName(words: readonly string[], text: string): string | null {
  const stems = words.map(stem);
  const all = text.match(/[ა-ჰ]+(?:[ \t]+[ა-ჰ]+)*/gu) ?? [];
  for (const run of all) {
    const said = run.split(/[ \t]+/);
    for (let at = 0; at + words.length <= said.length; at += 1) {
      const part = said.slice(at, at + words.length);
      if (part.every((one, i) => stem(one) === stems[i] && vowel.test(one) && !/(?:მა|ის[აე]?)$/u.test(one))) return part.join(" ");
    }
  }
  return null;
}
