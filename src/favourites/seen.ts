// Services that the portal's pages have listed: what the menu's search knows of besides the page it lies over. The portal's
// own offer, not the person's data, and kept so: what may name somebody is left out.
import type { ServiceLink } from "../platform/pageMessages.ts";

const mostKept = 1_500;
const longestUrl = 300;
/**
 * One service below the list of all, or of a group's, in a language that the address names (ka, ka-ge). Under other addresses stands
 * what a person has: their flats, their fines.
 */
const pathOfService = /^\/(?:\p{L}{2}(?:-\p{L}{2})?\/)?(?:(?:services|categories)\/[^/]+\/)?(?:e-?)?(?:services?|servisebi|servisi|servis|serv)\/[^/]+\/?$/iu;
/** So many digits, with blanks and hyphens or without, are somebody's number, not a service's name. */
const number = /\d(?:[\s\p{Pd}.]*\d){4}/u;
const uuid = /[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}/iu;

/** Another address, one with a question, and a number in either may be of one person's case. */
function isOffer({ url, title }: ServiceLink): boolean {
  if (url.length > longestUrl || url.includes("?") || !pathOfService.test(new URL(url).pathname)) return false;
  return !number.test(url) && !uuid.test(url) && !number.test(title);
}

/** A service's own page does not say its category; a list of the portal's did. */
export function withCategory(service: ServiceLink, seen: readonly ServiceLink[]): ServiceLink {
  return service.category === null ? { ...service, category: seen.find(({ url }) => url === service.url)?.category ?? null } : service;
}

/**
 * Puts what a page lists before what was known: the newest first, each once. A page that names no category takes none away,
 * and one that marks no service as wanting the card says nothing of that.
 * @returns the very same list when nothing new was said
 */
export function addSeen(known: readonly ServiceLink[], listed: readonly ServiceLink[]): readonly ServiceLink[] {
  const before = new Map(known.map((one) => [one.url, one]));
  const marks = listed.some(({ needsCard }) => needsCard);
  const now = new Map<string, ServiceLink>();
  for (const one of listed) {
    if (!isOffer(one)) continue;
    const old = before.get(one.url);
    now.set(one.url, { ...one, category: one.category ?? old?.category ?? null, needsCard: marks ? one.needsCard : (old?.needsCard ?? false) });
  }
  const same = [...now.values()].every((one) => {
    const old = before.get(one.url);
    return old?.title === one.title && old.category === one.category && old.needsCard === one.needsCard;
  });
  return same ? known : [...now.values(), ...known.filter(({ url }) => !now.has(url))].slice(0, mostKept);
}
