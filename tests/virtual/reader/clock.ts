// Simulated time: what the wire and the card would take, added up, and slept only if asked.

export class VirtualClock {
  readonly #sleeps: boolean;
  #ms = 0;

  /** @param sleeps true: really wait, so that a benchmark can compare elapsed time with the floor. */
  constructor(sleeps = false) {
    this.#sleeps = sleeps;
  }

  /** Simulated milliseconds so far: the floor. */
  get ms(): number {
    return this.#ms;
  }

  async advance(ms: number): Promise<void> {
    this.#ms += ms;
    if (this.#sleeps && ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
