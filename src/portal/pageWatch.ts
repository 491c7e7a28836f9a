import { forgetAnchors, rememberAnchors } from "./findAnchors.ts";
import { listen, mayHoldMore, ofPage } from "./detect/unshadowed.ts";

// One MutationObserver for all features: pages that re-render themselves change a thousand nodes at once, and each
// feature looking for itself would pay a thousand times.

export interface PageWatch {
  /** Calls `look` with `begin` or soon after, and again after each burst of changes in the page, until the signal aborts. */
  onChange(look: () => void): void;
  /** All features are there: the first look, at once. */
  begin(): void;
  /** Draws when a round of looks is over, with what the others draw, so that nothing moves what was drawn a moment before; at once where none is on. */
  draw(act: () => void): void;
  /** What changes in there counts, too: a root that no search of the page enters. */
  observe(root: Node): void;
  /** Calls a quick look now, and a moment after the first change of each burst, whatever else the page does. */
  soon(look: () => void): void;
}

/** So soon after a change. */
const soonMs = 30;
/** Changes come in bursts; a look costs layout. At most this often, */
const restMs = 150;
/** and on a page that never rests at most one part in so many of its time, but never later than this. */
const share = 20;
const mostRestMs = 2_000;
/** No longer at once: whoever does something in the page meanwhile waits no longer for it. */
const sliceMs = 4;

export function watchPage(document: Document, signal: AbortSignal): PageWatch {
  const looks: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  let idle: number | null = null;
  let last = 0;
  let spent = 0;
  let due: (() => void)[] = [];
  let again = false;
  let begun = false;
  let looking = false;
  let drawings: (() => void)[] = [];
  /** As many looks as there is time for now; the page's own work goes between them. @param most milliseconds */
  const run = (most: number): void => {
    idle = null;
    if (due.length === 0) {
      due = [...looks];
      again = false;
      looking = true;
      spent = 0;
    }
    const began = performance.now();
    rememberAnchors(true);
    try {
      do due.shift()?.();
      while (due.length > 0 && performance.now() - began < most);
    } finally {
      rememberAnchors(false);
      last = performance.now();
      spent += last - began;
      if (due.length > 0) idle = requestIdleCallback(slice, { timeout: 200 });
      else {
        looking = false;
        const drawn = drawings;
        drawings = [];
        forgetAnchors();
        if (again) schedule();
        for (const act of drawn) drawAlone(act);
      }
    }
  };
  const slice = (deadline: IdleDeadline): void => run(Math.min(sliceMs, deadline.timeRemaining() - 2));
  function schedule(): void {
    // What changes between two looks of a round is for the next round.
    if (due.length > 0) again = true;
    if (timer !== null || idle !== null || signal.aborted || !begun) return;
    // The page's own work goes first.
    const idly = (): void => void (idle = requestIdleCallback(slice, { timeout: 500 }));
    const rest = last === 0 ? 0 : Math.min(mostRestMs, Math.max(restMs, share * spent)) - (performance.now() - last);
    if (rest <= 0) return idly();
    timer = setTimeout(() => {
      timer = null;
      idly();
    }, rest);
  }
  const quick: (() => void)[] = [];
  let soon: ReturnType<typeof setTimeout> | null = null;
  const observer = new MutationObserver(() => {
    forgetAnchors();
    schedule();
    if (quick.length === 0) return;
    soon ??= setTimeout(() => {
      soon = null;
      for (const look of quick) look();
    }, soonMs);
  });
  const observe = (root: Node): void => {
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter: ["href", "class", "style", "hidden", "open", "role", "aria-label"] });
    schedule();
  };
  observe(ofPage(document, "documentElement"));
  // What a frame or a component has in it by now changes nothing in the page: it says so when it is loaded, or somebody comes to it.
  listen(document, ["load", "focusin"], ({ target }) => target instanceof Element && mayHoldMore(target) && schedule(), { signal, capture: true });
  // A step within the same document: pages that draw themselves change their address first and their content later.
  addEventListener("popstate", schedule, { signal });
  addEventListener("resize", schedule, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    if (soon !== null) clearTimeout(soon);
    if (idle !== null) cancelIdleCallback(idle);
  });
  return {
    observe,
    onChange: (look) => {
      looks.push(look);
      schedule();
    },
    begin: () => {
      begun = true;
      // In one go with what the features have just put into the page: all of it is drawn once.
      if (looks.length > 0 && !signal.aborted) run(Infinity);
    },
    draw: (act) => {
      if (looking) drawings.push(act);
      else act();
    },
    soon: (look) => {
      quick.push(look);
      look();
    },
  };
}

/** One drawing that fails on a strange page keeps nobody else's from it. */
function drawAlone(act: () => void): void {
  try {
    act();
  } catch (cause) {
    reportError(cause);
  }
}
