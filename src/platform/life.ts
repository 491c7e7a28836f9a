// [Note: a lock for a life] A MessagePort whose other end was in a context that is gone says nothing (measured: no "close"
// in a card worker when the browser stops the service worker, nor there when the worker is terminated). So each side
// holds a Web Lock as long as it lives and tells the other its name: who is given that lock knows that its holder is gone.
import { randomName } from "./randomName.ts";
import type { Locks } from "./readerLease.ts";

export interface Life {
  /** Resolves once the lock is held. */
  readonly name: Promise<string>;
  end(): void;
}

/** Takes a lock of a new name, held until `end` or until this context is gone. */
export function holdLife(locks: Locks): Life {
  const name = `moqalaqe-life-${randomName()}`;
  let end = (): void => {};
  const over = new Promise<void>((resolve) => (end = resolve));
  return {
    name: new Promise((resolve, reject) => {
      locks
        .request(name, {}, () => {
          resolve(name);
          return over;
        })
        .catch(reject);
    }),
    end: () => end(),
  };
}

/** Waits for the end of another context's life. @returns false when `signal` came first. */
export async function whenOver(locks: Locks, name: string, signal: AbortSignal): Promise<boolean> {
  try {
    return await locks.request(name, { signal, mode: "shared" }, async () => !signal.aborted);
  } catch {
    return false;
  }
}
