// The person's favourites menu (terms of use, "რჩეული მენიუ"): pure, every change gives a new menu, so that undo is the
// menu before.
import type { ServiceLink } from "../platform/pageMessages.ts";

export interface Favourite extends ServiceLink {
  /** Name of the group it stands in; "" for none. */
  readonly group: string;
}

export interface Favourites {
  /** In the person's own order. */
  readonly entries: readonly Favourite[];
  /** Services followed lately, newest first. */
  readonly recent: readonly ServiceLink[];
}

export const noFavourites: Favourites = { entries: [], recent: [] };

const mostEntries = 500;
const mostRecent = 12;

const same = (url: string) => (one: ServiceLink): boolean => one.url === url;

export function isFavourite({ entries }: Favourites, url: string): boolean {
  return entries.some(same(url));
}

/** Puts a service at the end, or takes it out. A full menu stays as it is. */
export function toggle(menu: Favourites, service: ServiceLink): Favourites {
  if (isFavourite(menu, service.url)) return remove(menu, service.url);
  return menu.entries.length >= mostEntries ? menu : { ...menu, entries: [...menu.entries, { ...service, group: "" }] };
}

export function remove(menu: Favourites, url: string): Favourites {
  return { ...menu, entries: menu.entries.filter((one) => one.url !== url) };
}

/** Moves an entry to the place of another one (before it when it comes from below, after it when from above). */
export function moveTo(menu: Favourites, url: string, place: number): Favourites {
  const from = menu.entries.findIndex(same(url));
  const moved = menu.entries[from];
  if (!moved) return menu;
  const entries = menu.entries.filter((_, i) => i !== from);
  entries.splice(Math.min(Math.max(place, 0), entries.length), 0, moved);
  return { ...menu, entries };
}

/** @param group "" takes it out of its group. */
export function putInGroup(menu: Favourites, url: string, group: string): Favourites {
  return { ...menu, entries: menu.entries.map((one) => (one.url === url ? { ...one, group: group.trim().slice(0, 60) } : one)) };
}

/**
 * Takes one change back, and leaves alone what has happened to the menu since: a star in a page, another window.
 * @param before the menu before that change
 * @param after with it
 * @param now as it is
 */
export function takeBack(before: Favourites, after: Favourites, now: Favourites): Favourites {
  const stayed = before.entries.filter(({ url }) => isFavourite(now, url) || !isFavourite(after, url));
  const come = now.entries.filter(({ url }) => !isFavourite(after, url) && !isFavourite(before, url));
  return { ...now, entries: [...stayed, ...come] };
}

export function groupsOf({ entries }: Favourites): readonly string[] {
  return [...new Set(entries.map((one) => one.group).filter((group) => group !== ""))];
}

export function noteUse(menu: Favourites, service: ServiceLink): Favourites {
  return { ...menu, recent: [service, ...menu.recent.filter((one) => one.url !== service.url)].slice(0, mostRecent) };
}

const georgian = /[\u{10d0}-\u{10ff}]/u;

/**
 * A page names its services anew at each visit: titles, categories and marks of known ones follow. A page in another
 * language takes no Georgian name away, and one that marks no service says nothing of marks.
 */
export function refresh(menu: Favourites, seen: readonly ServiceLink[]): Favourites {
  const byUrl = new Map(seen.map((one) => [one.url, one]));
  const marks = seen.some(({ needsCard }) => needsCard);
  let changed = false;
  const entries = menu.entries.map((one) => {
    const now = byUrl.get(one.url);
    if (!now) return one;
    const title = georgian.test(one.title) && !georgian.test(now.title) ? one.title : now.title;
    const needsCard = marks ? now.needsCard : one.needsCard;
    const category = now.category ?? one.category;
    if (title === one.title && needsCard === one.needsCard && category === one.category) return one;
    changed = true;
    return { ...one, title, needsCard, category };
  });
  return changed ? { ...menu, entries } : menu;
}
