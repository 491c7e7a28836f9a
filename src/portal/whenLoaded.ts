import { listen, ofPage } from "./detect/unshadowed.ts";
/** Whoever does one of these wants the tools now. Not those that a page makes by itself (a field that takes the focus), nor a pointer on its way. */
const doings = ["pointerdown", "keydown", "input", "change", "drop"] as const;
/** A page whose pictures never come, or that shows nothing, is loaded by then. */
const patienceMs = 2_000;
/** One that never rests gives the tools their turn by then. */
const restMs = 1_000;
/** The same once they have come, and only have to start. */
const shortMs = 500;

/**
 * Calls back once, in a page's top document: when the page is loaded and in sight, and the browser has nothing else to do. Its own
 * work goes first. When somebody does something in it, as soon as its elements are there.
 * @returns does it for somebody who asks in another way
 */
export function whenLoaded(document: Document, act: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const begin = (): void => {
    if (signal.aborted) return;
    listening.abort();
    act();
  };
  const parsed = (then: () => void): void => {
    if (ofPage(document, "readyState") === "loading") listen(document, "DOMContentLoaded", then, { once: true, signal });
    else then();
  };
  const rest = (): void => void requestIdleCallback(begin, { timeout: restMs });
  const loaded = (): void => {
    // Nobody is kept waiting for a picture that nobody sees.
    if (ofPage(document, "hidden")) rest();
    else whenShown(rest);
  };
  const heard = ({ isTrusted }: Event): void => {
    if (isTrusted) parsed(begin);
  };
  listen(document, doings, heard, { signal, capture: true, passive: true });
  parsed(() => setTimeout(begin, patienceMs));
  if (ofPage(document, "readyState") === "complete") loaded();
  else addEventListener("load", loaded, { once: true, signal });
  return () => parsed(begin);
}

/** The browser has nothing else to do; or somebody types, who is not left to wait. @param typed where they did before */
export function rested(document: Document, typed?: ReadonlySet<Element>): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => resolve();
    if (typed?.size) return go();
    listen(document, "input", go, { once: true, capture: true });
    requestIdleCallback(go, { timeout: shortMs });
  });
}

/** Calls back when something of the page has been in sight, which is a moment after it was drawn. */
function whenShown(then: () => void): void {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: "paint", buffered: true });
}
