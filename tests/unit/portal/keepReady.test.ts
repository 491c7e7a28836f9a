// When the menu's frame is made ready out of sight, and when it is given up. See: [Note: ready before it is wanted].
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepReady } from "../../../src/portal/features/keepReady.ts";
import { askStandIns } from "./standIns.ts";

class Key extends Event {
  readonly altKey: boolean = false;
  readonly ctrlKey: boolean = false;
  readonly metaKey: boolean = false;

  constructor(held: Partial<Pick<KeyboardEvent, "altKey" | "ctrlKey" | "metaKey">> = {}) {
    super("keydown");
    Object.assign(this, held);
  }
}

/** A page, what the browser says of it, and a panel that may be open. */
function page() {
  const document = new EventTarget();
  const stop = new AbortController();
  const resting: (() => void)[] = [];
  const now = { hidden: false, open: false };
  Object.defineProperty(document, "hidden", { get: () => now.hidden });
  vi.stubGlobal("requestIdleCallback", (act: () => void) => resting.push(act));
  const view = new EventTarget();
  vi.stubGlobal("addEventListener", view.addEventListener.bind(view));
  const did: string[] = [];
  const panel = { prepare: () => void did.push("ready"), putAway: () => (now.open || did.push("away"), !now.open) };
  const ready = keepReady({ document: document as Document, signal: stop.signal }, panel);
  const turns = (hidden: boolean): void => {
    now.hidden = hidden;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  /** @returns what came of it since it was asked last */
  const since = (): readonly string[] => did.splice(0);
  const goes = (): void => void view.dispatchEvent(new Event("beforeunload"));
  return { ready, now, turns, goes, since, stop, rests: () => resting.splice(0).forEach((act) => act()), waiting: resting };
}

describe("the menu's frame", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    askStandIns();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([["pointermove", new Event("pointermove")], ["pointerdown", new Event("pointerdown")], ["a key", new Key()]])("is made ready after %s, once the browser has nothing else to do, and once only", (_, event) => {
    const { ready, rests, since, waiting } = page();
    vi.advanceTimersByTime(60_000);
    expect(since()).toEqual([]);
    ready(event);
    expect(since()).toEqual([]);
    rests();
    expect(since()).toEqual(["ready"]);
    // Also where the page has broken it meanwhile: it is given no other for every movement.
    for (const again of [event, new Event("pointermove"), new Key({ altKey: true })]) ready(again);
    rests();
    expect([since(), waiting]).toEqual([[], []]);
  });

  it("is not made ready where a page only scrolls, which it can do by itself", () => {
    const { ready, rests, since } = page();
    ready(new Event("scroll"));
    rests();
    expect(since()).toEqual([]);
    ready(new Event("pointermove"));
    rests();
    expect(since()).toEqual(["ready"]);
  });

  it.each(["altKey", "ctrlKey", "metaKey"] as const)("is made ready at once where keys may begin that open it: %s", (held) => {
    const { ready, since } = page();
    ready(new Key({ [held]: true }));
    expect(since()).toEqual(["ready"]);
  });

  it("is given up once nobody has looked for half a minute, and made ready again when somebody is back", () => {
    const { ready, rests, since, turns } = page();
    ready(new Event("pointermove"));
    rests();
    since();
    turns(true);
    vi.advanceTimersByTime(29_999);
    turns(false);
    vi.advanceTimersByTime(60_000);
    expect(since()).toEqual([]);
    ready(new Event("pointermove"));
    rests();
    expect(since()).toEqual([]);
    turns(true);
    vi.advanceTimersByTime(30_000);
    turns(false);
    expect(since()).toEqual(["away"]);
    rests();
    expect(since()).toEqual([]);
    ready(new Event("pointermove"));
    rests();
    expect(since()).toEqual(["ready"]);
  });

  it("stays where somebody has the menu open, and goes the next time when it is closed", () => {
    const { ready, rests, since, turns, now } = page();
    ready(new Event("pointermove"));
    rests();
    now.open = true;
    turns(true);
    vi.advanceTimersByTime(60_000);
    turns(false);
    ready(new Event("pointermove"));
    rests();
    expect(since()).toEqual(["ready"]);
    now.open = false;
    turns(true);
    vi.advanceTimersByTime(30_000);
    expect(since()).toEqual(["away"]);
  });

  it("is given up as the page goes, which the browser would not keep with it; should the page stay or be given back, it is made ready anew", () => {
    const { ready, rests, since, goes, now } = page();
    for (let times = 0; times < 2; times += 1) {
      ready(new Event("pointermove"));
      rests();
      goes();
      expect(since()).toEqual(["ready", "away"]);
    }
    ready(new Event("pointermove"));
    rests();
    now.open = true;
    goes();
    expect(since()).toEqual(["ready"]);
  });

  it("is not made ready in a tab that was left before the browser came to it, nor after the tools have gone", () => {
    const { ready, rests, since, turns, stop } = page();
    ready(new Event("pointermove"));
    turns(true);
    rests();
    turns(false);
    expect(since()).toEqual([]);
    ready(new Event("pointermove"));
    stop.abort();
    rests();
    turns(true);
    vi.advanceTimersByTime(60_000);
    expect(since()).toEqual([]);
  });
});
