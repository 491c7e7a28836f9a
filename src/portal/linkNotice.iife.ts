// Why a link of the official program's scheme opened no window: said beside the link, for a moment or until it is closed.
// Brought to the document that has the link by the service worker (background/linkNotice.ts), and told by it what to say.
import { onPageCommand } from "../platform/pageCommands.ts";
import { isConnected } from "../platform/runtime.ts";
import { openOverlay } from "./overlay.ts";
import { placeBeside } from "./placeBeside.ts";
import { make, ofPage } from "./detect/unshadowed.ts";
import { makeButton } from "./features/button.ts";
import { world } from "./world.ts";

const css = `
.link-notice { position: fixed; inset-block-start: 0; inset-inline-start: 0; box-sizing: border-box; inline-size: max-content; max-inline-size: min(24rem, calc(100vw - 24px)); display: flex; align-items: start; gap: 4px; padding: 6px 6px 6px 14px; border: 1px solid light-dark(#7a4b00, #f3c674); border-radius: 14px; background: light-dark(#fff, #1d231f); color: light-dark(#1e2420, #eef1ec); box-shadow: 0 2px 10px rgb(0 0 0 / 22%); font: 15px/1.4 "Noto Sans Georgian", "Noto Sans", Sylfaen, "Segoe UI", sans-serif; }
.link-notice-text { flex: 1; padding-block: 11px; overflow-wrap: anywhere; }
.link-notice-close { flex: none; min-block-size: 44px; min-inline-size: 44px; padding: 4px; border: 0; border-radius: 10px; background: transparent; color: inherit; font: inherit; font-weight: 600; cursor: pointer; }
@media (forced-colors: active) { .link-notice { background: Canvas; color: CanvasText; } }
`;
/** Long enough for three lines that are read slowly; whoever points at it, or is in it with the keyboard, has all the time. */
const readMs = 20_000;

function tell(text: string, close: string, signal: AbortSignal, end: () => void): void {
  const link = world.link?.deref() ?? null;
  const overlay = openOverlay(document, signal);
  overlay.addStyle(css);
  const notice = make(document, "div");
  notice.className = "link-notice";
  const words = make(document, "span");
  words.className = "link-notice-text";
  words.setAttribute("role", "status");
  const button = makeButton(document, "link-notice-close", end);
  button.textContent = "✕";
  button.setAttribute("aria-label", close);
  notice.append(words, button);
  overlay.root.append(notice);
  // A status that changes is read out; one that is there from the start is not.
  words.textContent = text;
  const place = (): void => {
    const { x, y } = placeBeside(link?.isConnected ? link.getBoundingClientRect() : null, notice.getBoundingClientRect(), { width: innerWidth, height: innerHeight });
    notice.style.translate = `${x}px ${y}px`;
  };
  // Measured with its styles, which the overlay reads in a microtask.
  queueMicrotask(place);
  addEventListener("scroll", place, { signal, capture: true, passive: true });
  addEventListener("resize", place, { signal, passive: true });
  addEventListener("keydown", ({ key, isTrusted }) => void (isTrusted && key === "Escape" && end()), { signal, capture: true });
  const later = (): void => {
    if (signal.aborted) return;
    if (notice.matches(":hover, :focus-within") || ofPage(document, "hidden")) setTimeout(later, readMs);
    else end();
  };
  setTimeout(later, readMs);
}

world.linkNotice?.abort();
if (isConnected()) {
  const script = new AbortController();
  world.linkNotice = script;
  // Clicks soon after each other may bring this script twice before either is answered: the last one listens for both,
  // and what is said last takes the place of what was said before.
  let shown: AbortController | null = null;
  const end = (): void => shown?.abort();
  script.signal.addEventListener("abort", end);
  onPageCommand((message) => {
    // What was in the way is over.
    if (message.kind === "sign/ended") end();
    if (message.kind !== "link/unanswered") return undefined;
    end();
    const { signal } = (shown = new AbortController());
    tell(message.text, message.close, signal, end);
    return Promise.resolve(true);
  }, script.signal);
}
