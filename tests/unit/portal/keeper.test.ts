// How long the hidden frame that keeps drafts is waited for, and how often there is another.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FromFrame, ToFrame } from "../../../src/forms/line.ts";
import type { FeatureContext } from "../../../src/portal/feature.ts";
import { makeKeeper } from "../../../src/portal/keeper.ts";

class Line extends EventTarget {
  readonly given: ToFrame[] = [];
  start(): void {}
  postMessage(message: ToFrame): void {
    this.given.push(message);
  }
}

/** The frames that were made, when, and their ends of the line. */
const made = vi.hoisted((): { readonly at: number; readonly line: unknown; readonly frame: { isConnected: boolean } }[] => []);
vi.mock("../../../src/portal/frameLine.ts", () => ({
  openFrame: () => {
    const frame = { isConnected: false, style: {}, remove: () => (frame.isConnected = false) };
    const line = new Line();
    made.push({ at: Date.now(), line, frame });
    return { frame, line, noted: Promise.resolve(true) };
  },
}));

const draft: ToFrame = { kind: "keep", draftId: "1", base: null, identity: { formKey: "f", url: "https://www.my.gov.ge/f", title: "f" }, fields: [], files: null, sending: false } as unknown as ToFrame;
const lineOf = (nth: number): Line => made[nth]?.line as Line;

function keeper() {
  const heard: FromFrame[] = [];
  const overlay = { root: { append: (frame: { isConnected: boolean }) => (frame.isConnected = true) } };
  const context = { document: {}, signal: new AbortController().signal, overlay } as unknown as FeatureContext;
  return { ...makeKeeper(context, (message) => heard.push(message)), heard };
}

describe("the frame that keeps drafts", () => {
  beforeEach(() => {
    made.splice(0);
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => void vi.useRealTimers());

  it("each that stays silent has twice the time of the one before, is given the draft anew, and the fourth is the last", async () => {
    keeper().send(draft);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(made.map(({ at }) => at / 1_000)).toEqual([0, 15, 45, 105]);
    expect(made.map((_, nth) => lineOf(nth).given)).toEqual([[draft], [draft], [draft], [draft]]);
    expect(made.map(({ frame }) => frame.isConnected)).toEqual([false, false, false, false]);
  });

  it("one that says something within its own time stays, though the first ones were too slow", async () => {
    const { send, heard } = keeper();
    send(draft);
    await vi.advanceTimersByTimeAsync(15_000 + 29_000);
    const word: FromFrame = { kind: "kept", asked: "1", draftId: "1", base: null, kept: { how: "stored" } } as unknown as FromFrame;
    lineOf(1).dispatchEvent(new MessageEvent("message", { data: word }));
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect([made.length, made[1]?.frame.isConnected, heard]).toEqual([2, true, [word]]);
  });
});
