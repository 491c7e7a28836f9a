// Georgian and the usual ways of writing it in Latin letters (the national system of 2002, with its apostrophes or without; the keyboard
// layout; what people write to each other) in one coarse alphabet, in which "jarima" and ჯარიმა meet.

/** Both ways of writing are folded to one coarse alphabet: sounds that any of them writes alike become one letter. */
const georgian: Readonly<Record<string, string>> = {
  ა: "a", ბ: "b", გ: "g", დ: "d", ე: "e", ვ: "v", ზ: "z", თ: "t", ი: "i", კ: "k", ლ: "l", მ: "m", ნ: "n", ო: "o", პ: "p",
  ჟ: "z", რ: "r", ს: "s", ტ: "t", უ: "u", ფ: "p", ქ: "k", ღ: "g", ყ: "k", შ: "s", ჩ: "c", ც: "c", ძ: "z", წ: "c", ჭ: "c",
  ხ: "x", ჯ: "j", ჰ: "h",
};
const digraphs: Readonly<Record<string, string>> = { kh: "x", gh: "g", sh: "s", ch: "c", ts: "c", tz: "c", dz: "z", zh: "z", ph: "p", dj: "j" };
const letters: Readonly<Record<string, string>> = { w: "c", q: "k", y: "k", f: "p" };

/** A text in the coarse alphabet, words parted by single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/(?<=[a-z])['’‘ʼ`´]/g, "")
    .replaceAll(/[ა-ჰ]/g, (letter) => georgian[letter] ?? letter)
    .replaceAll(/kh|gh|sh|ch|ts|tz|dz|zh|ph|dj/g, (pair) => digraphs[pair] ?? pair)
    .replaceAll(/[wqyf]/g, (letter) => letters[letter] ?? letter)
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();
}

/** A word without the ending that Georgian cases change: ჯარიმა and ჯარიმის meet in jarim. */
export const stem = (word: string): string => (word.length > 3 ? word.replace(/[aeiou]s?$/, "") : word);

/** Two letters of the keyboard layout are another one's capitals there, and nowhere else: aRdgena is აღდგენა. */
export const byKeyboard = (text: string): string => text.replaceAll("R", "gh").replaceAll("J", "zh");
