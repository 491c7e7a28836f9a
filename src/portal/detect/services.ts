// Links to services, by the words around them: for pages whose elements the site data does not know.
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { isPortalHost } from "../../platform/portalHost.ts";
import { categoryOf } from "./categories.ts";
import { findServicePage, saysStart } from "./servicePage.ts";
import { groupNames, textOf } from "./text.ts";
import { closestTo, documentOf, firstWithin, holds, within } from "./unshadowed.ts";

/** Where a page keeps what is not its content. */
const apart = "nav, header, footer, [role=navigation], [role=banner], [role=contentinfo], [role=dialog], form";
/** What links in lists of services say when they are no services. */
const notServices = new Set(
  ["მთავარი", "გასვლა", "წინ", "შემდეგი", "წინა", "მეტი", "ყველა", "ყველას ნახვა", "ყველა სერვისი", "სერვისები", "დახმარება", "კონტაქტი", "პროფილი", "პროფილის რედაქტირება", "წესები და პირობები", "რეგისტრაცია", "ძებნა", "დაწვრილებით", "გაუქმება", "შენახვა", "english", "ქართული", "home", "login", "logout", "log out", "help", "contact", "search", "more", "next", "previous"],
);
/** No word of those above is longer, nor one that begins a service. */
const longestWord = 40;

/** What they begin with: how to get in is no service, either. */
const otherBeginnings = ["გამოყენების წესი", "terms", "უკან", "შესვლა", "შემოსვლა", "როგორ"];

/** Whether a link's own words say that it leads to something else than a service. */
function saysOther(text: string): boolean {
  // Without patterns: the browser would make machine code of each, which on most pages takes longer than all the links.
  const low = text.toLowerCase();
  return otherBeginnings.some((one) => low.startsWith(one)) || low.includes("გვერდზე") || Number(low) >= 0 || (low.length <= longestWord && (notServices.has(low) || saysStart(low)));
}

const saysServices = /(^|\s)(ელექტრონული |ელ-)?სერვის|(^|\s)მომსახურებ|\bservices?\b/i;
/** The address of one service: below the list of all, and no step of its application. */
const pathOfService = /\/(e-?)?(services?|servis(i|ebi)?|serv)(\/|\?id=|\/?\?service=)[^/?]+\/?$/i;
const wantsCard = /(ბარათით|პირადობის მოწმობ|ელექტრონული ხელმოწერ|ციფრული ხელმოწერ|ციფრულად ხელმოწერ|needs? (the )?card)/i;

/** The element that carries a link's own small print: the list entry, row or card around it. */
function entryOf(link: Element): Element {
  const entry = closestTo(link, "li, tr, article, [role=listitem], [role=row], [role=article]") ?? link.parentElement ?? link;
  // An entry with several links in it speaks for none of them.
  return within(entry, "a[href]").length > 1 ? link : entry;
}

/** The words of an entry that say it wants the card or a signature. */
export function saysCard(link: Element): boolean {
  const entry = entryOf(link);
  const spoken = within(entry, "[title], [aria-label], img[alt]").map((one) => one.getAttribute("title") ?? one.getAttribute("aria-label") ?? one.getAttribute("alt") ?? "");
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
  for (const link of within(document, "a[href]")) {
    if (!(link instanceof HTMLAnchorElement) || link.protocol !== "https:" || link.href.split("#", 1)[0] === here || link.hasAttribute("download")) continue;
    if (!isPortalHost(link.hostname) || closestTo(link, apart) || (sheet && holds(sheet, link))) continue;
    const text = titleOf(link);
    if (text.length < 3 || text.length > 160 || saysOther(text)) continue;
    const inService = pathOfService.test(link.pathname + link.search);
    if (inService || [...groupNames(link)].some((name) => categoryOf(name) !== null || saysServices.test(name))) found.push(link);
  }
  return found;
}

/** An address taken apart as far as it is looked at here. */
interface Address {
  readonly path: string;
  /** With its question mark; "" for none. */
  readonly query: string;
  /** How it is built: its folder and the names of its parameters. */
  readonly shape: string;
}

/** @returns null for an address that is not the portal's. */
function addressOf(link: HTMLAnchorElement, written: string, { protocol, hostname }: Where): Address | null {
  // Most are written from the root, and need no parsing: a page may have a thousand.
  if (protocol === "https:" && written.startsWith("/") && !unplain.some((one) => written.includes(one))) {
    const [whole = ""] = written.split("#", 1);
    const [path = "/"] = whole.split("?", 1);
    const query = whole.slice(path.length);
    return isPortalHost(hostname) ? addressFrom(hostname, path, query === "?" ? "" : query) : null;
  }
  return link.protocol === "https:" && isPortalHost(link.hostname) ? addressFrom(link.hostname, link.pathname, link.search) : null;
}

/** What makes an address that is written from the root another one than it says. */
const unplain = ["//", "/.", "./", "\\", " ", "\t", "\n", "\r", "\f"];

function addressFrom(host: string, path: string, query: string): Address {
  const names = query === "" ? "" : [...new URLSearchParams(query).keys()].sort().join("&");
  return { path, query, shape: `${host}${folderOf(path)}?${names}` };
}

/** A path without its last step, whether or not it ends with a stroke. */
function folderOf(path: string): string {
  const end = path.endsWith("/") ? path.length - 1 : path.length;
  return path.slice(0, path.lastIndexOf("/", end - 1) + 1);
}

/** The page's own address, read once: each look at the browser's own object asks the browser. */
function asRead(location: Location | undefined): Where {
  return { protocol: location?.protocol ?? "", hostname: location?.hostname ?? "" };
}

type Where = Pick<Location, "protocol" | "hostname">;

interface Judged {
  readonly written: string;
  readonly words: string;
  readonly address: Address | null;
}

/** What was thought of a link, and of which address and words: a page with a thousand of them changes somewhere else, again and again. */
const judged = new WeakMap<HTMLAnchorElement, Judged>();

/** @returns the address of a link that may be a service by itself. */
function candidate(link: HTMLAnchorElement, here: Where): Address | null {
  const written = link.getAttribute("href") ?? "";
  const words = link.textContent;
  const known = judged.get(link);
  if (known && known.written === written && known.words === words) return known.address;
  const text = titleOf(link);
  const address = text.length < 3 || saysOther(text) ? null : addressOf(link, written, here);
  // An address that begins where the page is means another one after a step within the page.
  if (words && (written.startsWith("/") || written.startsWith("https://"))) judged.set(link, { written, words, address });
  return address;
}

/**
 * Keeps of what was found only what can be services: links on the portal, whose words are no navigation, and whose
 * addresses are built alike. A stray link in a list (help, the next page, another site) is built otherwise than the
 * services around it.
 */
export function onlyServices(elements: readonly Element[]): readonly HTMLAnchorElement[] {
  const links: { readonly link: HTMLAnchorElement; readonly address: Address }[] = [];
  const counts = new Map<string, number>();
  const here = asRead(elements[0] && documentOf(elements[0]).location);
  for (const link of elements) {
    const address = link instanceof HTMLAnchorElement ? candidate(link, here) : null;
    if (!(link instanceof HTMLAnchorElement) || !address) continue;
    counts.set(address.shape, (counts.get(address.shape) ?? 0) + 1);
    links.push({ link, address });
  }
  const most = Math.max(...counts.values());
  return links
    .filter(({ address: { shape, path, query } }) => ((counts.get(shape) ?? 0) >= 3 && (counts.get(shape) ?? 0) * 4 >= most) || pathOfService.test(path + query))
    .filter(({ address: { path, query } }) => path !== "/" || query !== "")
    .map(({ link }) => link);
}

/** A link's own name: its heading where it has one, else its text without badges. */
export function titleOf(link: Element): string {
  const heading = link.firstElementChild && firstWithin(link, "h1, h2, h3, h4, h5, h6, [role=heading], strong, b");
  return (heading && textOf(heading)) || textOf(link) || (link.getAttribute("aria-label") ?? "").trim();
}

/** What a service is called, and where it is. */
export function nameService(link: HTMLAnchorElement): Pick<ServiceLink, "url" | "title"> {
  return { url: link.href.split("#", 1)[0] ?? "", title: titleOf(link).slice(0, 160) };
}

/** A link as the favourites keep it. */
export function describeService(link: HTMLAnchorElement): ServiceLink {
  return { ...nameService(link), category: categoryAround(link), needsCard: saysCard(link) };
}
