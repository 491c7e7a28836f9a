// Stars over a page: buttons in the overlay, each at the end of the element it is for. [Note: one host]
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { closestTo, isLike, listen, make, ofPage, parentOf } from "../detect/unshadowed.ts";
import type { FeatureContext } from "../feature.ts";

/** An element of the page and the service it stands for. */
export interface Starred {
  readonly element: Element;
  /** Told only when it is needed: a page may list a thousand, and only those near the window have a star. */
  readonly name: () => Pick<ServiceLink, "url" | "title">;
  /** All that the page says of it, wanted with a click. */
  readonly service: () => ServiceLink;
}

export interface Stars {
  /** Has stars at exactly these elements. */
  show(starred: readonly Starred[], favourites: ReadonlySet<string>): void;
  /** Fills and empties the stars there are. */
  mark(favourites: ReadonlySet<string>): void;
}

// A star on 18 by 18, and what is left out of one that is empty. In the style sheet: a drawing of its own in each of them took
// most of what a star cost.
const outer = "M9 1.1l2.65 5.35 5.9.850-4.27 4.17 1 5.88L9 14.58 3.72 17.35l1-5.88L.45 7.3l5.9-.85z";
const inner = "M9 3.9L7.25 7.5l-4 .57 2.87 2.8-.68 3.95L9 12.95l3.56 1.87-.68-3.95 2.87-2.8-4-.57z";

const css = `
.star { position: absolute; box-sizing: border-box; inline-size: 28px; block-size: 28px; padding: 4px; margin: 0; border: 1px solid transparent; border-radius: 50%; background: light-dark(rgb(255 255 255 / 82%), rgb(29 35 31 / 82%)); color: light-dark(#1d5c4d, #7fcdb6); cursor: pointer; opacity: .72; }
.star:hover, .star:focus-visible, .star[aria-pressed=true] { opacity: 1; }
.star:focus-visible { outline-offset: 1px; }
.star::before { content: ""; display: block; inline-size: 18px; block-size: 18px; background: currentColor; clip-path: path(evenodd, "${outer}${inner}"); }
.star[aria-pressed=true]::before { clip-path: path("${outer}"); }
@media (forced-colors: active) { .star { background: Canvas; color: LinkText; } .star::before { forced-color-adjust: none; background: LinkText; } }
`;
const size = 28;
/** So near the window a link has its star. */
const nearPx = 300;
/** What may bring a link to the window, or show it, without any change in the page's elements: */
const movements = ["scroll", "toggle", "load"] as const;
/** and a person who may unfold something merely by pointing at it. */
const gestures = ["pointermove", "pointerdown", "keydown", "focusin"] as const;
/** What comes into view without any of these, by a style alone, is met after so long. */
const settledMs = 2_000;
/** As many links are simply measured, all at once. */
const mostMeasured = 200;

export function makeStars({ document, signal, overlay, t }: FeatureContext, toggle: (service: ServiceLink) => void): Stars {
  const layer = make(document, "div");
  overlay.root.append(layer);
  overlay.addStyle(css);
  const wanted = new Map<Element, Starred>();
  const buttons = new Map<Element, { readonly button: HTMLButtonElement; url: string; title: string; said: string }>();
  const near = new Set<Element>();
  /** Links that nobody has looked yet whether they are near the window. */
  const fresh = new Set<Element>();
  let favourites: ReadonlySet<string> = new Set();
  let frame = 0;
  const owners = new WeakMap<Element, Element>();
  const pattern = make(document, "button");
  pattern.type = "button";
  pattern.className = "star";
  pattern.hidden = true;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a copy is what its pattern is
  const makeButton = (): HTMLButtonElement => pattern.cloneNode() as HTMLButtonElement;
  // Shown to whoever rests on it: said to everybody else by its label.
  layer.addEventListener("pointerover", ({ target }) => {
    if (target instanceof Element && isLike(target, ".star")) target.setAttribute("title", target.getAttribute("aria-label") ?? "");
  });
  layer.addEventListener("click", (event) => {
    // Only a person's own click: nothing a page's script makes up.
    const button = event.isTrusted && event.target instanceof Element ? closestTo(event.target, "button") : null;
    const starred = button && wanted.get(owners.get(button) ?? button);
    if (!starred) return;
    event.stopPropagation();
    toggle(starred.service());
  });

  const place = (): void => {
    frame = 0;
    // All reads, then all writes: one layout for any number of stars.
    const clips = new Map<Element, DOMRect | null>();
    const origin = overlay.root.host.getBoundingClientRect();
    const { clientWidth, clientHeight } = ofPage(document, "documentElement");
    for (const element of fresh) {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right >= -nearPx && left <= clientWidth + nearPx && bottom >= -nearPx && top <= clientHeight + nearPx && right > left) near.add(element);
    }
    const places = [...near].map((element) => ({ element, at: placeOf(element, origin, clientWidth, clips) }));
    for (const { element, at } of places) {
      if (fresh.has(element)) fill(element);
      const button = buttons.get(element)?.button;
      if (!button) continue;
      button.hidden = at === null;
      if (at) button.style.translate = `${at.x}px ${at.y}px`;
    }
    fresh.clear();
  };
  const placeSoon = (): void => {
    if (frame === 0 && !signal.aborted) frame = requestAnimationFrame(place);
  };
  // A page may list a thousand services: only those near the window get a button and are measured.
  const nearness = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          near.add(target);
          fill(target);
        } else {
          empty(target);
        }
      }
      placeSoon();
    },
    { rootMargin: `${nearPx}px` },
  );
  // Who only reads what the window shows at once needs no observer: it would look at each link anew with every frame.
  let watching = false;
  let settled: ReturnType<typeof setTimeout> | null = null;
  const watchNearness = (): void => {
    if (watching) return;
    watching = true;
    if (settled !== null) clearTimeout(settled);
    for (const element of wanted.keys()) nearness.observe(element);
    fresh.clear();
  };
  listen(document, gestures, watchNearness, { signal, capture: true, passive: true, once: true });
  const moved = (): void => {
    watchNearness();
    placeSoon();
  };
  listen(document, movements, moved, { signal, capture: true, passive: true });
  addEventListener("resize", moved, { signal });
  signal.addEventListener("abort", () => {
    nearness.disconnect();
    if (settled !== null) clearTimeout(settled);
    cancelAnimationFrame(frame);
    layer.remove();
  });

  /** Says what the star would do now; a star that says so already is left alone. */
  const label = (star: NonNullable<ReturnType<typeof buttons.get>>): void => {
    const pressed = favourites.has(star.url);
    const text = t(pressed ? "page_star_remove" : "page_star_add", { SERVICE: star.title });
    if (star.said === text) return;
    star.said = text;
    star.button.setAttribute("aria-pressed", String(pressed));
    star.button.setAttribute("aria-label", text);
    // Whoever clicked still rests on it.
    if (star.button.title !== "") star.button.title = text;
  };
  const empty = (element: Element): void => {
    near.delete(element);
    buttons.get(element)?.button.remove();
    buttons.delete(element);
  };
  /** Gives an element near the window its button, or tells the button of what the page says now. */
  const fill = (element: Element): void => {
    const name = wanted.get(element)?.name();
    if (!name) return;
    const star = buttons.get(element) ?? { button: makeButton(), url: "", title: "", said: "" };
    star.url = name.url;
    star.title = name.title;
    label(star);
    if (buttons.has(element)) return;
    layer.append(star.button);
    buttons.set(element, star);
    owners.set(star.button, element);
  };
  return {
    show: (starred, known) => {
      favourites = known;
      const now = new Map(starred.map((one) => [one.element, one]));
      for (const element of wanted.keys()) {
        if (now.has(element)) continue;
        nearness.unobserve(element);
        empty(element);
        wanted.delete(element);
      }
      // Drawn anew by the page, or so many that only a few of them will be near.
      if (wanted.size > 0 || now.size > mostMeasured) watchNearness();
      for (const [element, one] of now) {
        if (!wanted.has(element)) {
          if (watching) nearness.observe(element);
          else fresh.add(element);
        }
        wanted.set(element, one);
      }
      if (!watching && wanted.size > 0) settled ??= setTimeout(() => requestIdleCallback(() => void (signal.aborted || watchNearness()), { timeout: 2_000 }), settledMs);
      for (const element of near) fill(element);
      placeSoon();
    },
    mark: (known) => {
      favourites = known;
      for (const star of buttons.values()) label(star);
    },
  };
}

/**
 * Where a star goes, in the coordinates of the page; null when its element can't be seen.
 * @param origin where the overlay's host is
 * @param clips what was asked of scrolled boxes in this round
 */
function placeOf(element: Element, origin: DOMRect, width: number, clips: Map<Element, DOMRect | null>): { readonly x: number; readonly y: number } | null {
  if (!element.isConnected || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const box = element.getBoundingClientRect();
  if (box.width < 8 || box.height < 8) return null;
  const tall = box.height > 2 * size;
  const lines = tall ? [] : element.getClientRects();
  const line = lines[lines.length - 1] ?? box;
  // Beside the words as far as there is room for it, at the window's edge else: a link's end lies under it no more than it must.
  const x = tall ? Math.min(box.right, width) - size - 4 : Math.min(endOfLine(element, line) + 4, width - size);
  const y = tall ? box.top + 6 : line.top + line.height / 2 - size / 2;
  // A scrolled box shows only part of what is in it: a star must not hang outside.
  if (clippedAway(element, x + size / 2, y + size / 2, clips)) return null;
  return { x: Math.round(x - origin.left), y: Math.round(y - origin.top) };
}

/** Where the text ends that follows an element on its line: a star must not lie on words. */
function endOfLine(element: Element, line: DOMRect): number {
  const { parentElement: parent, nextSibling } = element;
  if (!parent || !nextSibling || (!nextSibling.nextSibling && nextSibling instanceof Text && nextSibling.data.trim() === "")) return line.right;
  const range = new Range();
  range.setStartAfter(element);
  range.setEnd(parent, parent.childNodes.length);
  let end = line.right;
  for (const rect of range.getClientRects()) if (rect.width > 1 && rect.top < line.bottom && rect.bottom > line.top) end = Math.max(end, rect.right);
  return end;
}

function clippedAway(element: Element, x: number, y: number, clips: Map<Element, DOMRect | null>): boolean {
  for (let at = parentOf(element); at && !isLike(at, "body"); at = parentOf(at)) {
    const known = clips.get(at);
    const box = known === undefined ? clipOf(at) : known;
    clips.set(at, box);
    if (box && (x < box.left || x > box.right || y < box.top || y > box.bottom)) return true;
  }
  return false;
}

/** The part of the window in which a box shows what is in it; null when it hides nothing. */
function clipOf(box: Element): DOMRect | null {
  if (box.scrollHeight <= box.clientHeight + 1 && box.scrollWidth <= box.clientWidth + 1) return null;
  return getComputedStyle(box).overflow === "visible" ? null : box.getBoundingClientRect();
}
