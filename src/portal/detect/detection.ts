import type { AnchorId } from "../sites/site.ts";
import type { PageFacts } from "./page.ts";

export type Detector = (document: Document) => readonly Element[];

/** How the anchors of one part of the tools are found; each part brings its own. See: [Note: tools in parts]. */
export interface Detection {
  /** Without site data. */
  readonly detectors: Readonly<Partial<Record<AnchorId, Detector>>>;
  /** Site data and words alike can hit a stray: what is found must also make sense together. */
  readonly sense: Readonly<Partial<Record<AnchorId, (elements: readonly Element[]) => readonly Element[]>>>;
  /** A part is a script of its own: what every detector asks of a page is asked where all parts ask. */
  readonly share: (facts: (document: Document) => PageFacts) => void;
}

/** Two of what there is one of is none. */
export function only(elements: readonly Element[]): readonly Element[] {
  return elements.length === 1 ? elements : [];
}
