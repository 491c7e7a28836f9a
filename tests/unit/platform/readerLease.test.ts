import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { acquireLease, type Lease, type LeasePriority } from "../../../src/platform/readerLease.ts";
import { VirtualLocks } from "../../virtual/locks.ts";

/** No "in use" reaches anybody, as if every prompt stood still. */
let still = false;
class Channel extends BroadcastChannel {
  override postMessage(message: { readonly kind: string }): void {
    if (!still || message.kind !== "in-use") super.postMessage(message);
  }
}
beforeEach(() => void vi.stubGlobal("BroadcastChannel", Channel));

const open: Lease[] = [];
let keys = 0;

function world() {
  const locks = new VirtualLocks();
  const key = `test:${(keys += 1)}`;
  const events: string[] = [];
  const take = async (priority: LeasePriority, patienceMs = 100, signal = new AbortController().signal, askAgainMs?: number) => {
    const lease = await acquireLease({ key, priority, signal, locks, patienceMs, ...(askAgainMs === undefined ? {} : { askAgainMs }), onWaiting: () => events.push(`${priority} waits`) });
    open.push(lease);
    return lease;
  };
  return { take, events, locks, key };
}

afterEach(() => {
  vi.unstubAllGlobals();
  still = false;
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

  it("a prompt that said it is in use and hangs from then on loses the reader to the one that waits", async () => {
    const { take, locks, key } = world();
    const channel = new BroadcastChannel("moqalaqe-reader-lease");
    let answers = 0;
    channel.addEventListener("message", ({ data }: MessageEvent<{ readonly kind: string; readonly key: string }>) => {
      if (data.kind !== "wanted" || data.key !== key) return;
      answers += 1;
      if (answers <= 2) channel.postMessage({ kind: "in-use", key, priority: "prompt" });
    });
    const hanging = locks.request(`moqalaqe-reader-lease:${key}`, () => new Promise<void>(() => {}));
    hanging.catch(() => {});
    await take("prompt", 50, undefined, 50);
    await expect(hanging).rejects.toThrow();
    expect(answers).toBe(3);
    channel.close();
  });

  it("a prompt that lives is asked as often as one likes, and keeps the reader", async () => {
    const { take } = world();
    const first = await take("prompt");
    let got = false;
    const second = take("prompt", 20, undefined, 20).then((lease) => {
      got = true;
      return lease;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(got).toBe(false);
    expect(first.wanted.aborted).toBe(false);
    first.release();
    await second;
  });

  it("a prompt that stands still for longer than a view may keeps the reader: it may be in the middle of a PIN", async () => {
    const { take } = world();
    const first = await take("prompt");
    still = true;
    let got = false;
    const second = take("prompt", 30).then((lease) => {
      got = true;
      return lease;
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    still = false;
    expect(got).toBe(false);
    expect(first.wanted.aborted).toBe(false);
    first.release();
    await second;
  });

  it("but not for ever; who took it by force then stands under the same protection", async () => {
    const { take } = world();
    const first = await take("prompt");
    still = true;
    const second = await take("prompt", 20, undefined, 200);
    expect(first.wanted.aborted).toBe(true);
    let got = false;
    const third = take("prompt", 20, undefined, 10_000).then(() => (got = true));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(got).toBe(false);
    expect(second.wanted.aborted).toBe(false);
    second.release();
    await third;
  });

  it("an answer that comes when patience has just run out still counts", async () => {
    const { locks, key } = world();
    const channel = new BroadcastChannel("moqalaqe-reader-lease");
    let taken = false;
    const holding = locks.request(`moqalaqe-reader-lease:${key}`, () => new Promise<void>(() => {}));
    holding.catch(() => (taken = true));
    // A browser in which leaving the queue takes its time; in it the holder finds the words.
    const slow = {
      request: async (name: string, options: LockOptions, callback: (lock: Lock | null) => Promise<unknown>) => {
        try {
          return await locks.request(name, options, callback);
        } catch (error) {
          channel.postMessage({ kind: "in-use", key, priority: "prompt" });
          await new Promise((resolve) => setTimeout(resolve, 50));
          throw error;
        }
      },
    };
    const stop = new AbortController();
    const waiting = acquireLease({ key, priority: "prompt", signal: stop.signal, locks: slow as never, patienceMs: 50, onWaiting: () => {} });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(taken).toBe(false);
    stop.abort();
    await expect(waiting).rejects.toThrow();
    channel.close();
  });

  it("nothing is held any more once it is released", async () => {
    const { take, locks } = world();
    for (const priority of ["prompt", "view"] as const) (await take(priority)).release();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(locks.held()).toEqual([]);
  });

  it("who asks in the moment in which the reader changes hands does not take it from its new user", async () => {
    const { take, events } = world();
    const first = await take("prompt");
    const second = take("prompt", 5_000);
    while (events.length < 1) await Promise.resolve();
    let got = false;
    const third = take("prompt", 200).then((lease) => {
      got = true;
      return lease;
    });
    while (events.length < 2) await Promise.resolve();
    // The third one's question was not delivered yet, and the one that it is put to is gone.
    first.release();
    const user = await second;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(got).toBe(false);
    expect(user.wanted.aborted).toBe(false);
    user.release();
    await third;
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
