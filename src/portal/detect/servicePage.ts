import { textOf } from "./text.ts";

/** What the way into a service says. */
export const startWords = /^(სერვისის (მიღება|გამოძახება|დაწყება|შეკვეთა|მოთხოვნა)|განაცხადის (შევსება|დაწყება)|შევსება|დაწყება|მიღება|start( the)? service|fill in( the application)?|apply)$/i;
/** What stands beside the name of who provides a service. */
export const providerWords = /^(სერვისის )?(მომწოდებელი|მიმწოდებელი|პროვაიდერი|უწყება|დაწესებულება|provider|agency)\s*:?$/i;

/**
 * The element that describes one service: it has the page's main heading, says who provides the service, and offers to
 * start it.
 */
export function findServicePage(document: Document): readonly Element[] {
  const headings = document.querySelectorAll("h1, [role=heading][aria-level='1']");
  const heading = headings.length === 1 ? headings[0] : undefined;
  if (!heading) return [];
  for (let at = heading.parentElement; at && at !== document.documentElement; at = at.parentElement) {
    const starts = [...at.querySelectorAll("button, a[href], input[type=submit], [role=button]")].filter((one) =>
      startWords.test(one instanceof HTMLInputElement ? one.value.trim() : textOf(one)),
    );
    const names = [...at.querySelectorAll("dt, th, label, span, b, strong, div, p")].some((one) => one.children.length === 0 && providerWords.test(textOf(one)));
    if (starts.length > 0 && names) return starts.length === 1 ? [at] : [];
    if (at === document.body) break;
  }
  return [];
}
