// The locks of one context that may be killed: then what it holds falls, and what it waits for it does not get.
import type { VirtualLocks } from "./locks.ts";

export class MortalLocks {
  readonly #locks: VirtualLocks;
  readonly #life = new AbortController();
  readonly #over: Promise<never>;

  constructor(locks: VirtualLocks) {
    this.#locks = locks;
    this.#over = new Promise((_, reject) => this.#life.signal.addEventListener("abort", () => reject(new DOMException("the context is gone", "AbortError"))));
    this.#over.catch(() => {});
  }

  request<T>(name: string, first: LockOptions | ((lock: Lock | null) => T | PromiseLike<T>), second?: (lock: Lock | null) => T | PromiseLike<T>): Promise<T> {
    const options = typeof first === "function" ? {} : first;
    const callback = typeof first === "function" ? first : second;
    if (!callback) throw new TypeError("a callback is needed");
    const { signal: given, ...others } = options;
    const signal = given ? AbortSignal.any([given, this.#life.signal]) : this.#life.signal;
    return this.#locks.request(name, { ...others, signal }, (lock) => Promise.race([this.#over, callback(lock)]));
  }

  /** The context is gone. */
  fall(): void {
    this.#life.abort();
  }
}
