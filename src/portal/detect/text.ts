import { attributeOf, beforeOf, firstIn, firstWithin, isLike, namedBy, parentOf, wordsIn } from "./unshadowed.ts";

// Marks that turn the reading direction around until they are ended: a name with one in it would turn our own words after it,
// and a file's name its ending. No word of Georgian or English needs them.
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A name that a page gave, without what would turn the words around it. */
export function straight(text: string): string {
  return text.replaceAll(turning, "");
}

/** What a person reads of an element, in one line. */
export function textOf(element: Node): string {
  const text = wordsIn(element).trim();
  // Nearly every text is one plain line already; finding that out costs a tenth of making it so.
  return /\s\s|[^\S ]|[\u202a-\u202e\u2066-\u2069]/.test(text) ? straight(text).replaceAll(/\s+/g, " ").trim() : text;
}

/** A group's own heading stands at its beginning; a list may have a thousand children. */
const mostBefore = 12;
const headings = "h1, h2, h3, h4, h5, h6, [role=heading]";

/** The text that names a section, list or group: its label, the element it points to, or its own heading. */
export function nameOf(element: Element): string | null {
  const label = attributeOf(element, "aria-label");
  if (label) return label.trim();
  const [labelled] = namedBy(element, "aria-labelledby");
  if (labelled) return textOf(labelled);
  let looked = 0;
  for (let child = firstIn(element); child && looked < mostBefore; child = child.nextElementSibling) {
    if (isLike(child, headings)) return textOf(child);
    if (isLike(child, "summary, legend, caption, header")) return textOf(firstWithin(child, headings) ?? child);
    looked += 1;
  }
  return null;
}

/** The names of the groups around an element, innermost first, and of the heading that stands before each. */
export function* groupNames(element: Element, levels = 7): Generator<string> {
  let at: Element | null = element;
  for (let level = 0; at && !isLike(at, "body") && level < levels; level += 1) {
    const before: Element | null = beforeOf(at);
    if (before && isLike(before, headings)) yield textOf(before);
    at = parentOf(at);
    const name = at && nameOf(at);
    if (name) yield name;
  }
}
