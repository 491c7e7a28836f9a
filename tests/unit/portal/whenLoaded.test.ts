// When the tools may come into a page: after its own work, and at once where somebody does something.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rested, whenLoaded } from "../../../src/portal/whenLoaded.ts";
import { askStandIns } from "./standIns.ts";

/** A document that is being read, its window, and what the browser says of them. */
function page(): { document: Document; view: EventTarget; becomes: (state: DocumentReadyState) => void; shows: (...names: string[]) => void; rests: () => void; hidden: boolean } {
  const view = new EventTarget();
  const document = new EventTarget();
  const observers: ((names: readonly string[]) => void)[] = [];
  const resting: (() => void)[] = [];
  const all = { document: document as Document, view, hidden: false, becomes, shows: (...names: string[]) => observers.forEach((tell) => tell(names)), rests: () => resting.splice(0).forEach((act) => act()) };
  let state: DocumentReadyState = "loading";
  Object.defineProperties(document, { readyState: { get: () => state }, hidden: { get: () => all.hidden } });
  askStandIns();
  vi.stubGlobal("addEventListener", view.addEventListener.bind(view));
  function becomes(now: DocumentReadyState): void {
    state = now;
    if (now === "interactive") document.dispatchEvent(new Event("DOMContentLoaded"));
    if (now === "complete") view.dispatchEvent(new Event("load"));
  }
  vi.stubGlobal("requestIdleCallback", (act: () => void) => resting.push(act));
  vi.stubGlobal("PerformanceObserver", class {
    constructor(tell: (list: { getEntriesByName: (name: string) => readonly string[] }) => void) {
      observers.push((names) => tell({ getEntriesByName: (name) => names.filter((one) => one === name) }));
    }
    observe(): void {
      // What was shown before is told, too: here nothing was.
    }
    disconnect(): void {
      observers.length = 0;
    }
  });
  return all;
}

/** What a person's own doing is and a script's is not. */
function event(type: string, isTrusted: boolean): Event {
  const made = new Event(type);
  Object.defineProperty(made, "isTrusted", { value: isTrusted });
  return made;
}

describe("the tools begin", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("when the page is loaded, something of it was in sight, and the browser rests: once", () => {
    const now = page();
    const act = vi.fn();
    whenLoaded(now.document, act);
    for (const step of [() => now.becomes("interactive"), () => now.rests(), () => now.becomes("complete"), () => now.rests(), () => now.shows("first-paint"), () => now.rests(), () => now.shows("first-paint", "first-contentful-paint")]) {
      step();
      expect(act).not.toHaveBeenCalled();
    }
    now.rests();
    now.document.dispatchEvent(event("keydown", true));
    vi.advanceTimersByTime(60_000);
    expect(act).toHaveBeenCalledTimes(1);
  });
  it("without being seen where the page is in a tab behind others", () => {
    const now = page();
    now.hidden = true;
    const act = vi.fn();
    whenLoaded(now.document, act);
    now.becomes("complete");
    now.rests();
    expect(act).toHaveBeenCalledTimes(1);
  });
  it.each(["pointerdown", "keydown", "input", "change", "drop"])("at once with somebody's %s, though the page still loads; never with one that a script made up", (type) => {
    const now = page();
    const act = vi.fn();
    whenLoaded(now.document, act);
    now.document.dispatchEvent(event(type, true));
    expect(act).not.toHaveBeenCalled();
    now.becomes("interactive");
    expect(act).toHaveBeenCalledTimes(1);
    const other = page();
    const untouched = vi.fn();
    whenLoaded(other.document, untouched);
    other.becomes("interactive");
    other.document.dispatchEvent(event(type, false));
    expect(untouched).not.toHaveBeenCalled();
  });
  it("at once with what somebody asks for in another way, once the elements are there", () => {
    const now = page();
    const act = vi.fn();
    const begin = whenLoaded(now.document, act);
    begin();
    expect(act).not.toHaveBeenCalled();
    now.becomes("interactive");
    begin();
    expect(act).toHaveBeenCalledTimes(1);
  });
  it("two seconds after the elements are there on a page whose pictures never come", () => {
    const now = page();
    const act = vi.fn();
    whenLoaded(now.document, act);
    now.becomes("interactive");
    vi.advanceTimersByTime(1_999);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledTimes(1);
  });
  it("with a page that was loaded long ago", () => {
    const now = page();
    now.becomes("complete");
    const act = vi.fn();
    whenLoaded(now.document, act);
    now.shows("first-paint", "first-contentful-paint");
    now.rests();
    expect(act).toHaveBeenCalledTimes(1);
  });
});

describe("tools that are there start", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const started = async (typed: ReadonlySet<Element> | undefined, act: (now: ReturnType<typeof page>) => void): Promise<boolean> => {
    const now = page();
    let done = false;
    void rested(now.document, typed).then(() => (done = true));
    await Promise.resolve();
    act(now);
    await new Promise((resolve) => setTimeout(resolve));
    return done;
  };

  it("when the browser rests", async () => {
    expect(await started(undefined, () => undefined)).toBe(false);
    expect(await started(new Set(), (now) => now.rests())).toBe(true);
  });
  it("without that where somebody typed before, or does now", async () => {
    expect(await started(new Set([new EventTarget() as Element]), () => undefined)).toBe(true);
    expect(await started(new Set(), (now) => now.document.dispatchEvent(event("input", true)))).toBe(true);
  });
});
