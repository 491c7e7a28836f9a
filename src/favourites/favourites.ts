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

export const mostEntries = 500;
const mostRecent = 12;

const same = (url: string) => (one: ServiceLink): boolean => one.url === url;

export function isFavourite({ entries }: Favourites, url: string): boolean {
  return entries.some(same(url));
}

/** A further one finds no room. */
export function isFull({ entries }: Favourites): boolean {
  return entries.length >= mostEntries;
}

/** Puts a service at the end, or takes it out. A full menu stays as it is. */
export function toggle(menu: Favourites, service: ServiceLink): Favourites {
  if (isFavourite(menu, service.url)) return remove(menu, service.url);
  return isFull(menu) ? menu : { ...menu, entries: [...menu.entries, { ...service, group: "" }] };
}

export function remove(menu: Favourites, url: string): Favourites {
  return { ...menu, entries: menu.entries.filter((one) => one.url !== url) };
}

/**
 * The entries group by group, those in none first: as they are shown, and where moving one leaves the others.
 * @param groups in the order wanted; groups that it does not name follow
 */
function byGroup(entries: readonly Favourite[], groups: readonly string[]): readonly Favourite[] {
  const order = new Set(["", ...groups, ...entries.map((one) => one.group)]);
  return [...order].flatMap((group) => entries.filter((one) => one.group === group));
}

/** In the order in which the menu shows them: those in no group first, then group after group. */
export function shownOrder(menu: Favourites): readonly Favourite[] {
  return byGroup(menu.entries, groupsOf(menu));
}

/** Moves an entry to the place of another one (before it when it comes from below, after it when from above). Its group stays where it is. */
export function moveTo(menu: Favourites, url: string, place: number): Favourites {
  const from = menu.entries.findIndex(same(url));
  const moved = menu.entries[from];
  if (!moved) return menu;
  const entries = menu.entries.filter((_, i) => i !== from);
  entries.splice(Math.min(Math.max(place, 0), entries.length), 0, moved);
  return { ...menu, entries: byGroup(entries, groupsOf(menu)) };
}

/** Puts an entry where another one stands, in that one's group. */
export function dropOn(menu: Favourites, url: string, target: string): Favourites {
  const moved = menu.entries.find(same(url));
  const onto = menu.entries.find(same(target));
  if (!moved || !onto || moved === onto) return menu;
  const grouped = moved.group === onto.group ? menu : putInGroup(menu, url, onto.group);
  return moveTo(grouped, url, grouped.entries.findIndex(same(target)));
}

/** Puts an entry at the end of a group. @param group "" takes it out of its group. */
export function putInGroup(menu: Favourites, url: string, group: string): Favourites {
  const moved = menu.entries.find(same(url));
  const name = groupName(group);
  if (!moved || moved.group === name) return menu;
  return { ...menu, entries: byGroup([...menu.entries.filter((one) => one !== moved), { ...moved, group: name }], groupsOf(menu)) };
}

/** Gives a group another name: that of another one puts both together. @param to "" leaves its entries in none. */
export function renameGroup(menu: Favourites, from: string, to: string): Favourites {
  const name = groupName(to);
  if (name === from || !groupsOf(menu).includes(from)) return menu;
  const groups = groupsOf(menu).map((group) => (group === from ? name : group));
  return { ...menu, entries: byGroup(menu.entries.map((one) => (one.group === from ? { ...one, group: name } : one)), groups) };
}

/**
 * The group by its name, or what it is called by now: that of the first of its entries which stands in one.
 * @param urls of its entries at that time
 * @returns null: there is no such group any more
 */
export function groupNow(menu: Favourites, group: string, urls: readonly string[]): string | null {
  if (groupsOf(menu).includes(group)) return group;
  return menu.entries.find((one) => one.group !== "" && urls.includes(one.url))?.group ?? null;
}

/** Moves a group past the one before it (-1) or behind it (1). */
export function moveGroup(menu: Favourites, group: string, by: -1 | 1): Favourites {
  const groups = [...groupsOf(menu)];
  const at = groups.indexOf(group);
  const mate = groups[at + by];
  if (at < 0 || mate === undefined) return menu;
  groups[at + by] = group;
  groups[at] = mate;
  return { ...menu, entries: byGroup(menu.entries, groups) };
}

const groupName = (typed: string): string => typed.trim().slice(0, 60);

/**
 * Takes one change back, and leaves alone what has happened to the menu since: a star in a page, another window.
 * @param before the menu before that change
 * @param after with it
 * @param now as it is
 */
export function takeBack(before: Favourites, after: Favourites, now: Favourites): Favourites {
  const [made, present] = [byUrl(after), byUrl(now)];
  const stayed = before.entries.flatMap((was) => {
    const [then, is] = [made.get(was.url), present.get(was.url)];
    if (!is) return then ? [] : [was];
    // Its group, unless it was put into another one since.
    return [then && then.group !== is.group ? is : { ...is, group: was.group }];
  });
  const come = now.entries.filter(({ url }) => !isFavourite(after, url) && !isFavourite(before, url));
  const staying = (one: Favourite): boolean => made.has(one.url) && present.has(one.url);
  const isMovedSince = !sameOrder(after.entries.filter(staying), now.entries.filter(staying));
  return { ...now, entries: isMovedSince ? inOrderOf(now.entries, [...stayed, ...come]) : [...stayed, ...come] };
}

const byUrl = (menu: Favourites): ReadonlyMap<string, Favourite> => new Map(menu.entries.map((one) => [one.url, one]));

const sameOrder = (one: readonly Favourite[], other: readonly Favourite[]): boolean => one.every(({ url }, i) => other[i]?.url === url);

/** The entries in the order of these; what is not among these goes as far back as it stood. */
function inOrderOf(these: readonly Favourite[], entries: readonly Favourite[]): readonly Favourite[] {
  const ordered = these.flatMap(({ url }) => entries.find(same(url)) ?? []);
  for (const [at, one] of entries.entries()) if (!ordered.includes(one)) ordered.splice(at, 0, one);
  return ordered;
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
  const named = new Map(seen.map((one) => [one.url, one]));
  const marks = seen.some(({ needsCard }) => needsCard);
  let changed = false;
  const entries = menu.entries.map((one) => {
    const now = named.get(one.url);
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
