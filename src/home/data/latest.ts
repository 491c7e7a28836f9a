/** Work of which only the last begun counts: what was begun before is aborted, and nothing of it is taken any more. */
export class Latest {
  #now = new AbortController();

  /** @returns what came out, or null where something else was begun meanwhile */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.stop();
    const { signal } = this.#now;
    try {
      const done = await work(signal);
      return signal.aborted ? null : done;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  stop(): void {
    this.#now.abort();
    this.#now = new AbortController();
  }
}
