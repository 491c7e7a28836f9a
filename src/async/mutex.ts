/** One at a time, in order of arrival. In memory only: a service worker that is stopped has nothing left that waits. */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `act` after everything asked for earlier has ended, whatever the outcome of that. */
  run<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(act, act);
    this.#last = mine.catch(() => {});
    return mine;
  }
}
