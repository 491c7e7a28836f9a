import type { Timer } from "./timer.ts";
import { within } from "./within.ts";

/** One at a time, in order of arrival. In memory only: a service worker that is stopped has nothing left that waits. */
export class Mutex {
  readonly #longest: { readonly ms: number; readonly timer: Timer } | null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param longest a turn that takes longer goes on, but keeps nobody waiting any more. Only where two at once cost less than waiting for good. */
  constructor(longest: { readonly ms: number; readonly timer: Timer } | null = null) {
    this.#longest = longest;
  }

  /** Runs `act` after everything asked for earlier has ended, whatever the outcome of that. */
  run<T>(act: () => Promise<T>): Promise<T> {
    const longest = this.#longest;
    const before = this.#last;
    const mine = before.then(act);
    const over = mine.catch(() => {});
    this.#last = longest ? before.then(() => within(over, longest.ms, longest.timer)) : over;
    return mine;
  }
}
