// A page that floods the extension gets answers to the first messages and silence after that: no queue, no memory.

const burst = 20;
const refillMs = 500;

/** @returns a function that says whether one more request may be served: 20 at once, then two a second. */
export function makeBudget(now: () => number): () => boolean {
  let tokens = burst;
  let last = now();
  return () => {
    const time = now();
    tokens = Math.min(burst, tokens + (time - last) / refillMs);
    last = time;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
