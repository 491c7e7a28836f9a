import { type Detection, only } from "./detect/detection.ts";
import { forgetPage, pageFacts, rememberPage } from "./detect/page.ts";
import { findServicePage } from "./detect/servicePage.ts";
import { findServiceLinks, onlyServices } from "./detect/services.ts";
import { bySiteData, type Found } from "./sites/bySiteData.ts";
import type { AnchorId } from "./sites/site.ts";
import { world } from "./world.ts";
import { anyForm, firstWithin } from "./detect/unshadowed.ts";

/** What every page is looked at for. */
const first: Pick<Detection, "detectors" | "sense"> = {
  detectors: { "service-link": findServiceLinks, "service-page": findServicePage },
  sense: { "service-link": onlyServices, "service-page": only },
};
const known: Pick<Detection, "detectors" | "sense">[] = [first];

/** From now on what this part finds is found. Until then its anchors are known to the site data alone. */
export function learn(detection: Detection): void {
  known.push(detection);
  detection.share(pageFacts);
  forgetAnchors();
}

/** Whether the words of a page lead to this anchor by now: its part is there. */
export function knowsWords(id: AnchorId): boolean {
  return known.some(({ detectors }) => detectors[id]);
}

/** Without one of these in the page there is nothing to find, neither by site data nor by words. Forms may be elsewhere: [Note: forms within]. */
const needs: Readonly<Partial<Record<AnchorId, string>>> = {
  "password-form": anyForm,
  "document-store": "input[type=file]",
  // Tables, or lists whose entries have named facts.
  "personal-table": "table, [role=table], [role=grid], li dt, [role=listitem] dt",
};

/**
 * What the headings of a page have to say, in small letters, before its words are looked at more closely: one look at one
 * short text in place of patterns that the browser would first have to make machine code of. No detector finds anything in a
 * page without one of its words here (tests/e2e/drift.test.ts).
 */
export const headWords: Readonly<Partial<Record<AnchorId, readonly string[]>>> = {
  answer: ["პასუხ", "answer", "reply"],
  terms: ["წეს", "პირობ", "terms"],
  "service-terms": ["წეს", "პირობ", "terms"],
  notice: ["შეტყობინებ", "notifications", "notices"],
  "personal-page": ["გვერდი", "კაბინეტი", "page"],
  registration: ["რეგისტრ", "registration", "register"],
};

/** The elements a feature looks for: by the newest generation of site data that matches, else by the page's words. */
export function lookFor(document: Document, id: AnchorId): Found {
  const remembered = remembering ? memory.get(id) : undefined;
  if (remembered) return remembered;
  const found = search(document, id);
  if (remembering) memory.set(id, found);
  return found;
}

// Features look at the same page in the same moment: while nothing changes in it, what one of them found is what the next one
// would find (pageWatch.ts begins and ends it).
const memory = new Map<AnchorId, Found>();
const there = new Map<string, boolean>();
let remembering = false;

export function rememberAnchors(on: boolean): void {
  remembering = on;
  rememberPage(on);
}

/** Something in the page has changed, or nobody looks any more. */
export function forgetAnchors(): void {
  memory.clear();
  there.clear();
  forgetPage();
}

/** Whether the page has an element of a selector. */
export function has(document: Document, selector: string): boolean {
  const remembered = remembering ? there.get(selector) : undefined;
  if (remembered !== undefined) return remembered;
  const found = firstWithin(document, selector) !== null;
  if (remembering) there.set(selector, found);
  return found;
}

function search(document: Document, id: AnchorId): Found {
  const need = needs[id];
  if (need !== undefined && !has(document, need)) return { elements: [], by: null };
  const bySite = bySiteData(document, id, (hit) => sensible(id, hit));
  if (bySite) return bySite;
  const detector = known.find(({ detectors }) => detectors[id])?.detectors[id];
  if (!detector || !headSays(document, id)) return { elements: [], by: null };
  const elements = sensible(id, detector(document));
  return { elements, by: elements.length > 0 ? "words" : null };
}

/** Whether the headings have one of the words without which this anchor is in no page. */
export function headSays(document: Document, id: AnchorId): boolean {
  const words = headWords[id];
  return !words || words.concat(world.pageMap?.words?.[id] ?? []).some((one) => pageFacts(document).head.includes(one));
}

function sensible(id: AnchorId, elements: readonly Element[]): readonly Element[] {
  return elements.length === 0 ? elements : (known.find(({ sense }) => sense[id])?.sense[id]?.(elements) ?? elements);
}

export function findAnchors(document: Document, id: AnchorId): readonly Element[] {
  return lookFor(document, id).elements;
}
