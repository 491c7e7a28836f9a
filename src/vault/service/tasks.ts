import type { Work } from "../documentApi.ts";

/** Long work under way, by the names its callers gave it. */
export class Tasks {
  readonly #running = new Map<string, AbortController>();
  #count = 0;

  get busy(): boolean {
    return this.#count > 0;
  }

  async run<T>(work: Work | undefined, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const task = work?.task;
    if (task !== undefined) this.#running.set(task, controller);
    this.#count += 1;
    try {
      return await act(controller.signal);
    } finally {
      this.#count -= 1;
      if (task !== undefined && this.#running.get(task) === controller) this.#running.delete(task);
    }
  }

  cancel(task: string): void {
    this.#running.get(task)?.abort();
  }
}
