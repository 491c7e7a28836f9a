// [Note: one host] Everything the extension shows in a page hangs under one element after the body, in a closed shadow
// root: the page's own tree is not touched, so its scripts and style sheets see no stranger among their elements, no
// layout moves, and taking the host away leaves the page byte for byte as it was.
import { make, ofPage } from "./detect/unshadowed.ts";

export interface Overlay {
  /** Where features put their elements. */
  readonly root: ShadowRoot;
  /** Adds rules, once for all who need the same. They go with the host. Read in a microtask: whoever measures does it after that. */
  addStyle(css: string): void;
  /** An element that several features share, by its class; made for the first of them. */
  place(className: string): HTMLElement;
}

const style = `
:host { all: initial; position: absolute; inset: 0 auto auto 0; width: 0; height: 0; z-index: 2147483646; color-scheme: light dark; }
:host(:popover-open) { border: 0; padding: 0; }
button:focus-visible { outline: 3px solid light-dark(#b4560f, #ffb36b); outline-offset: 2px; }
@media print { :host { display: none; } }
`;

/**
 * Puts the host into the page until `signal` aborts. A page that removes it (some frameworks replace whatever they
 * find) gets it back, three times; after that the page has said that it does not want it.
 */
export function openOverlay(document: Document, signal: AbortSignal): Overlay {
  const host = make(document, "moqalaqe-overlay");
  // The page's own attachShadow can't be in the way: content scripts have their own copies of the browser's functions.
  const root = host.attachShadow({ mode: "closed" });
  // One sheet for all: whoever comes in the same moment is read with the others, before anything is drawn.
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  const rules = new Set<string>();
  let reading = false;
  const addStyle = (css: string): void => {
    if (rules.has(css)) return;
    rules.add(css);
    if (reading) return;
    reading = true;
    queueMicrotask(() => {
      reading = false;
      sheet.replaceSync([...rules].join(""));
    });
  };
  addStyle(style);
  let patience = 3;
  const observer = new MutationObserver(() => {
    if (host.isConnected || patience === 0) return;
    patience -= 1;
    ofPage(document, "documentElement").append(host);
  });
  ofPage(document, "documentElement").append(host);
  observer.observe(ofPage(document, "documentElement"), { childList: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    host.remove();
  });
  const places = new Map<string, HTMLElement>();
  return {
    root,
    addStyle,
    place: (className) => {
      const known = places.get(className) ?? make(document, "div");
      known.className = className;
      places.set(className, known);
      if (!known.isConnected) root.append(known);
      return known;
    },
  };
}
