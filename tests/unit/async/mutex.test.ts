import { expect, test } from "vitest";
import { systemTimer } from "../../../src/async/systemTimer.ts";
import { Mutex } from "../../../src/async/mutex.ts";

test("one begins when the one before has ended, a failure included, in the order of asking", async () => {
  const mutex = new Mutex();
  let fail: (error: Error) => void = () => {};
  const first = new Promise<void>((_, reject) => (fail = reject));
  const seen: string[] = [];
  const note = (what: string, until?: Promise<void>) => async (): Promise<string> => {
    seen.push(`${what} begins`);
    await until;
    seen.push(`${what} ends`);
    return what;
  };
  const done = [mutex.run(note("a", first)), mutex.run(note("b")), mutex.run(note("c"))];
  await new Promise((resolve) => setTimeout(resolve));
  expect(seen).toEqual(["a begins"]);
  fail(new Error("a failed"));
  expect((await Promise.allSettled(done)).map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(seen).toEqual(["a begins", "b begins", "b ends", "c begins", "c ends"]);
});

test("a turn that never ends keeps nobody waiting longer than was said, and one that only waited for it is not cut short", async () => {
  const begun: (() => void)[] = [];
  const clock = { after: (_: number, signal?: AbortSignal) => new Promise<void>((resolve) => (signal?.addEventListener("abort", () => resolve()), begun.push(resolve))) };
  const mutex = new Mutex({ ms: 10, timer: clock });
  const seen: string[] = [];
  void mutex.run(() => (seen.push("hangs"), new Promise<never>(() => {})));
  const next = mutex.run(async () => (seen.push("next"), "next"));
  await systemTimer.after(0);
  expect([seen, begun.length]).toEqual([["hangs"], 1]);
  begun[0]?.();
  expect(await next).toBe("next");
  expect(seen).toEqual(["hangs", "next"]);
  // In time is in time: nothing of it is left over.
  expect(await mutex.run(async () => "last")).toBe("last");
});
