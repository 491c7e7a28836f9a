// [Note: seen before acted on] The page around a frame could lay something over it, make it transparent, or move it
// under the mouse in the last moment, and so have a person click what they do not see. IntersectionObserver v2 says
// whether the frame is really visible: unclipped, uncovered, undistorted, opaque. A click counts only after it has been
// so, without a break, for half a second; and a press of a pointer only where the frame has lain still meanwhile ([Note: where the
// frame lies]). Clicks that the page makes up never get in here, since the frame is of another origin; those that are not a
// person's are our own code's (it opens a file chooser), and follow one that counted.
import { FramePlace } from "./framePlace.ts";

const restMs = 500;
/** So long the browser's word that the frame is not seen is left to stand before it is asked anew. */
const doubtMs = 1_000;

/** v2's additions, not in every type library. */
interface VisibilityObserverInit extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}
interface VisibilityEntry extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

const acting = new Set(["Enter", " "]);
const watched = ["pointerover", "pointermove", "pointerdown"] as const;

/** Keys and our own code click without a pointer. */
const byPointer = (event: Event): event is PointerEvent => "pointerType" in event && event.pointerType !== "";

/** Hears what becomes of a click, or of a key that acts. */
export type ClickListener = (event: Event, taken: boolean) => void;

/**
 * Stops clicks, drops and acting keys until the frame has been fully visible long enough.
 * Marks the document meanwhile.
 * @param root fills the frame and has everything in it: what is not inside it counts as laid over it
 * @param place where the frame lies in the window
 * @param tell nobody should wait for what was not taken
 */
export function guardClicks(document: Document, root: Element, place = new FramePlace(), tell: ClickListener = () => undefined, now: () => number = () => performance.now()): void {
  let since: number | null = null;
  const options: VisibilityObserverInit = { threshold: [0, 0.9, 1], trackVisibility: true, delay: 100 };
  let doubt: ReturnType<typeof setTimeout> | undefined;
  const observer = new IntersectionObserver((entries: readonly VisibilityEntry[]) => {
    const last = entries[entries.length - 1];
    const visible = last?.isVisible === true && last.intersectionRatio > 0.99;
    since = visible ? (since ?? now()) : null;
    document.documentElement.classList.toggle("covered", !visible);
    clearTimeout(doubt);
    if (!visible) doubt = setTimeout(ask, doubtMs);
  }, options);
  /**
   * What lies over the frame the page's own process says, which now and then does not say so again when the tab comes back to the front:
   * only when somebody begins to ask. To begin, one has to have stopped for a frame.
   */
  function ask(): void {
    observer.disconnect();
    // Not while the tab is hidden: then the browser draws no frames.
    requestAnimationFrame(() => requestAnimationFrame(() => observer.observe(root)));
  }
  observer.observe(root);
  let pressed = true;
  for (const type of watched) {
    document.addEventListener(type, (event) => {
      if (!byPointer(event)) return;
      place.note(event, now(), event.pointerType === "touch");
      if (type === "pointerdown") pressed = place.rests(now());
    }, { capture: true });
  }
  document.addEventListener("pointerout", (event) => {
    // Out of the frame, not from one element of it to another. A finger is in no place between its touches.
    if (byPointer(event) && event.relatedTarget === null && event.pointerType !== "touch") place.leave();
  }, { capture: true });
  /** The press that it comes from counted, and the frame was not moved between that and the click. Where a finger taps, the browser puts right. */
  const still = (event: Event): boolean => {
    if (byPointer(event)) return pressed && (event.pointerType === "touch" || place.fits(event));
    return event.type !== "mousedown" || pressed;
  };
  const trusted = (): boolean => since !== null && now() - since >= restMs;
  const stop = (event: Event): void => {
    const taken = trusted() && still(event);
    if (event.type === "click" || event.type === "keydown") tell(event, taken);
    if (taken) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ["click", "auxclick", "submit", "drop", "change", "pointerdown", "mousedown", "dragstart"]) document.addEventListener(type, stop, { capture: true });
  document.addEventListener("keydown", (event) => {
    if (acting.has(event.key) || event.altKey) stop(event);
  }, { capture: true });
}
