import { expect, test } from "vitest";
import type { Timer } from "../../../src/async/timer.ts";
import { late, within } from "../../../src/async/within.ts";

/** A clock that stands until it is told to ring, and says how its waits ended. */
function clock() {
  const waits: { readonly ms: number; readonly ring: () => void; ended: "rung" | "stopped" | null }[] = [];
  const timer: Timer = {
    after: (ms, signal) =>
      new Promise((resolve) => {
        const wait: (typeof waits)[number] = { ms, ring: () => ((wait.ended = "rung"), resolve()), ended: null };
        const stop = (): void => ((wait.ended ??= "stopped"), resolve());
        waits.push(wait);
        if (signal?.aborted) stop();
        else signal?.addEventListener("abort", stop);
      }),
  };
  return { timer, waits };
}

test("what ends in time is handed on, its failure too, and no clock goes on", async () => {
  const { timer, waits } = clock();
  expect(await within(Promise.resolve(7), 500, timer)).toBe(7);
  await expect(within(Promise.reject(new Error("its own")), 500, timer)).rejects.toThrow("its own");
  expect(waits.map(({ ms, ended }) => [ms, ended])).toEqual([[500, "stopped"], [500, "stopped"]]);
});

test("what takes longer is late, and its failure afterwards is nobody's", async () => {
  const { timer, waits } = clock();
  let fail: (error: Error) => void = () => {};
  const waited = within(new Promise((_, reject) => (fail = reject)), 500, timer);
  waits[0]?.ring();
  expect(await waited).toBe(late);
  // A rejection that nobody has taken fails the run.
  fail(new Error("much later"));
  await new Promise((resolve) => setTimeout(resolve));
});

test("whoever does not want to wait any longer, or never did, is not kept", async () => {
  const { timer } = clock();
  const stop = new AbortController();
  const waited = within(new Promise(() => {}), 500, timer, stop.signal);
  stop.abort();
  expect(await waited).toBe(late);
  expect(await within(new Promise(() => {}), 500, timer, stop.signal)).toBe(late);
});
