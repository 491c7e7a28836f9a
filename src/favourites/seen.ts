// Services that the portal's pages have listed: what the menu's search knows of besides the page it lies over. The portal's
// own offer, not the person's data, and kept so: what may name somebody is left out.
import type { ServiceLink } from "../platform/pageMessages.ts";

const mostKept = 1_500;
const longestUrl = 300;
/** So many digits in a row are somebody's number, not a service's name. */
const number = /\d{5}/;

/** An address with a question, or a number in it, may be of one person's case. */
function isOffer({ url, title }: ServiceLink): boolean {
  return url.length <= longestUrl && !url.includes("?") && !number.test(url) && !number.test(title);
}

/**
 * Puts what a page lists before what was known: the newest first, each once. A page that names no category takes none away.
 * @returns the very same list when nothing new was said
 */
export function addSeen(known: readonly ServiceLink[], listed: readonly ServiceLink[]): readonly ServiceLink[] {
  const before = new Map(known.map((one) => [one.url, one]));
  const now = new Map<string, ServiceLink>();
  for (const one of listed) if (isOffer(one)) now.set(one.url, { ...one, category: one.category ?? before.get(one.url)?.category ?? null });
  const same = [...now.values()].every((one) => {
    const old = before.get(one.url);
    return old?.title === one.title && old.category === one.category && old.needsCard === one.needsCard;
  });
  return same ? known : [...now.values(), ...known.filter(({ url }) => !now.has(url))].slice(0, mostKept);
}
