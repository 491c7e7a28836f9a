// [Note: frames in the page] What shows something personal, and everything a person types into, is a page of the
// extension in a frame: the page around it can neither read it nor listen to its keys. The frame's address carries a
// nonce that the service worker has noted for this very document; without redeeming it the frame shows nothing.
import type { FromFrame } from "../../forms/line.ts";
import type { PanelId } from "../../platform/pageMessages.ts";
import { onPageCommand } from "../../platform/pageCommands.ts";
import { sendMessage } from "../../platform/runtime.ts";
import type { PageContext } from "../feature.ts";
import { openFrame } from "../frameLine.ts";
import { listen, make, ofPage } from "../detect/unshadowed.ts";
import { world } from "../world.ts";
import { makeButton } from "./button.ts";

// What else comes into the page later (a pill) lies under an open panel: laid over it, it would have the frame take no clicks.
// See: [Note: seen before acted on].
const css = `
.veil, .panel, .panel-shell { z-index: 1; }
.veil { position: fixed; inset: 0; background: rgb(10 14 12 / 32%); }
.panel[hidden] { display: block; visibility: hidden; pointer-events: none; animation: none; }
.panel, .panel-shell { position: fixed; inset-block: 0; inset-inline-end: 0; box-sizing: border-box; inline-size: min(448px, 100vw); block-size: 100%; border: 0; color-scheme: light dark; background: light-dark(#f6f4ef, #141815); box-shadow: -4px 0 24px rgb(0 0 0 / 25%); }
.panel-shell { display: flex; flex-direction: column; gap: 16px; padding: 24px 16px; pointer-events: none; font: 16px/1.5 "Noto Sans Georgian", "Noto Sans", Sylfaen, "Segoe UI", sans-serif; }
.panel-shell > div { flex: none; block-size: 36px; border-radius: 10px; background: light-dark(#e9e5da, #232a25); }
.panel-shell p { margin: 0; color: light-dark(#1e2420, #eef1ec); }
.panel-shell button { pointer-events: auto; align-self: start; min-block-size: 44px; padding: 8px 20px; border: 0; border-radius: 10px; background: light-dark(#1d5c4d, #7fcdb6); color: light-dark(#fff, #0d211b); font: inherit; font-weight: 600; cursor: pointer; }
.panel-shell button + button { background: transparent; border: 1px solid; color: light-dark(#1d5c4d, #7fcdb6); }
@media (prefers-reduced-motion: no-preference) { .panel, .panel-shell { animation: slide .16s ease-out; } @keyframes slide { from { translate: 2rem 0; opacity: 0; } } }
`;

/** A frame that shows nothing so long is kept from it, whatever by; or the machine is very slow. */
const patienceMs = 4_000;

/** What the extension's own page has, too (background/panelHome.ts). */
const atHome: ReadonlySet<PanelId> = new Set(["data", "profile", "registration"]);

export interface Panel {
  /** Loads the frame out of sight: the person is about to open it. */
  readonly prepare: () => void;
  /** On the person's own button or key. */
  readonly toggle: () => void;
  /** On what happened meanwhile: what somebody has open stays open. */
  readonly open: () => void;
  /** Gives up a frame that nobody has open. @returns whether there is none any more */
  readonly putAway: () => boolean;
}

/**
 * Opens and closes one of the extension's panels over the page.
 * @param connect told our end of the line to each frame that opens
 * @param keep the frame stays, out of sight, when it is closed: what was told over its line is kept up to date
 */
export type MakePanel = (panel: PanelId, connect: (line: MessagePort) => void, keep?: boolean) => Panel;

/** Makes a page's panels. */
export function makePanel({ document, signal, overlay, t }: PageContext, panel: PanelId, connect: (line: MessagePort) => void, keep = false): Panel {
  // Made with each opening: most pages are left without one.
  let made: { readonly veil: HTMLElement; readonly shell: HTMLElement } | null = null;
  let frame: HTMLIFrameElement | null = null;
  let painted = false;
  let tellOpen: (open: boolean) => void = () => undefined;
  let open = false;
  let back: Element | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const drop = (): void => {
    frame?.remove();
    frame = null;
    painted = false;
  };
  /** The keyboard goes there once there is something: given to the empty document before it, it may end up in neither. */
  const enter = (shown: HTMLIFrameElement): void => {
    shown.focus({ preventScroll: true });
    tellOpen(true);
  };
  const around = (): NonNullable<typeof made> => {
    if (made) return made;
    const veil = make(document, "div");
    veil.className = "veil";
    veil.addEventListener("click", close);
    made = { veil, shell: makeShell(document) };
    return made;
  };
  const prepare = (): void => {
    if (frame) return;
    const opened = openFrame(document, panel, () => {
      if (frame !== opened?.frame) return;
      close();
      drop();
    });
    if (!opened) return;
    overlay.addStyle(css);
    const { frame: fresh, line } = opened;
    ({ tellOpen } = opened);
    line.addEventListener("message", (event: MessageEvent<FromFrame>) => {
      if (open && event.data.kind === "typed") world.typedIn = fresh;
      if (event.data.kind !== "shown" || frame !== fresh) return;
      painted = true;
      fresh.hidden = !open;
      made?.shell.remove();
      if (open) enter(fresh);
    });
    connect(line);
    line.start();
    fresh.className = "panel";
    fresh.title = t("page_panel_frame");
    fresh.hidden = true;
    frame = fresh;
    overlay.root.append(fresh);
  };
  /** What should be seen here is to be had in the extension's own page, which no portal page has a say in. */
  const explain = (silent: HTMLIFrameElement): void => {
    const { shell } = around();
    if (!open || !shell.isConnected) return;
    // Should it speak after all, it takes the place of these words.
    silent.hidden = true;
    const words = make(document, "p");
    words.setAttribute("role", "alert");
    words.textContent = t(atHome.has(panel) ? "page_panel_closed_same" : "page_panel_closed");
    const button = (label: string, act: () => void): HTMLButtonElement => {
      const way = makeButton(document, "panel-way", act);
      way.textContent = label;
      return way;
    };
    const go = button(t("page_panel_home"), () => {
      close();
      void sendMessage({ kind: "page/home", panel }).catch(() => undefined);
    });
    shell.removeAttribute("aria-hidden");
    shell.replaceChildren(words, go, button(t("page_panel_dismiss"), close));
    go.focus({ preventScroll: true });
  };
  function close(): void {
    if (!open) return;
    open = false;
    world.panel = world.typedIn = undefined;
    clearTimeout(patience);
    made?.veil.remove();
    made?.shell.remove();
    made = null;
    // Kept, out of sight, so that it is there at once when it is wanted again.
    if (frame) frame.hidden = true;
    if (painted) tellOpen(false);
    // What was told over a line is of that moment.
    if (!keep) drop();
    // The keyboard goes on where it was.
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    world.anew?.();
  }
  const show = (): void => {
    prepare();
    if (open || !frame) return;
    back = overlay.root.activeElement ?? ofPage(document, "activeElement");
    open = true;
    world.panel = overlay.root.host;
    const { veil, shell } = around();
    overlay.root.insertBefore(veil, frame);
    // Something to see at once: a frame of another process takes its time.
    if (!painted) overlay.root.append(shell);
    frame.hidden = false;
    const waited = frame;
    clearTimeout(patience);
    patience = setTimeout(() => {
      if (!signal.aborted && frame === waited && !painted) explain(waited);
    }, patienceMs);
    if (painted) enter(frame);
  };
  const toggle = (): void => {
    if (open) close();
    else show();
  };
  const putAway = (): boolean => {
    if (!open) drop();
    return !open;
  };

  listen(document, "keydown", (event) => {
    if (open && event.isTrusted && event.key === "Escape") close();
  }, { signal, capture: true });
  onPageCommand((message) => {
    // Only where it is open: each of a page's panels hears this, and each that followed it would ask the portal for the page once more.
    const go = message.kind === "page/go";
    if (signal.aborted || !open || (!go && message.kind !== "page/close")) return undefined;
    close();
    if (go) document.location.assign(message.url);
    return Promise.resolve(true);
  });
  // Aborted, it goes with the overlay.
  return { prepare, toggle, open: show, putAway };
}

/** What stands where the frame will be, until it shows something: nothing of the person, and nothing to act on. */
function makeShell(document: Document): HTMLElement {
  const shell = make(document, "div");
  shell.className = "panel-shell";
  shell.setAttribute("aria-hidden", "true");
  for (const width of ["60%", "100%", "80%", "90%"]) {
    const bar = make(document, "div");
    bar.style.inlineSize = width;
    shell.append(bar);
  }
  return shell;
}
