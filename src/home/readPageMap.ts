// A page map that the person chose as a file: looked at whole before anything of it is kept.
import { type Day, isoOf } from "../consent/calendar/day.ts";
import { builtIn } from "../portal/sites/builtIn.ts";
import { longestFile, parsePageMap, type Refusal } from "../portal/sites/parsePageMap.ts";
import { selectorWorks } from "../portal/sites/selectorWorks.ts";
import { type AnchorId, anchorIds, type PageMap } from "../portal/sites/site.ts";

export type NotTaken = { readonly why: Exclude<Refusal["refused"], "selector"> | "size" | "unread" | "unkept" } | { readonly why: "selector"; readonly what: string } | { readonly why: "older" | "future"; readonly date: string };

/** The map that is used, of the built-in one and one that was kept. */
export function inUse(kept: PageMap | null): PageMap {
  return kept && kept.date > builtIn.date ? kept : builtIn;
}

/** @param now the map that is used */
export async function readPageMapFile(file: Blob, now: PageMap, today: Day): Promise<PageMap | NotTaken> {
  if (file.size > longestFile) return { why: "size" };
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch (error) {
    return { why: error instanceof SyntaxError ? "format" : "unread" };
  }
  const map = parsePageMap(value);
  if ("refused" in map) return map.refused === "selector" ? { why: "selector", what: map.what ?? "" } : { why: map.refused };
  for (const { anchors } of map.generations) {
    for (const { selector } of Object.values(anchors)) if (!selectorWorks(selector)) return { why: "selector", what: selector };
  }
  // Somewhere it is tomorrow already.
  if (map.date > isoOf(today + 1)) return { why: "future", date: map.date };
  return map.date > now.date ? map : { why: "older", date: map.date };
}

/** Which places a map knows, by its words or in any generation. */
export function placesOf({ generations, words = {} }: PageMap): readonly AnchorId[] {
  return anchorIds.filter((id) => id in words || generations.some(({ anchors }) => anchors[id]));
}
