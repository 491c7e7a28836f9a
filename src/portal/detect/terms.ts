// Terms of use, services' own terms and notices, by their words.
import { pageFacts } from "./page.ts";
import { alsoSays } from "../sites/moreWords.ts";
import { textOf } from "./text.ts";
import { closestTo, firstWithin, isLike, within } from "./unshadowed.ts";

export const termsWords = /(გამოყენების|მოხმარების|სარგებლობის) (წეს|პირობ)|წესი და პირობები|terms (of use|and conditions|of service)/i;
const serviceWords = /სერვისის (მიღების |გამოყენების )?(წესი|პირობები)|service terms/i;
const noticeWords = /^(შეტყობინებები|სიახლეები და შეტყობინებები|notifications|notices)$/i;
const day = /\b(\d{1,2}[./]\d{1,2}[./]\d{4})\b/;

/** The text of the portal's own terms: a heading that says so, and enough text under it. */
export function findTerms(document: Document): readonly Element[] {
  const { main: place, headings } = pageFacts(document);
  const [first = ""] = headings;
  if (!place || !(termsWords.test(first) || alsoSays("terms", first)) || serviceWords.test(headings.join(" ")) || firstWithin(place, "form input[type=text]")) return [];
  return within(place, "p, li").length >= 3 ? [place] : [];
}

export function findServiceTerms(document: Document): readonly Element[] {
  const { main: place, headings } = pageFacts(document);
  return place && headings.some((one) => serviceWords.test(one) || alsoSays("service-terms", one)) && within(place, "p, li").length >= 2 ? [place] : [];
}

/** Each notice of a page of notices: a heading with a text beside it. */
export function findNotices(document: Document): readonly Element[] {
  const { main, headings } = pageFacts(document);
  if (!headings.some((one) => noticeWords.test(one) || alsoSays("notice", one))) return [];
  const entries = within(main, "h2, h3, [role=heading][aria-level='2']").map((heading) => heading.parentElement);
  return entries.filter((one): one is HTMLElement => one !== null && one !== main && firstWithin(one, "p") !== null);
}

/** The paragraphs of a text, as a person reads them. */
export function paragraphsOf(place: Element): readonly string[] {
  return within(place, "p, li, h2, h3, dd, blockquote").filter((one) => !firstWithin(one, "p, li") && !closestTo(one, "nav, form") && !(one.children.length > 0 && [...one.children].every((child) => isLike(child, "a")) && textOf(one) === [...one.children].map(textOf).join(" "))).map(textOf).filter((one) => one !== "");
}

/** The first day that a text names, as it writes it. */
export function statedDay(place: Element): string | null {
  return day.exec(textOf(place))?.[1] ?? null;
}
