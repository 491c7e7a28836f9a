// Type-ahead over services and organisations, in Georgian or in Latin letters: "jarima" finds ჯარიმა, whichever of the usual ways of
// writing Georgian in Latin letters a person has (the national system of 2002, with its apostrophes or without; the keyboard layout;
// what people write to each other).

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
const stem = (word: string): string => (word.length > 3 ? word.replace(/[aeiou]s?$/, "") : word);

/** Two letters of the keyboard layout are another one's capitals there, and nowhere else: aRdgena is აღდგენა. */
const byKeyboard = (text: string): string => text.replaceAll("R", "gh").replaceAll("J", "zh");

/** How well words fit a folded title; 0 for not at all. Every word must be found. */
function score(title: string, words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    const at = ` ${title}`.indexOf(` ${word}`);
    if (at === 0) sum += 4;
    else if (at > 0) sum += 3;
    else if (word.length > 2 && title.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** What is found by its title: a service, an organisation. */
interface Titled {
  readonly title: string;
}

/** Something to search, its folded title made once. */
export interface Indexed<T extends Titled> {
  readonly service: T;
  readonly folded: string;
}

export function index<T extends Titled>(services: readonly T[]): readonly Indexed<T>[] {
  return services.map((service) => ({ service, folded: fold(service.title) }));
}

/** Best first; equal ones stay in their order. An empty query finds everything. */
export function search<T extends Titled>(indexed: readonly Indexed<T>[], query: string): readonly T[] {
  const [words, others] = [query, byKeyboard(query)].map((text) => fold(text).split(" ").filter((word) => word !== "").map(stem));
  if (!words || !others || words.length === 0) return indexed.map((one) => one.service);
  return indexed
    .map(({ service, folded }, i) => ({ service, i, score: score(folded, words) || score(folded, others) }))
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .map((one) => one.service);
}
