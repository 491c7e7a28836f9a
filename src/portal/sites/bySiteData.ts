import { builtInDate, builtInGenerations, builtInPages } from "./builtIn.ts";
import { mayComeFromFile } from "./parsePageMap.ts";
import type { AnchorId, ExpectedPage, PageMap, SiteGeneration } from "./site.ts";
import { selectorWorks } from "./selectorWorks.ts";
import { anyForm, isLike, within } from "../detect/unshadowed.ts";
import { world } from "../world.ts";

/** Elements of the page and what they were found by: the name of a generation of site data, or "words". */
export interface Found {
  /** In document order; empty when the page has none. */
  readonly elements: readonly Element[];
  readonly by: string | null;
}

/** What these are is not a file's to say: of what its selector hits, only such elements count. */
const kinds: Readonly<Partial<Record<AnchorId, string>>> = { "service-link": "a[href]", "application-form": anyForm, "profile-form": anyForm };

/** From now on a map from a file counts before the built-in one; null, or one that the extension has overtaken: that alone. */
export function usePageMap(map: PageMap | null): void {
  world.pageMap = map && map.date > builtInDate ? { ...map, generations: map.generations.map(usable) } : undefined;
}

/** What this browser understands: one selector that it does not would spoil those it is asked with. */
function usable({ name, anchors }: SiteGeneration): SiteGeneration {
  return { name, anchors: Object.fromEntries(Object.entries(anchors).filter(([, { selector }]) => selectorWorks(selector))) };
}

function* selectorsOf(id: AnchorId): Generator<{ readonly selector: string; readonly by: string; readonly kind: string | undefined }> {
  if (mayComeFromFile(id)) {
    for (const { name, anchors } of world.pageMap?.generations ?? []) if (anchors[id]) yield { selector: anchors[id].selector, by: name, kind: kinds[id] };
  }
  for (const { name, anchors } of builtInGenerations) if (anchors[id]) yield { selector: anchors[id].selector, by: name, kind: undefined };
}

/**
 * What the newest generation of site data that matches finds.
 * @param sensible what of it can be meant
 * @returns null when none does
 */
export function bySiteData(document: Document, id: AnchorId, sensible: (elements: readonly Element[]) => readonly Element[] = (all) => all): Found | null {
  for (const { selector, by, kind } of selectorsOf(id)) {
    const hit = within(document, selector);
    if (hit.length === 0) continue;
    const elements = sensible(kind === undefined ? hit : hit.filter((one) => isLike(one, kind)));
    if (elements.length > 0) return { elements, by };
  }
  return null;
}

/** What the map that came with the extension finds, whatever a file says: for what is signed. */
export function byBuiltInMap(document: Document, id: AnchorId): readonly Element[] {
  for (const { anchors } of builtInGenerations) {
    const hit = anchors[id] ? within(document, anchors[id].selector) : [];
    if (hit.length > 0) return hit;
  }
  return [];
}

/** One selector for all of these anchors, in any generation: a page that has none of them is asked once. */
export function anySelector(ids: readonly AnchorId[]): string {
  return ids.flatMap((id) => [...selectorsOf(id)].map(({ selector }) => selector)).join();
}

/** Which anchors pages of the portal should have, by their addresses: where one is missing, the portal has changed. */
export function expectedPages(): readonly ExpectedPage[] {
  // A map that expects nothing would say nothing of what it misses.
  const told = world.pageMap?.pages ?? [];
  return told.length > 0 ? told : builtInPages;
}
