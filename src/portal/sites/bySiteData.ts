import { generations } from "./myGovGe.ts";
import type { AnchorId } from "./site.ts";

/** Elements of the page and what they were found by: the name of a generation of site data, or "words". */
export interface Found {
  /** In document order; empty when the page has none. */
  readonly elements: readonly Element[];
  readonly by: string | null;
}

/**
 * What the newest generation of site data that matches finds.
 * @param sensible what of it can be meant
 * @returns null when none does
 */
export function bySiteData(document: Document, id: AnchorId, sensible: (elements: readonly Element[]) => readonly Element[] = (all) => all): Found | null {
  for (const { name, anchors } of generations) {
    const rule = anchors[id];
    const hit = rule ? document.querySelectorAll(rule.selector) : null;
    if (!hit || hit.length === 0) continue;
    const elements = sensible([...hit]);
    if (elements.length > 0) return { elements, by: name };
  }
  return null;
}

/** One selector for all of these anchors, in any generation: a page that has none of them is asked once. */
export function anySelector(ids: readonly AnchorId[]): string {
  return generations.flatMap(({ anchors }) => ids.flatMap((id) => anchors[id]?.selector ?? [])).join();
}
