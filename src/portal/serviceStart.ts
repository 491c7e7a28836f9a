// A service that is started is told at once, by the part that is there from the page's first moment: somebody may know the page
// and click before the tools have come. What becomes of it is for the tools that read (features/consent.ts).
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { readServiceSheet, startControls } from "./detect/serviceSheet.ts";
import { findServicePage } from "./detect/servicePage.ts";
import { bySiteData } from "./sites/bySiteData.ts";
import { closestTo, listen } from "./detect/unshadowed.ts";
import { world } from "./world.ts";

/** Services that were started in this page. */
export interface Starts {
  /** So many were only just started: the page may be on its way out, and what is left to do is the next one's. */
  leaving: number;
  /** To be called when the page has stayed after all. */
  readonly stayed: Set<() => void>;
}

const stayMs = 2_500;

/** The element that describes the one service of this page: as the tools find it (findAnchors.ts). */
function servicePageOf(document: Document): Element | null {
  const found = bySiteData(document, "service-page", (hit) => (hit.length === 1 ? hit : []))?.elements ?? findServicePage(document);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Called once, before anything of the page is there; nothing of it is looked at before a click. Whether it is wanted the service worker knows. */
export function watchStarts(): void {
  const starts: Starts = { leaving: 0, stayed: new Set() };
  world.starts = starts;
  listen(document, "click", (event) => {
    const control = event.isTrusted && event.target instanceof Element ? closestTo(event.target, "a, button, input, [role=button]") : null;
    const place = control && isConnected() ? servicePageOf(document) : null;
    if (!control || !place || !startControls(place).includes(control)) return;
    const sheet = readServiceSheet(document, place);
    if (!sheet) return;
    // The page goes away in a moment, and what was seen is written from the next one; one that draws the next step itself
    // is still here after a while.
    starts.leaving += 1;
    const rest = (): void => {
      starts.leaving -= 1;
      for (const settle of starts.stayed) settle();
    };
    void sendMessage({ kind: "service/started", sheet }).then(() => setTimeout(rest, stayMs), () => (starts.leaving -= 1));
  }, { capture: true });
}
