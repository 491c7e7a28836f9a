// Short words at the window's lower edge: what a feature has to say about this page, and the way to its panel. Nothing of
// the person is in them. [Note: two edges] The handles (handle.ts) stand at the window's side, the pills beside that strip, never
// under or over it, however low or narrow the window: at 400 % zoom it may be 320 pixels wide and 256 high.
// [Note: held by the pointer] They stand on one another, and what one of them grows or shrinks moves those above it. The one that
// the pointer is on stays where it is, and the others move around it: its button would go from under a click that was meant for it.
import type { PageContext } from "../feature.ts";
import { firstWithin, make } from "../detect/unshadowed.ts";
import { makeButton } from "./button.ts";

const css = `
.pills { position: fixed; inset-block-end: 12px; inset-inline-end: 56px; display: flex; flex-direction: column; align-items: end; gap: 8px; pointer-events: none; max-inline-size: min(26rem, calc(100vw - 68px)); font: 15px/1.4 "Noto Sans Georgian", "Noto Sans", Sylfaen, "Segoe UI", sans-serif; }
.pills:empty { display: none; }
/* More than a low window has room for is scrolled to. */
.pills[data-full] { max-block-size: calc(100vh - 20px); overflow-y: auto; overscroll-behavior: contain; scrollbar-width: thin; padding: 4px; margin: -4px; pointer-events: auto; }
.pill { flex: none; }
.pill { display: flex; flex-wrap: wrap; align-items: end; justify-content: end; gap: 6px 10px; padding: 6px; border: 1px solid light-dark(#14463a, #7fcdb6); border-radius: 14px; background: light-dark(#fff, #1d231f); color: light-dark(#1e2420, #eef1ec); box-shadow: 0 2px 10px rgb(0 0 0 / 22%); }
.pill[data-kind=warning] { border-color: light-dark(#7a4b00, #f3c674); }
/* Beside a long button few words fit: with less room than this the button stands below them. */
.pill-text { flex: 1 1 auto; flex-basis: calc-size(max-content, min(size, 11rem)); min-inline-size: 0; align-self: center; overflow-wrap: break-word; }
/* Growing, the button stays where it is, at the lower end of however many lines: a click must not land on what was not there a moment before. */
.pill[data-small] :is(.pill-text, .pill-close, .pill-second) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.pill-act, .pill-second, .pill-close { pointer-events: auto; flex: none; min-block-size: 44px; min-inline-size: 44px; padding: 4px 12px; border: 0; border-radius: 10px; font: inherit; font-weight: 600; cursor: pointer; }
.pill-act { background: light-dark(#1d5c4d, #7fcdb6); color: light-dark(#fff, #0d211b); }
.pill-second { background: transparent; color: light-dark(#1d5c4d, #7fcdb6); border: 1px solid; }
.pill-close { order: -1; align-self: start; background: transparent; color: inherit; padding: 4px; }
/* Two buttons stand side by side, below the words. */
@media (min-width: 481px) { .pill:has(.pill-second) .pill-text { flex-basis: calc(100% - 54px); } }
/* Beside a column for its button to close it the words of a narrow pill would be a tower: both buttons stand below them. */
@media (max-width: 480px) { .pill-text { order: -2; flex-basis: 100%; padding: 4px 6px 0; } .pill-close { margin-inline-end: auto; align-self: end; } .pill-act { flex: 0 1 auto; max-inline-size: calc(100vw - 136px); } }
@media (forced-colors: active) { .pill { background: Canvas; color: CanvasText; } .pill-act, .pill-second { background: ButtonFace; color: ButtonText; border: 1px solid; } }
`;

export interface PillState {
  readonly text: string;
  readonly kind?: "plain" | "warning";
  readonly action: string;
  /** Another button, for what is wanted less. */
  readonly second?: string | undefined;
  /** Nothing new: it stays as small as it is. */
  readonly quiet?: boolean;
}

export interface Pill {
  /** Shows this; null: nothing. */
  show(state: PillState | null): void;
}

/** So long the words are read; then only the button stays, so that nothing of the page is covered for long. */
const readMs = 7_000;

/** The pointer has left for good that is not back after this: from a button to the one beside it, it goes over what is none. */
const leaveMs = 500;

/** @param act the person's own click on the button, or on the second one; never one that a page made up. */
export function makePill({ document, signal, overlay, watch, t }: PageContext, act: (second: boolean) => void): Pill {
  let shown: string | null = null;
  let closed: string | null = null;
  let shrink: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let made: { readonly pill: HTMLElement; readonly text: HTMLElement; readonly button: HTMLElement; readonly second: HTMLElement } | null = null;

  const grow = (): void => {
    clearTimeout(shrink);
    if (made) {
      delete made.pill.dataset["small"];
      made.pill.dataset["grown"] = String(1 + Math.max(...[...(made.pill.parentElement?.children ?? []), made.pill].map(turnOf)));
      fit();
    }
    shrink = setTimeout(lessen, readMs);
  };
  const lessen = (): void => {
    if (!made) return;
    const { pill } = made;
    // Whoever is at it still reads.
    if (pill.matches(":hover, :focus-within")) shrink = setTimeout(lessen, leaveMs);
    else {
      hold(overlay.root, () => {
        pill.dataset["small"] = "";
        giveBack(pill.parentElement);
      });
    }
  };
  /** Before the next picture, when what was said and how it looks is in its place. */
  const fit = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (made && made.pill.dataset["small"] === undefined) {
        const { pill } = made;
        hold(overlay.root, () => makeRoom(pill));
      }
    });
  };
  /** Its elements, made with the first word: most pages hear none. */
  const elements = (): NonNullable<typeof made> => {
    if (made) return made;
    const pill = make(document, "div");
    pill.className = "pill";
    pill.dataset["small"] = "";
    const text = make(document, "span");
    text.className = "pill-text";
    text.setAttribute("role", "status");
    const button = makeButton(document, "pill-act", () => act(false));
    const second = makeButton(document, "pill-second", () => act(true));
    const close = makeButton(document, "pill-close", () => {
      closed = shown;
      const stack = pill.parentElement;
      pill.remove();
      giveBack(stack);
      // Nobody says of what is gone that the pointer has left it.
      setTimeout(settle, leaveMs, stack);
    });
    close.textContent = "✕";
    close.setAttribute("aria-label", t("page_pill_close"));
    pill.append(text, button, close);
    pill.addEventListener("pointerenter", () => hold(overlay.root, grow));
    pill.addEventListener("pointerleave", () => setTimeout(settle, leaveMs, pill.parentElement));
    pill.addEventListener("focusin", grow);
    overlay.addStyle(css);
    addEventListener("resize", fit, { signal });
    made = { pill, text, button, second };
    return made;
  };
  signal.addEventListener("abort", () => {
    clearTimeout(shrink);
    cancelAnimationFrame(frame);
    // The pill goes with the overlay.
  });
  const draw = (state: PillState | null): void => {
    if (signal.aborted) return;
    const said = state && `${state.kind ?? "plain"} ${state.text}`;
    if (said === shown) return;
    shown = said;
    if (!state) return made?.pill.remove();
    const { pill, text, button, second } = elements();
    text.textContent = state.text;
    button.textContent = state.action;
    second.textContent = state.second ?? "";
    if (state.second) pill.insertBefore(second, button);
    else {
      // Whoever pressed it goes on where what they began can be stopped.
      if (second.matches(":focus")) button.focus({ preventScroll: true });
      second.remove();
    }
    pill.dataset["kind"] = state.kind ?? "plain";
    // What was closed stays closed until there is something else to say.
    if (closed !== said && !pill.isConnected) overlay.place("pills").append(pill);
    if (state.quiet !== true) grow();
  };
  return { show: (state) => watch.draw(() => hold(overlay.root, () => draw(state))) };
}

/** Changes the pills; the one that the pointer is on stays where it is: by scrolling, as far as that goes. See: [Note: held by the pointer]. */
function hold(root: ShadowRoot, change: () => void): void {
  const pill = firstWithin(root, ".pill:hover");
  const stack = pill?.parentElement;
  const bottom = (): number => pill?.getBoundingClientRect().bottom ?? 0;
  const before = bottom();
  change();
  if (!stack || !pill.isConnected) return;
  stack.scrollTop += bottom() - before;
  stack.style.bottom = `${Number.parseFloat(getComputedStyle(stack).bottom) + bottom() - before}px`;
}

/** With the pointer elsewhere they stand at the edge again. */
function settle(stack: HTMLElement | null): void {
  if (stack?.matches(":hover") === false) stack.style.bottom = "";
}

/** Which of the pills that grew it was, counted from 1. */
function turnOf(pill: Element): number {
  return Number(pill.getAttribute("data-grown") ?? 0);
}

const isFull = (stack: HTMLElement): boolean => stack.offsetHeight > innerHeight - 20;

/** Between pills that need no scrolling any more the page has its clicks. */
function giveBack(stack: HTMLElement | null): void {
  if (stack?.dataset["full"] === undefined) return;
  delete stack.dataset["full"];
  if (isFull(stack)) stack.dataset["full"] = "";
}

/** In a low window words above words would cover the page: only the newest stay, and those that warn; and none of these, where all of it would not do. */
function makeRoom(pill: HTMLElement): void {
  const stack = pill.parentElement;
  if (!stack) return;
  // Of several that grow in one moment the last one makes the room.
  if ([...stack.children].some((one) => !one.matches("[data-small]") && turnOf(one) > turnOf(pill))) return;
  delete stack.dataset["full"];
  const shrink = (which: (other: HTMLElement) => boolean): void => {
    for (const other of stack.children) if (other !== pill && other instanceof HTMLElement && which(other) && !other.matches(":hover, :focus-within")) other.dataset["small"] = "";
  };
  if (stack.childElementCount > 1 && matchMedia("(max-height: 720px)").matches) shrink(({ dataset }) => dataset["kind"] !== "warning");
  if (isFull(stack)) shrink(() => true);
  if (!isFull(stack)) return;
  stack.dataset["full"] = "";
  stack.scrollTop = pill.offsetTop - 4;
}
