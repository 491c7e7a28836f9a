// [Note: frames in the page] What shows something personal, and everything a person types into, is a page of the
// extension in a frame: the page around it can neither read it nor listen to its keys. The frame's address carries a
// nonce that the service worker gave to this very document; without redeeming it the frame shows nothing.
import type { PanelId, ServiceLink } from "../../platform/pageMessages.ts";
import { extensionUrl, onMessage, sendMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";
import { addStyle } from "../overlay.ts";

const css = `
.veil { position: fixed; inset: 0; border: 0; padding: 0; margin: 0; background: rgb(10 14 12 / 32%); cursor: default; }
.panel { position: fixed; inset-block: 0; inset-inline-end: 0; inline-size: min(28rem, 100vw); block-size: 100%; border: 0; margin: 0; padding: 0; color-scheme: light dark; background: light-dark(#f6f4ef, #141815); box-shadow: -4px 0 24px rgb(0 0 0 / 25%); }
@media (prefers-reduced-motion: no-preference) { .panel { animation: slide .16s ease-out; } @keyframes slide { from { translate: 2rem 0; opacity: 0; } } }
`;

export interface Panel {
  readonly toggle: () => void;
}

interface PanelContent {
  readonly services: readonly ServiceLink[];
  readonly pageService: ServiceLink | null;
}

/** Opens and closes one of the extension's panels over the page. */
export function makePanel({ document, signal, overlay, t }: FeatureContext, panel: PanelId, content: () => PanelContent): Panel {
  addStyle(overlay, css, signal);
  let open: { readonly frame: HTMLIFrameElement; readonly veil: HTMLElement; readonly back: Element | null } | null = null;
  let opening = false;

  const close = (): void => {
    if (!open) return;
    const { frame, veil, back } = open;
    open = null;
    frame.remove();
    veil.remove();
    // The keyboard goes on where it was.
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
  };
  const show = async (): Promise<void> => {
    opening = true;
    const nonce: unknown = await sendMessage({ kind: "frame/open", panel, ...content() }).catch(() => null);
    opening = false;
    if (typeof nonce !== "string" || signal.aborted || open) return;
    const veil = document.createElement("div");
    veil.className = "veil";
    veil.addEventListener("click", close);
    const frame = document.createElement("iframe");
    frame.className = "panel";
    frame.title = t("page_panel_title");
    frame.src = `${extensionUrl("src/frame/frame.html")}#${nonce}`;
    frame.addEventListener("load", () => frame.focus({ preventScroll: true }), { once: true });
    open = { frame, veil, back: overlay.root.activeElement ?? document.activeElement };
    overlay.root.append(veil, frame);
  };
  const toggle = (): void => {
    if (open) close();
    else if (!opening) void show();
  };

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
  signal.addEventListener("abort", close);
  return { toggle };
}
