// Stars over a page: buttons in the overlay, each at the end of the element it is for. [Note: one host]
import type { ServiceLink } from "../../platform/pageMessages.ts";
import type { FeatureContext } from "../feature.ts";
import { addStyle } from "../overlay.ts";

/** An element of the page and the service it stands for. */
export interface Starred {
  readonly element: Element;
  /** Told only when it is needed: a page may list a thousand. */
  readonly service: () => ServiceLink;
}

export interface Stars {
  /** Has stars at exactly these elements. */
  show(starred: readonly Starred[], favourites: ReadonlySet<string>): void;
  /** Fills and empties the stars there are. */
  mark(favourites: ReadonlySet<string>): void;
}

const css = `
.star { position: absolute; box-sizing: border-box; inline-size: 28px; block-size: 28px; padding: 4px; margin: 0; border: 1px solid transparent; border-radius: 50%; background: light-dark(rgb(255 255 255 / 82%), rgb(29 35 31 / 82%)); color: light-dark(#1d5c4d, #7fcdb6); cursor: pointer; opacity: .72; }
.star:hover, .star:focus-visible, .star[aria-pressed=true] { opacity: 1; }
.star:focus-visible { outline: 3px solid light-dark(#b4560f, #ffb36b); outline-offset: 1px; }
.star svg { inline-size: 100%; block-size: 100%; display: block; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; }
.star[aria-pressed=true] svg { fill: currentColor; }
@media (forced-colors: active) { .star { background: Canvas; color: LinkText; } }
`;
const shape = "M12 2.6l2.9 5.9 6.5.9-4.7 4.6 1.1 6.5L12 17.4l-5.8 3.1 1.1-6.5L2.6 9.4l6.5-.9z";
const size = 28;

export function makeStars({ document, signal, overlay, t }: FeatureContext, toggle: (service: ServiceLink) => void): Stars {
  const layer = document.createElement("div");
  overlay.root.append(layer);
  addStyle(overlay, css, signal);
  const wanted = new Map<Element, () => ServiceLink>();
  const buttons = new Map<Element, { readonly button: HTMLButtonElement; service: ServiceLink }>();
  const near = new Set<Element>();
  let favourites: ReadonlySet<string> = new Set();
  let frame = 0;
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", shape);
  picture.append(path);

  const place = (): void => {
    frame = 0;
    // All reads, then all writes: one layout for any number of stars.
    const places = [...near].map((element) => ({ element, at: placeOf(element) }));
    for (const { element, at } of places) {
      const button = buttons.get(element)?.button;
      if (!button) continue;
      button.hidden = at === null;
      if (at) button.style.translate = `${at.x}px ${at.y}px`;
    }
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
    { rootMargin: "300px" },
  );
  document.addEventListener("scroll", placeSoon, { signal, capture: true, passive: true });
  document.defaultView?.addEventListener("resize", placeSoon, { signal });
  document.addEventListener("toggle", placeSoon, { signal, capture: true });
  signal.addEventListener("abort", () => {
    nearness.disconnect();
    cancelAnimationFrame(frame);
    layer.remove();
  });

  const label = (button: HTMLButtonElement, service: ServiceLink, pressed: boolean): void => {
    button.setAttribute("aria-pressed", String(pressed));
    const text = t(pressed ? "page_star_remove" : "page_star_add", { SERVICE: service.title });
    button.setAttribute("aria-label", text);
    button.title = text;
  };
  const empty = (element: Element): void => {
    near.delete(element);
    buttons.get(element)?.button.remove();
    buttons.delete(element);
  };
  /** Gives an element near the window its button, or tells the button of what the page says now. */
  const fill = (element: Element): void => {
    const service = wanted.get(element)?.();
    if (!service) return;
    const star = buttons.get(element);
    if (star) star.service = service;
    else add(element, service);
    const button = buttons.get(element)?.button;
    if (button) label(button, service, favourites.has(service.url));
  };
  const add = (element: Element, service: ServiceLink): void => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "star";
    button.hidden = true;
    button.append(picture.cloneNode(true));
    button.addEventListener("click", (event) => {
      // Only a person's own click: nothing a page's script makes up.
      if (!event.isTrusted) return;
      event.stopPropagation();
      const star = buttons.get(element);
      if (star) toggle(star.service);
    });
    layer.append(button);
    buttons.set(element, { button, service });
  };
  return {
    show: (starred, known) => {
      favourites = known;
      const now = new Map(starred.map(({ element, service }) => [element, service]));
      for (const element of wanted.keys()) {
        if (now.has(element)) continue;
        nearness.unobserve(element);
        empty(element);
        wanted.delete(element);
      }
      for (const [element, service] of now) {
        if (!wanted.has(element)) nearness.observe(element);
        wanted.set(element, service);
      }
      for (const element of near) fill(element);
      placeSoon();
    },
    mark: (known) => {
      favourites = known;
      for (const { button, service } of buttons.values()) label(button, service, favourites.has(service.url));
    },
  };

  /** Where the star goes, in the coordinates of the page; null when its element can't be seen. */
  function placeOf(element: Element): { readonly x: number; readonly y: number } | null {
    if (!element.isConnected || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    const box = element.getBoundingClientRect();
    const lines = element.getClientRects();
    const line = lines[lines.length - 1];
    if (!line || box.width < 8 || box.height < 8) return null;
    const view = document.documentElement;
    const wide = line.right + size + 6 > view.clientWidth || box.height > 2 * size;
    const x = wide ? Math.min(box.right, view.clientWidth) - size - 4 : Math.min(endOfLine(element, line), view.clientWidth - size - 8) + 4;
    const y = box.height > 2 * size ? box.top + 6 : line.top + line.height / 2 - size / 2;
    // A scrolled box shows only part of what is in it: a star must not hang outside.
    if (clippedAway(element, x + size / 2, y + size / 2)) return null;
    const origin = overlay.root.host.getBoundingClientRect();
    return { x: Math.round(x - origin.left), y: Math.round(y - origin.top) };
  }
}

/** Where the text ends that follows an element on its line: a star must not lie on words. */
function endOfLine(element: Element, line: DOMRect): number {
  const { parentElement: parent, nextSibling } = element;
  if (!parent || !nextSibling) return line.right;
  const range = element.ownerDocument.createRange();
  range.setStartAfter(element);
  range.setEnd(parent, parent.childNodes.length);
  let end = line.right;
  for (const rect of range.getClientRects()) if (rect.width > 1 && rect.top < line.bottom && rect.bottom > line.top) end = Math.max(end, rect.right);
  return end;
}

function clippedAway(element: Element, x: number, y: number): boolean {
  for (let at = element.parentElement; at && at !== at.ownerDocument.body; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight + 1 && at.scrollWidth <= at.clientWidth + 1) continue;
    if (getComputedStyle(at).overflow === "visible") continue;
    const box = at.getBoundingClientRect();
    if (x < box.left || x > box.right || y < box.top || y > box.bottom) return true;
  }
  return false;
}
