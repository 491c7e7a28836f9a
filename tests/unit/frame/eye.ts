// IntersectionObserver v2 with an eye that a test moves. What it says of an element is the specification's: ratio of what the window
// shows; `isVisible` only where visibility was asked for, and false for what is covered, transparent or distorted.
import { vi } from "vitest";

/** How the frame lies in the page. */
export interface View {
  readonly ratio: number;
  readonly covered: boolean;
  readonly opacity: number;
  /** Other than moved or evenly enlarged. */
  readonly distorted: boolean;
}
export const clear: View = { ratio: 1, covered: false, opacity: 1, distorted: false };

interface Options {
  readonly trackVisibility?: boolean;
  readonly delay?: number;
}
interface Entry {
  readonly intersectionRatio: number;
  readonly isVisible: boolean;
}
type Hear = (entries: readonly Entry[]) => void;

/** Until `vi.unstubAllGlobals`. @returns what shows the views to whoever watches, and says how many do: all in one report, the last one last */
export function openEye(): (...views: readonly View[]) => number {
  const watching: ((views: readonly View[]) => void)[] = [];
  vi.stubGlobal("IntersectionObserver", class {
    readonly #hear: Hear;
    readonly #visibility: boolean;
    constructor(hear: Hear, { trackVisibility = false, delay = 0 }: Options = {}) {
      if (trackVisibility && delay < 100) throw new DOMException("delay is less than 100", "NotSupportedError");
      this.#hear = hear;
      this.#visibility = trackVisibility;
    }
    #tell: ((views: readonly View[]) => void) | null = null;
    disconnect(): void {
      if (this.#tell) watching.splice(watching.indexOf(this.#tell), 1);
      this.#tell = null;
    }
    observe(): void {
      watching.push(this.#tell = (views) => this.#hear(views.map((view) => ({ intersectionRatio: view.ratio, isVisible: this.#visibility && view.ratio > 0 && !view.covered && view.opacity === 1 && !view.distorted }))));
    }
  });
  return (...views) => {
    watching.forEach((tell) => tell(views));
    return watching.length;
  };
}
