// [Note: the keyboard goes on] A button that goes away with what it did would leave the keyboard nowhere: a screen reader says
// nothing, and Tab begins at the top of the page. In a window of ours it goes on with what took the button's place: its heading, or its
// first control; with what stood behind the button; or with the heading of what is around. What asks for the focus itself (a field to
// be typed in, the way out of a question) has it before. In panels of a portal page: `src/frame/keepFocus.ts`.
import { comingPart } from "./lazily.tsx";

const reachable = "button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex='0']";
const headings = "h1, h2, h3, h4";
const underWay = `.busy, ${comingPart}`;

/** What comes into its place may come in several drawings. */
const settledMs = 120;
/** While nobody is in the window a page may draw itself anew for hours. */
const mostCome = 200;

interface Lost {
  readonly element: Element;
  /** What it stood in, from the inside out. */
  readonly around: readonly Element[];
  /** What stood behind it, or behind what it went with. */
  next: Node | null;
  /** What has come since. */
  readonly came: Node[];
}

/** @param root all that the window shows */
export function followFocus(document: Document, root: Element): void {
  let at: Pick<Lost, "element" | "around"> | null = null;
  let lost: Lost | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let byKeys = false;

  root.addEventListener("focusin", ({ target }) => {
    clearTimeout(timer);
    lost = null;
    if (!(target instanceof Element)) return;
    const around: Element[] = [];
    for (let one = target.parentElement; one; one = one.parentElement) around.push(one);
    at = { element: target, around };
  });
  // Whoever goes on by themselves, from nowhere or to somewhere else, is not taken elsewhere any more.
  const goesOn = (keys: boolean, away: boolean): void => {
    byKeys = keys;
    lost = null;
    if (away) at = null;
  };
  document.addEventListener("keydown", () => goesOn(true, nowhere(document)), { capture: true });
  document.addEventListener("pointerdown", ({ target }) => goesOn(false, !(target instanceof Node && at?.element.contains(target))), { capture: true });

  const place = (): void => {
    // Somebody is in another window, or in a dialogue of the browser's: when they come back.
    if (!lost || !document.hasFocus() || !nowhere(document)) return;
    // What is being made ready takes the place of this in turn.
    if (lost.around.find((one) => one.isConnected)?.querySelector(underWay)) return;
    const found = following(lost);
    lost = at = null;
    if (!found) return;
    if (!found.matches(reachable)) found.tabIndex = -1;
    found.focus({ preventScroll: !byKeys });
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(place, settledMs);
  };
  document.defaultView?.addEventListener("focus", soon);
  new MutationObserver((records) => {
    if (!at || !nowhere(document)) return;
    if (at.element.isConnected) {
      // It could not be pressed for a while, or was out of sight.
      if (document.hasFocus() && at.element instanceof HTMLElement && at.element.matches(reachable) && records.some(({ type }) => type === "attributes")) at.element.focus({ preventScroll: true });
      return;
    }
    lost ??= { ...at, next: null, came: [] };
    const { element, came } = lost;
    for (const record of records) {
      if ([...record.removedNodes].some((one) => one.contains(element))) lost.next = record.nextSibling;
      if (came.length < mostCome) came.push(...record.addedNodes);
    }
    soon();
  }).observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled", "hidden"] });
}

function nowhere(document: Document): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function following({ around, next, came }: Lost): HTMLElement | null {
  const parent = around.find((one) => one.isConnected);
  if (!parent) return null;
  for (const node of came) {
    const found = node.isConnected && parent.contains(node) ? firstIn(node) : null;
    if (found) return found;
  }
  for (let one = next?.isConnected && parent.contains(next) ? next : null; one; one = one.nextSibling) {
    const found = firstIn(one);
    if (found) return found;
  }
  // The nearest heading around it.
  for (const one of around) {
    const found = one.isConnected ? one.querySelector<HTMLElement>(headings) : null;
    if (found && seen(found)) return found;
  }
  return null;
}

/** The heading of what has come, or else its first control. */
function firstIn(node: Node): HTMLElement | null {
  if (!(node instanceof HTMLElement)) return null;
  for (const wanted of [headings, reachable]) {
    if (node.matches(wanted) && seen(node)) return node;
    const found = [...node.querySelectorAll<HTMLElement>(wanted)].find(seen);
    if (found) return found;
  }
  return null;
}

const seen = (element: HTMLElement): boolean => element.checkVisibility();
