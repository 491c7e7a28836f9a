// Favourites as a file: what export writes and import reads.
import { isFields } from "../codec/fields.ts";
import { type Favourite, type Favourites, mostEntries, noFavourites } from "./favourites.ts";
import { parseServiceLink, parseServiceLinks } from "./link.ts";

const format = "moqalaqe-favourites";

export function exportFavourites({ entries }: Favourites): string {
  return JSON.stringify({ format, version: 1, entries }, null, 2);
}

/** @returns null when the text is no such file. Entries that can't be followed are left out. */
export function importFavourites(text: string): Favourites | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isFields(value) || value["format"] !== format || value["version"] !== 1 || !Array.isArray(value["entries"])) return null;
  return { ...noFavourites, entries: value["entries"].map(parseFavourite).filter((one) => one !== null) };
}

/** What storage gives back, trusted for nothing: a profile may have been edited by hand. */
export function parseFavourites(value: unknown): Favourites {
  if (!isFields(value) || !Array.isArray(value["entries"])) return noFavourites;
  return {
    entries: value["entries"].map(parseFavourite).filter((one) => one !== null),
    recent: parseServiceLinks(value["recent"], 12),
  };
}

/** Adds what the menu does not have yet, at its end. */
export function merge(menu: Favourites, added: Favourites): Favourites {
  const known = new Set(menu.entries.map((one) => one.url));
  const fresh: Favourite[] = [];
  for (const one of added.entries) {
    if (known.has(one.url)) continue;
    known.add(one.url);
    fresh.push(one);
  }
  return { ...menu, entries: [...menu.entries, ...fresh].slice(0, mostEntries) };
}

function parseFavourite(value: unknown): Favourite | null {
  const link = parseServiceLink(value);
  if (!link || !isFields(value)) return null;
  const group = value["group"];
  return { ...link, group: typeof group === "string" ? group.trim().slice(0, 60) : "" };
}
