// What every detector asks of a page before it looks closer. Nearly all pages are done with after that: it is read once a
// look, whoever asks (findAnchors.ts begins and ends it).
import { textOf } from "./text.ts";
import { anyForm, firstWithin, isLike, mainHeading, ofPage, within, wordsIn } from "./unshadowed.ts";

export interface PageFacts {
  /** Where the page has its content; null: it has no body yet. */
  readonly main: Element | null;
  /** The main heading in it. */
  readonly heading: Element | null;
  /** What that heading says. */
  readonly title: string;
  /** What its headings of the first two levels say. */
  readonly headings: readonly string[];
  /** All words of the page's content, as they stand in its markup. */
  readonly text: string;
  /** The same in small letters; */
  readonly low: string;
  /** and what its headings say, and what stands after the main one if that is no form, in small letters. */
  readonly head: string;
}

let shared: ((document: Document) => PageFacts) | null = null;
let known: { readonly document: Document; readonly facts: PageFacts } | null = null;
let remembering = false;

/** While nothing changes in the page, what was read of it is still so. */
export function rememberPage(on: boolean): void {
  remembering = on;
}

export function forgetPage(): void {
  known = null;
}

/** In a script of its own: asks where the others ask, so that all of them read a page once. In theirs this is the place. */
export function sharePage(facts: (document: Document) => PageFacts): void {
  if (facts !== pageFacts) shared = facts;
}

export function pageFacts(document: Document): PageFacts {
  if (shared) return shared(document);
  if (remembering && known?.document === document) return known.facts;
  const main = firstWithin(document, "main, [role=main]") ?? ofPage(document, "body");
  const heading = firstWithin(main, mainHeading);
  let text: string | null = null;
  let headings: readonly string[] | null = null;
  let low: string | null = null;
  let head: string | null = null;
  const facts: PageFacts = {
    main,
    heading,
    title: heading ? textOf(heading) : "",
    get headings() {
      return (headings ??= within(main, "h1, h2").map(textOf));
    },
    get text() {
      return (text ??= main ? wordsIn(main) : "");
    },
    get low() {
      return (low ??= facts.text.toLowerCase());
    },
    get head() {
      const next = heading?.nextElementSibling;
      return (head ??= [facts.title, next && !isLike(next, anyForm) ? textOf(next) : "", ...facts.headings].join("\n").toLowerCase());
    },
  };
  if (remembering) known = { document, facts };
  return facts;
}
