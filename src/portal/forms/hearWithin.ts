// What somebody does in a page, wherever its forms stand. See: [Note: forms within]. An event that begins in a component's root says
// outside of it that the component was meant, and some (a form that is sent) do not leave it at all; those of a frame stay in it. So
// it is listened in each root. One that nobody has come upon yet is entered with the first thing that somebody does in it: the
// event is on its way there still.
import { rootIn, type Root, rootsOf } from "../detect/inside.ts";
import { firstWithin, isElement, listen } from "../detect/unshadowed.ts";
import type { PageContext } from "../feature.ts";
import { worldOf } from "../world.ts";

export interface HearWithin {
  /** Hears these events in the page and in each root that is found, until the signal aborts. To be called before `look`. */
  on(types: readonly string[], act: (event: Event) => void): void;
  /** Enters the roots that have come since. */
  look(): void;
}

/** @param early told where somebody typed in a frame before it was entered */
export function hearWithin({ document, signal, watch }: Pick<PageContext, "document" | "signal" | "watch">, early: (target: Element) => void): HearWithin {
  const heard: (readonly [readonly string[], (event: Event) => void])[] = [];
  const entered = new WeakSet<Node>();
  const options = { signal, capture: true };
  const enter = (root: Root): void => {
    // A frame that is written anew, or shows another page, has forgotten who listens.
    const own = firstWithin(root, ":root") ?? root;
    if (entered.has(own)) return;
    entered.add(own);
    for (const [types, act] of heard) listen(root, types, act, options);
    if (root === document) return;
    watch.observe(root);
    const theirs = worldOf(root);
    theirs?.typed?.forEach(early);
    if (theirs) theirs.typed = undefined;
  };
  const on: HearWithin["on"] = (types, act) => {
    heard.push([types, (event) => {
      const root = isElement(event.target) ? rootIn(event.target) : null;
      // What was meant the root's own listener says.
      if (root) enter(root);
      else act(event);
    }]);
  };
  on(["load", "focusin"], () => undefined);
  return { on, look: () => rootsOf(document).forEach(enter) };
}
