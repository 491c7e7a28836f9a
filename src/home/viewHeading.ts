// [Note: a view in another's place] Whoever pressed what goes away with its view would be left nowhere: a screen reader says
// nothing, and nobody knows that something new is there. The new view's heading has the focus then, and is read out.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { comingPart } from "../ui/lazily.tsx";

function focusOn(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/**
 * The heading of "who holds my data" is there before the view in it, and is the view's only once nothing more is to come. One that follows
 * a search or a picture is of a part: whoever were taken there would have passed what they came for.
 */
function headingIn(root: Element): HTMLElement | null {
  const first = isWithin() ? root.querySelector<HTMLElement>("h3, [role=search], .data-flows") : null;
  if (first?.matches("h3")) return first;
  return first === null && isComing(root) ? null : root.querySelector<HTMLElement>("h2, h3");
}

const isWithin = (): boolean => location.hash.startsWith("#data/");
const isComing = (root: Element): boolean => isWithin() && root.querySelector(`.busy, ${comingPart}`) !== null;

/** Whoever has begun to read, which no key of the page's tells, is not taken elsewhere any more. */
const patienceMs = 10_000;

/** Gives the heading the focus once the view is there, unless something else has it; a key or a press of the person's ends it. */
function awaitHeading(root: Element): () => void {
  const ends = new AbortController();
  const end = (): void => {
    observer.disconnect();
    clearInterval(patience);
    ends.abort();
  };
  const look = (): void => {
    const heading = document.activeElement === document.body ? headingIn(root) : null;
    if (!heading) return;
    end();
    focusOn(heading);
  };
  // The view may come a moment later, with its code.
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const patience = setInterval(() => (isComing(root) ? undefined : end()), patienceMs);
  for (const type of ["keydown", "pointerdown"]) addEventListener(type, end, { capture: true, signal: ends.signal });
  return end;
}

/** After a change of address the heading of the view that came has the focus, if nothing else has it by then. */
export function useViewHeading(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let end = (): void => {};
    const follow = (): void => {
      end();
      if (root.current) end = awaitHeading(root.current);
    };
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
      end();
    };
  }, []);
}

/** The same for what takes another's place at the same address: the heading has the focus once it is drawn. */
export function useMountedHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (heading.current && document.activeElement === document.body) focusOn(heading.current);
  }, []);
  return heading;
}

/** The heading of a wizard's step: with the next step it has the focus, though the button that was pressed is still there. */
export function useStepHeading(step: number): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  // With the drawing, not after its painting: whoever is quick is in a field by then, and would be taken out of it.
  useLayoutEffect(() => {
    if (before.current !== step && heading.current) focusOn(heading.current);
    before.current = step;
  }, [step]);
  return heading;
}
