// The line to the hidden frame when the service worker gives no word, once or for good.
import { describe, expect, it, vi } from "vitest";
import type { FromFrame } from "../../../src/forms/line.ts";
import type { FeatureContext } from "../../../src/portal/feature.ts";

const frames = vi.hoisted(() => ({ answers: [] as unknown[], asked: 0, reload: (): void => undefined }));
vi.mock("../../../src/portal/frameLine.ts", () => ({
  openFrame: (_: unknown, __: unknown, onLost: () => void) => {
    frames.asked += 1;
    frames.reload = onLost;
    const answer = frames.answers.shift() ?? null;
    const noted = Promise.resolve(answer !== null);
    void noted.then((good) => good || onLost());
    return { ...(answer ?? opened()), noted };
  },
}));
const { makeKeeper } = await import("../../../src/portal/keeper.ts");

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function start(answers: unknown[]): { heard: FromFrame[]; keeper: ReturnType<typeof makeKeeper> } {
  frames.answers = answers;
  frames.asked = 0;
  const heard: FromFrame[] = [];
  const context = { signal: new AbortController().signal, overlay: { root: { append: () => undefined } } };
  return { heard, keeper: makeKeeper(context as unknown as FeatureContext, (message) => heard.push(message)) };
}

function opened(): { frame: unknown; line: unknown; posted: unknown[]; say: (data: FromFrame) => void } {
  const posted: unknown[] = [];
  let hear: (event: { readonly data: FromFrame }) => void = () => undefined;
  return {
    frame: { style: {}, isConnected: true, remove: () => undefined },
    posted,
    say: (data) => hear({ data }),
    line: { addEventListener: (_: string, listener: typeof hear) => (hear = listener), start: () => undefined, postMessage: (message: unknown) => posted.push(message) },
  };
}

describe("the keeper of a page", () => {
  const draft = { kind: "keep", draftId: "d", base: null, identity: { formKey: "f", url: "https://my.gov.ge/", title: "t" }, fields: [], files: null, sending: false } as const;
  it("one answer that never came is asked for again, and nothing is lost or turned around", async () => {
    const frame = opened();
    const { heard, keeper } = start([null, frame]);
    keeper.send({ kind: "watch", formKey: "f" });
    keeper.send(draft);
    await settled();
    expect(frame.posted).toEqual([{ kind: "watch", formKey: "f" }, draft]);
    expect([frames.asked, heard]).toEqual([2, []]);
  });
  it("what nobody took is said to have failed, and the next message asks anew", async () => {
    const { heard, keeper } = start([]);
    keeper.send(draft);
    await settled();
    expect(heard).toEqual([{ kind: "kept", asked: "d", draftId: "d", base: null, kept: { how: "failed" } }]);
    const frame = opened();
    frames.answers = [frame];
    keeper.send(draft);
    await settled();
    expect(frame.posted).toEqual([draft]);
  });

  it("a draft of which no word has come when the page takes the frame away is given to the next one, and no other", async () => {
    const [first, second] = [opened(), opened()];
    const { keeper } = start([first, second]);
    const other = { ...draft, draftId: "o" };
    keeper.send(other);
    keeper.send(draft);
    keeper.send({ kind: "watch", formKey: "f" });
    await settled();
    const newer = { ...draft, sending: true };
    keeper.send(newer);
    await settled();
    first.say({ kind: "kept", asked: "o", draftId: "o", base: null, kept: { how: "stored", forked: false } });
    frames.reload();
    await settled();
    expect(second.posted).toEqual([newer]);
    // With word of all of them there is nothing to bring: the frame comes with the next message.
    second.say({ kind: "kept", asked: "d", draftId: "d", base: null, kept: { how: "stored", forked: false } });
    frames.reload();
    await settled();
    expect(frames.asked).toBe(2);
  });

  it("a page that takes every frame away is not given one after the other for ever", async () => {
    const all = Array.from({ length: 20 }, opened);
    const { keeper } = start([...all]);
    keeper.send(draft);
    for (let round = 0; round < 10; round += 1) {
      await settled();
      frames.reload();
    }
    await settled();
    expect(frames.asked).toBe(4);
  });

  it("a frame that never says a word is followed by another, which is given the draft; one that has spoken stays", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const [first, second] = [opened(), opened()];
      const { keeper } = start([first, second]);
      keeper.send(draft);
      await settled();
      expect(first.posted).toEqual([draft]);
      vi.advanceTimersByTime(15_000);
      await settled();
      expect(second.posted).toEqual([draft]);
      second.say({ kind: "shown" });
      vi.advanceTimersByTime(60_000);
      await settled();
      expect(frames.asked).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});
