import { afterEach, describe, expect, it } from "vitest";
import { acquireLease, type Lease, type LeasePriority } from "../../../src/platform/readerLease.ts";
import { VirtualLocks } from "../../virtual/locks.ts";

const open: Lease[] = [];
let keys = 0;

function world() {
  const locks = new VirtualLocks();
  const key = `test:${(keys += 1)}`;
  const events: string[] = [];
  const take = async (priority: LeasePriority, patienceMs = 100, signal = new AbortController().signal) => {
    const lease = await acquireLease({ key, priority, signal, locks, patienceMs, onWaiting: () => events.push(`${priority} waits`) });
    open.push(lease);
    return lease;
  };
  return { take, events };
}

afterEach(() => {
  for (const lease of open.splice(0)) lease.release();
});

describe("reader lease", () => {
  it("is had at once when nobody has it", async () => {
    const { take, events } = world();
    await take("view");
    expect(events).toEqual([]);
  });

  it("a view gives way to a prompt, long before patience ends", async () => {
    const { take, events } = world();
    const view = await take("view");
    view.wanted.addEventListener("abort", () => {
      events.push("view gives way");
      view.release();
    });
    const start = performance.now();
    await take("prompt", 5_000);
    expect(events).toEqual(["prompt waits", "view gives way"]);
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  it("a view that hangs loses its lease to a prompt, and is told", async () => {
    const { take } = world();
    const view = await take("view");
    const prompt = await take("prompt", 50);
    expect(view.wanted.aborted).toBe(true);
    expect(prompt.wanted.aborted).toBe(false);
  });

  it("a prompt does not take the reader from another prompt", async () => {
    const { take, events } = world();
    const first = await take("prompt");
    let got = false;
    const second = take("prompt", 50).then((lease) => {
      got = true;
      return lease;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(got).toBe(false);
    expect(first.wanted.aborted).toBe(false);
    first.release();
    await second;
    expect(events).toEqual(["prompt waits"]);
  });

  it("nor on a machine so busy that patience is over before the answer was read", async () => {
    const { take, events } = world();
    const first = await take("prompt");
    let got = false;
    const second = take("prompt", 50).then((lease) => {
      got = true;
      return lease;
    });
    while (events.length === 0) await Promise.resolve();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    // The wish is sent; now this context stands still until well after patience has ended.
    const end = performance.now() + 300;
    while (performance.now() < end);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(got).toBe(false);
    expect(first.wanted.aborted).toBe(false);
    first.release();
    await second;
  });

  it("a view waits for a prompt without disturbing it", async () => {
    const { take } = world();
    const prompt = await take("prompt");
    const view = take("view", 50);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(prompt.wanted.aborted).toBe(false);
    prompt.release();
    await view;
  });

  it("a view that queued before a second prompt gives way to it as soon as it has the reader", async () => {
    const { take, events } = world();
    const first = await take("prompt");
    const view = take("view").then((lease) => {
      lease.wanted.addEventListener("abort", () => {
        events.push("view gives way");
        lease.release();
      });
    });
    // The view stands in the queue before the second prompt does.
    while (events.length === 0) await Promise.resolve();
    const second = take("prompt", 50);
    await new Promise((resolve) => setTimeout(resolve, 150));
    first.release();
    await view;
    await second;
    expect(events).toEqual(["view waits", "prompt waits", "view gives way"]);
  });

  it("waiting ends when its signal aborts", async () => {
    const { take } = world();
    await take("prompt");
    const stop = new AbortController();
    const waiting = take("prompt", 10_000, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toThrow();
  });
});
