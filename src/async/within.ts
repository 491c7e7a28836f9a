import type { Timer } from "./timer.ts";

/** What was waited for had not ended by then. */
export const late = Symbol("late");

/**
 * Waits for `act`, but no longer than `ms`, nor than until `signal` aborts. Nothing stops `act` itself: what it comes to
 * afterwards, a failure too, is nobody's business any more.
 * @returns what `act` came to, or `late`
 */
export async function within<T>(act: Promise<T>, ms: number, timer: Timer, signal?: AbortSignal): Promise<T | typeof late> {
  const done = new AbortController();
  // Nobody asks why it is over: a reason of the browser's own would be an exception with its stack, each time.
  const stop = (): void => done.abort(late);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { signal: done.signal });
  try {
    return await Promise.race([act, timer.after(ms, done.signal).then((): typeof late => late)]);
  } finally {
    stop();
  }
}
