// A handle at the window's edge that opens a panel: the way in by mouse, touch and Tab.
import type { FeatureContext } from "../feature.ts";

const css = `
.handle { position: fixed; inset-inline-end: 0; inset-block-start: 42vh; display: grid; place-items: center; inline-size: 44px; block-size: 52px; padding: 0; border: 1px solid light-dark(#14463a, #7fcdb6); border-inline-end: 0; border-radius: 12px 0 0 12px; background: light-dark(#1d5c4d, #1f3630); color: light-dark(#fff, #a5e0ce); cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
.handle-data { inset-block-start: calc(42vh + 60px); }
.handle:hover { background: light-dark(#14463a, #28463e); }
.handle:focus-visible { outline: 3px solid light-dark(#b4560f, #ffb36b); outline-offset: 2px; }
.handle svg { inline-size: 24px; block-size: 24px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: round; }
@media (forced-colors: active) { .handle { background: Canvas; color: LinkText; } }
`;

export interface HandleLook {
  /** Its own class, for its place. */
  readonly name: string;
  readonly label: string;
  /** The picture's strokes on 24 by 24. */
  readonly paths: readonly string[];
}

/** @param prepare the person comes near: what `open` shows may be made ready */
export function makeHandle({ document, signal, overlay }: FeatureContext, { name, label, paths }: HandleLook, prepare: () => void, open: () => void): void {
  overlay.addStyle(css);
  const button = document.createElement("button");
  button.type = "button";
  button.className = `handle ${name}`;
  button.setAttribute("aria-label", label);
  button.title = label;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of paths) {
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
