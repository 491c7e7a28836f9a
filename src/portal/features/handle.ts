// The handle at the window's edge that opens the panel: the way in by mouse, touch and Tab.
import type { FeatureContext } from "../feature.ts";
import { addStyle } from "../overlay.ts";

const css = `
.handle { position: fixed; inset-inline-end: 0; inset-block-start: 42vh; display: grid; place-items: center; inline-size: 44px; block-size: 52px; padding: 0; border: 1px solid light-dark(#14463a, #7fcdb6); border-inline-end: 0; border-radius: 12px 0 0 12px; background: light-dark(#1d5c4d, #1f3630); color: light-dark(#fff, #a5e0ce); cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
.handle:hover { background: light-dark(#14463a, #28463e); }
.handle:focus-visible { outline: 3px solid light-dark(#b4560f, #ffb36b); outline-offset: 2px; }
.handle svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
@media (forced-colors: active) { .handle { background: Canvas; color: LinkText; } }
`;

/** @param prepare the person comes near: what `open` shows may be made ready */
export function makeHandle({ document, signal, overlay, t }: FeatureContext, prepare: () => void, open: () => void): void {
  addStyle(overlay, css, signal);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "handle";
  button.setAttribute("aria-label", t("page_menu_open"));
  button.title = t("page_menu_open");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of ["M8.5 3.6l1.5 3 3.3.5-2.4 2.3.6 3.3-3-1.6-3 1.6.6-3.3L3.700 7.100l3.300-.5z", "M15 8h6M13 14h8M4 18h17"]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  button.append(svg);
  button.addEventListener("pointerenter", prepare);
  button.addEventListener("focus", prepare);
  button.addEventListener("click", (event) => {
    if (event.isTrusted) open();
  });
  overlay.root.append(button);
  signal.addEventListener("abort", () => button.remove());
}
