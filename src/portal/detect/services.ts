// Links to services, by the words around them: for pages whose elements the site data does not know.
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { categoryOf } from "./categories.ts";
import { findServicePage, startWords } from "./servicePage.ts";
import { groupNames, textOf } from "./text.ts";

/** Where a page keeps what is not its content. */
const apart = "nav, header, footer, [role=navigation], [role=banner], [role=contentinfo], [role=dialog], form";
/** What links in lists of services say when they are no services. */
const notServices =
  /^(მთავარი|შესვლა|გასვლა|უკან|წინ|შემდეგი|წინა|მეტი|ყველა|ყველას ნახვა|ყველა სერვისი|სერვისები|დახმარება|კონტაქტი|პროფილი|პროფილის რედაქტირება|წესები და პირობები|გამოყენების წესი.*|რეგისტრაცია|ძებნა|დაწვრილებით|გაუქმება|შენახვა|english|ქართული|home|login|log ?out|help|contact|terms.*|search|more|next|previous|\d+)$/i;
const saysServices = /(^|\s)(ელექტრონული |ელ-)?სერვის|(^|\s)მომსახურებ|\bservices?\b/i;
/** The address of one service: below the list of all, and no step of its application. */
const pathOfService = /\/(e-?)?(services?|servis(i|ebi)?|serv)(\/|\?id=|\/?\?service=)[^/?]+\/?$/i;
const wantsCard = /(ბარათით|პირადობის მოწმობ|ელექტრონული ხელმოწერ|ციფრული ხელმოწერ|ციფრულად ხელმოწერ|needs? (the )?card)/i;

/** The element that carries a link's own small print: the list entry, row or card around it. */
function entryOf(link: Element): Element {
  const entry = link.closest("li, tr, article, [role=listitem], [role=row], [role=article]") ?? link.parentElement ?? link;
  // An entry with several links in it speaks for none of them.
  return entry.querySelectorAll("a[href]").length > 1 ? link : entry;
}

/** The words of an entry that say it wants the card or a signature. */
export function saysCard(link: Element): boolean {
  const entry = entryOf(link);
  const spoken = [...entry.querySelectorAll("[title], [aria-label], img[alt]")].map((one) => one.getAttribute("title") ?? one.getAttribute("aria-label") ?? one.getAttribute("alt") ?? "");
  // A service about identity cards does not want one for that: its own name is left out.
  return wantsCard.test(textOf(entry).replace(titleOf(link), "")) || spoken.some((text) => wantsCard.test(text));
}

/** The category of a link by the groups it stands in. */
export function categoryAround(link: Element): number | null {
  for (const name of groupNames(link)) {
    const category = categoryOf(name);
    if (category !== null) return category;
  }
  return null;
}

/**
 * Links that look like services.
 * @returns in document order; none when the page shows none, which is most pages.
 */
export function findServiceLinks(document: Document): readonly HTMLAnchorElement[] {
  const found: HTMLAnchorElement[] = [];
  const here = document.location.href.split("#", 1)[0];
  // The page of one service links to its steps and terms, not to services.
  const sheet = findServicePage(document)[0];
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    if (link.protocol !== "https:" || link.href.split("#", 1)[0] === here || link.hasAttribute("download")) continue;
    if (!isPortalHost(link.hostname) || link.closest(apart) || sheet?.contains(link)) continue;
    const text = titleOf(link);
    if (text.length < 3 || text.length > 160 || notServices.test(text) || startWords.test(text)) continue;
    const inService = pathOfService.test(link.pathname + link.search);
    if (inService || [...groupNames(link)].some((name) => categoryOf(name) !== null || saysServices.test(name))) found.push(link);
  }
  return found;
}

/** How an address is built: its folder and the names of its parameters. */
function shapeOf({ hostname, pathname, searchParams }: URL): string {
  return `${hostname}${pathname.replace(/[^/]*\/?$/, "")}?${[...searchParams.keys()].sort().join("&")}`;
}

/**
 * Keeps of what was found only what can be services: links on the portal, whose words are no navigation, and whose
 * addresses are built alike. A stray link in a list (help, the next page, another site) is built otherwise than the
 * services around it.
 */
export function onlyServices(elements: readonly Element[]): readonly HTMLAnchorElement[] {
  const links: { readonly link: HTMLAnchorElement; readonly url: URL; readonly shape: string }[] = [];
  const counts = new Map<string, number>();
  for (const link of elements) {
    if (!(link instanceof HTMLAnchorElement) || link.protocol !== "https:" || !isPortalHost(link.hostname)) continue;
    const text = titleOf(link);
    if (text.length < 3 || notServices.test(text) || startWords.test(text)) continue;
    const url = new URL(link.href);
    const shape = shapeOf(url);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    links.push({ link, url, shape });
  }
  const most = Math.max(...counts.values());
  return links
    .filter(({ shape, url }) => ((counts.get(shape) ?? 0) >= 3 && (counts.get(shape) ?? 0) * 4 >= most) || pathOfService.test(url.pathname + url.search))
    .filter(({ url }) => url.pathname !== "/" || url.search !== "")
    .map(({ link }) => link);
}

/** my.gov.ge and its subdomains: the only hosts whose links the extension keeps or follows. */
export function isPortalHost(host: string): boolean {
  return host === "my.gov.ge" || host.endsWith(".my.gov.ge");
}

/** A link's own name: its heading where it has one, else its text without badges. */
export function titleOf(link: Element): string {
  const heading = link.querySelector("h1, h2, h3, h4, h5, h6, [role=heading], strong, b");
  return textOf(heading && textOf(heading) !== "" ? heading : link) || (link.getAttribute("aria-label") ?? "").trim();
}

/** A link as the favourites keep it. */
export function describeService(link: HTMLAnchorElement): ServiceLink {
  const url = new URL(link.href);
  url.hash = "";
  return { url: url.href, title: titleOf(link).slice(0, 160), category: categoryAround(link), needsCard: saysCard(link) };
}
