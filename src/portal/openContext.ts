import type { PageStart } from "../platform/pageMessages.ts";
import type { PageContext } from "./feature.ts";
import { findAnchors } from "./findAnchors.ts";
import { openOverlay } from "./overlay.ts";
import { textsOf } from "./pageTexts.ts";
import { watchPage } from "./pageWatch.ts";
import { world } from "./world.ts";

/** What features get, whichever script brings them: all of it ends with `signal`. @param typedIn where the person typed before */
export function openContext(document: Document, signal: AbortSignal, start: PageStart, typedIn: Set<Element> = new Set()): PageContext {
  return {
    document,
    signal,
    overlay: openOverlay(document, signal),
    watch: watchPage(document, signal),
    together: { starts: world.starts ?? { leaving: 0, stayed: new Set() }, typedIn, beforeSending: [] },
    find: (id) => findAnchors(document, id),
    signingIn: start.signingIn,
    favourites: start.favourites,
    t: textsOf(start),
  };
}
