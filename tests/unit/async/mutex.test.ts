import { expect, test } from "vitest";
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
