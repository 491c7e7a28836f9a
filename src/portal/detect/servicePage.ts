import { pageFacts } from "./page.ts";
import { textOf } from "./text.ts";
import { documentOf, holds, isLike, mainHeading, parentOf, within } from "./unshadowed.ts";

const longestStart = 40;
/** What the way into a service says. */
const wayIn = new Set([
  "სერვისის მიღება", "სერვისის გამოძახება", "სერვისის დაწყება", "სერვისის შეკვეთა", "სერვისის მოთხოვნა",
  "განაცხადის შევსება", "განაცხადის დაწყება", "შევსება", "დაწყება", "მიღება",
  "start service", "start the service", "fill in", "fill in the application", "apply",
]);

/** Whether these words, without blanks around them, are the way into a service. */
export function saysStart(text: string): boolean {
  return text.length <= longestStart && wayIn.has(text.toLowerCase());
}

/** What stands beside the name of who provides a service. */
export const providerWords = /^(სერვისის )?(მომწოდებელი|მიმწოდებელი|პროვაიდერი|უწყება|დაწესებულება|provider|agency)\s*:?$|^[^.]{0,20}(გაწვდით|გიწევთ)[^.]{0,20}$/i;
/** Somewhere in the words of a page that names a provider. */
const namesProvider = ["მომწოდებელ", "მიმწოდებელ", "პროვაიდერ", "უწყება", "დაწესებულება", "გაწვდით", "გიწევთ", "provider", "agency"];
/** Words of a link or button that may begin a service, in any form: they count only where they lead below the page. */
const beginning = /(^|\s)(დაწყება|დაიწყ|მიიღე|შევსება|შეავსე|შეკვეთა|შეუკვეთ|მოითხოვე|ონლაინ(\s|$)|start|apply|fill in)/i;
/** A page with more ways to somewhere is a list of something. */
const mostControls = 400;
/** With the blanks of its markup. */
const longestRaw = 200;
export const controls = "button, a[href], input[type=submit], [role=button]";

/** A link or button that begins the service that the page describes. */
export function beginsService(element: Element): boolean {
  if ((element.textContent ?? "").length > longestRaw) return false;
  const text = element instanceof HTMLInputElement ? element.value.trim() : textOf(element);
  if (saysStart(text)) return true;
  if (!(element instanceof HTMLAnchorElement) || text.length > longestStart || !beginning.test(text)) return false;
  const { origin, pathname } = documentOf(element).location;
  // Everything is below the portal's first page.
  const page = pathname.replace(/\/$/, "");
  return page !== "" && element.origin === origin && element.pathname.startsWith(`${page}/`);
}

/**
 * The element that describes one service: it has the page's main heading, says who provides the service, and offers to
 * start it.
 */
export function findServicePage(document: Document): readonly Element[] {
  // Most pages say of nobody that he provides it, and have no way into a service: they are done with here.
  if (!namesProvider.some((one) => pageFacts(document).low.includes(one))) return [];
  const headings = within(document, mainHeading);
  const heading = headings.length === 1 ? headings[0] : undefined;
  if (!heading) return [];
  const all = within(document, controls);
  if (all.length > mostControls) return [];
  const starts = [...all].filter(beginsService);
  if (starts.length === 0) return [];
  for (let at = parentOf(heading); at && !isLike(at, "html"); at = parentOf(at)) {
    const place = at;
    const inside = starts.filter((one) => one !== place && holds(place, one));
    const names = inside.length > 0 && within(at, "dt, th, label, span, b, strong, div, p").some((one) => one.children.length === 0 && providerWords.test(textOf(one)));
    if (names) return inside.length === 1 ? [at] : [];
    if (isLike(at, "body")) break;
  }
  return [];
}
