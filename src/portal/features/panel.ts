// [Note: frames in the page] What shows something personal, and everything a person types into, is a page of the
// extension in a frame: the page around it can neither read it nor listen to its keys. The frame's address carries a
// nonce that the service worker gave to this very document; without redeeming it the frame shows nothing.
import type { PanelId } from "../../platform/pageMessages.ts";
import { onMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";
import { type FrameContent, openFrame } from "../frameLine.ts";
import { addStyle } from "../overlay.ts";

const css = `
.veil { position: fixed; inset: 0; border: 0; padding: 0; margin: 0; background: rgb(10 14 12 / 32%); cursor: default; }
.veil[hidden], .panel[hidden] { display: block; visibility: hidden; pointer-events: none; animation: none; }
.panel { position: fixed; inset-block: 0; inset-inline-end: 0; inline-size: min(28rem, 100vw); block-size: 100%; border: 0; margin: 0; padding: 0; color-scheme: light dark; background: light-dark(#f6f4ef, #141815); box-shadow: -4px 0 24px rgb(0 0 0 / 25%); }
@media (prefers-reduced-motion: no-preference) { .panel { animation: slide .16s ease-out; } @keyframes slide { from { translate: 2rem 0; opacity: 0; } } }
`;

export interface Panel {
  /** Loads the frame out of sight: the person is about to open it. */
  readonly prepare: () => void;
  readonly toggle: () => void;
  /** What the page shows has changed: a frame out of sight that was made for what it showed before goes. */
  readonly renew: () => void;
}

/**
 * Opens and closes one of the extension's panels over the page.
 * @param connect told our end of the line to each frame that opens
 */
export function makePanel({ document, signal, overlay, t }: FeatureContext, panel: PanelId, content: () => FrameContent, connect?: (line: MessagePort) => void): Panel {
  addStyle(overlay, css, signal);
  const veil = document.createElement("div");
  veil.className = "veil";
  veil.hidden = true;
  overlay.root.append(veil);
  let frame: HTMLIFrameElement | null = null;
  let making: Promise<void> | null = null;
  let open = false;
  let back: Element | null = null;

  const drop = (): void => {
    frame?.remove();
    frame = null;
  };
  const make = async (): Promise<void> => {
    const opened = await openFrame(document, panel, content(), () => {
      close();
      drop();
    });
    if (!opened || signal.aborted) return;
    drop();
    const { frame: made, line } = opened;
    connect?.(line);
    made.className = "panel";
    made.title = t("page_panel_title");
    made.hidden = true;
    made.addEventListener("load", () => {
      if (open && frame === made) made.focus({ preventScroll: true });
    }, { once: true });
    frame = made;
    overlay.root.append(made);
  };
  const prepare = (): void => {
    if (frame || making) return;
    making = make().finally(() => (making = null));
  };
  const close = (): void => {
    if (!open) return;
    open = false;
    veil.hidden = true;
    // Kept, out of sight, so that it is there at once when it is wanted again.
    if (frame) frame.hidden = true;
    // What was told over a line is of that moment.
    if (connect) drop();
    // The keyboard goes on where it was.
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  };
  const show = async (): Promise<void> => {
    back = overlay.root.activeElement ?? document.activeElement;
    open = true;
    prepare();
    await making;
    if (!open || !frame) {
      open = false;
      return;
    }
    veil.hidden = false;
    frame.hidden = false;
    frame.focus({ preventScroll: true });
  };
  const toggle = (): void => {
    if (open) close();
    else void show();
  };
  const renew = (): void => {
    if (!open) drop();
  };

  veil.addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (open && event.isTrusted && event.key === "Escape") close();
  }, { signal, capture: true });
  onMessage((message) => {
    if (signal.aborted) return undefined;
    if (message.kind === "page/close") {
      close();
      return Promise.resolve(true);
    }
    if (message.kind === "page/go") {
      close();
      document.location.assign(message.url);
      return Promise.resolve(true);
    }
    return undefined;
  });
  signal.addEventListener("abort", () => {
    drop();
    veil.remove();
  });
  return { prepare, toggle, renew };
}
