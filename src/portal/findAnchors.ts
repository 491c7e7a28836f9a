import { findServiceLinks } from "./detect/services.ts";
import { findServicePage } from "./detect/servicePage.ts";
import { generations } from "./sites/myGovGe.ts";
import type { AnchorId } from "./sites/site.ts";

type Detector = (document: Document) => readonly Element[];

/** How an anchor is found without site data. */
const detectors: Readonly<Partial<Record<AnchorId, Detector>>> = {
  "service-link": findServiceLinks,
  "service-page": findServicePage,
};

/**
 * The elements a feature looks for: by the newest generation of site data that matches, else by the page's words.
 * @returns in document order; empty when the page has none.
 */
export function findAnchors(document: Document, id: AnchorId): readonly Element[] {
  for (const { anchors } of generations) {
    const rule = anchors[id];
    const found = rule ? [...document.querySelectorAll(rule.selector)] : [];
    if (found.length > 0) return found;
  }
  return detectors[id]?.(document) ?? [];
}
