import { VirtualClock } from "../virtual/reader/clock.ts";

/**
 * Really waits as long as wire and card would take. A timer comes up to a millisecond late: what one wait was too long
 * the next is shorter, so that the sum is true.
 */
export class PacedClock extends VirtualClock {
  #late = 0;
  #total = 0;

  override get ms(): number {
    return this.#total;
  }

  override async advance(ms: number): Promise<void> {
    this.#total += ms;
    const due = performance.now() - this.#late + ms;
    if (due - performance.now() > 1) await new Promise((resolve) => setTimeout(resolve, due - performance.now() - 1));
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    this.#late = performance.now() - due;
  }
}
