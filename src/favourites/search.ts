// Type-ahead over services and organisations, in Georgian or in Latin letters: "jarima" finds ჯარიმა, whichever of the usual ways of
// writing Georgian in Latin letters a person has (codec/coarse.ts).
import { byKeyboard, fold, stem } from "../codec/coarse.ts";

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
