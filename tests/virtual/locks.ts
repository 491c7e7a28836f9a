// Web Locks for Node (20 has none), as the specification orders them: one queue a name, ifAvailable, steal, signal.
// Each VirtualLocks is one browser; hand the same one to everything that shares an origin.

interface Request {
  readonly grant: () => void;
  readonly fail: (error: unknown) => void;
}

type Callback<T> = (lock: Lock | null) => T | PromiseLike<T>;

interface Queue {
  held: { readonly steal: () => void } | null;
  readonly waiting: Request[];
}

export class VirtualLocks {
  readonly #queues = new Map<string, Queue>();

  /** The names of the locks that somebody holds. */
  held(): readonly string[] {
    return [...this.#queues].flatMap(([name, { held }]) => (held ? [name] : []));
  }

  request<T>(name: string, callback: Callback<T>): Promise<T>;
  request<T>(name: string, options: LockOptions, callback: Callback<T>): Promise<T>;
  async request<T>(name: string, first: LockOptions | Callback<T>, second?: Callback<T>): Promise<T> {
    const options = typeof first === "function" ? {} : first;
    const callback = typeof first === "function" ? first : second;
    if (!callback) throw new TypeError("a callback is needed");
    const queue = this.#queues.get(name) ?? { held: null, waiting: [] };
    this.#queues.set(name, queue);
    options.signal?.throwIfAborted();
    if (options.ifAvailable && (queue.held || queue.waiting.length > 0)) return await callback(null);
    if (options.steal) queue.held?.steal();
    else if (queue.held || queue.waiting.length > 0) await this.#wait(queue, options.signal);
    return await this.#hold(name, queue, callback);
  }

  #wait(queue: Queue, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const request: Request = { grant: resolve, fail: reject };
      queue.waiting.push(request);
      signal?.addEventListener("abort", () => {
        const at = queue.waiting.indexOf(request);
        if (at < 0) return;
        queue.waiting.splice(at, 1);
        reject(new DOMException("aborted", "AbortError"));
      });
    });
  }

  #hold<T>(name: string, queue: Queue, callback: Callback<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const mine = {
        steal: () => {
          queue.held = null;
          reject(new DOMException("the lock was stolen", "AbortError"));
        },
      };
      queue.held = mine;
      const done = (): void => {
        if (queue.held !== mine) return;
        const next = queue.waiting.shift();
        // Granted from here on, though the one who waited hears of it a turn later.
        queue.held = next ? { steal: () => (queue.held = null) } : null;
        next?.grant();
      };
      void (async () => {
        try {
          resolve(await callback({ name, mode: "exclusive" }));
        } catch (error) {
          reject(error instanceof Error ? error : new Error("the callback failed"));
        } finally {
          done();
        }
      })();
    });
  }
}
