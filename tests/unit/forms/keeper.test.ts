// The line to the hidden frame when the service worker gives no word, once or for good.
import { describe, expect, it, vi } from "vitest";
import type { FromFrame } from "../../../src/forms/line.ts";
import type { FeatureContext } from "../../../src/portal/feature.ts";

const frames = vi.hoisted(() => ({ answers: [] as unknown[], asked: 0 }));
vi.mock("../../../src/portal/frameLine.ts", () => ({
  openFrame: () => {
    frames.asked += 1;
    return Promise.resolve(frames.answers.shift() ?? null);
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

function opened(): { frame: unknown; line: unknown; posted: unknown[] } {
  const posted: unknown[] = [];
  return { frame: { style: {} }, posted, line: { addEventListener: () => undefined, start: () => undefined, postMessage: (message: unknown) => posted.push(message) } };
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
});
