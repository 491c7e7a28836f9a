// A handle at the window's edge that opens a panel: the way in by mouse, touch and Tab.
import type { PageContext } from "../feature.ts";
import { makeButton } from "./button.ts";

const css = `
.handle { position: fixed; inset-inline-end: 0; inset-block-start: max(0px, min(42vh, 100vh - 116px)); display: grid; place-items: center; inline-size: 44px; block-size: 52px; padding: 0; border: 1px solid light-dark(#14463a, #7fcdb6); border-inline-end: 0; border-radius: 12px 0 0 12px; background: light-dark(#1d5c4d, #1f3630); color: light-dark(#fff, #a5e0ce); cursor: pointer; box-shadow: 0 2px 10px rgb(0 0 0 / 18%); }
.handle-data { inset-block-start: calc(max(0px, min(42vh, 100vh - 116px)) + 60px); }
.handle:hover { background: light-dark(#14463a, #28463e); }
.handle::before { content: ""; inline-size: 24px; block-size: 24px; background: currentColor; }
@media (forced-colors: active) { .handle { background: Canvas; color: LinkText; } .handle::before { forced-color-adjust: none; background: LinkText; } }
`;

export interface HandleLook {
  /** Its own class, for its place. */
  readonly name: string;
  readonly label: string;
  /** The picture's shape on 24 by 24, its holes by the even-odd rule. */
  readonly shape: string;
}

/** @param prepare the person comes near: what `open` shows may be made ready */
export function makeHandle({ document, signal, overlay }: Pick<PageContext, "document" | "signal" | "overlay">, { name, label, shape }: HandleLook, prepare: () => void, open: () => void): void {
  overlay.addStyle(css);
  // A shape in the style sheet: elements of a drawing would each be made, styled and laid out, in every page.
  overlay.addStyle(`.${name}::before { clip-path: path(evenodd, "${shape}"); }`);
  const button = makeButton(document, `handle ${name}`, open);
  button.setAttribute("aria-label", label);
  button.title = label;
  button.addEventListener("pointerenter", prepare);
  button.addEventListener("focus", prepare);
  overlay.root.append(button);
  signal.addEventListener("abort", () => button.remove());
}
