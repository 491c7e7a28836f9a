// Nothing acts in a frame that has not been seen whole for half a second. See: [Note: seen before acted on].
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FramePlace } from "../../../src/frame/framePlace.ts";
import { guardClicks } from "../../../src/frame/visibility.ts";
import { clear, openEye, type View } from "./eye.ts";

const acts = ["click", "auxclick", "submit", "drop", "change", "pointerdown", "mousedown", "dragstart", "Enter", " ", "Alt+a"] as const;
const ways: readonly (readonly [string, View])[] = [
  ["covered", { ...clear, covered: true }],
  ["moved out of the window", { ...clear, ratio: 0 }],
  ["moved a little over its edge", { ...clear, ratio: 0.95 }],
  ["made a little transparent", { ...clear, opacity: 0.99 }],
  ["transformed", { ...clear, distorted: true }],
];

let now = 0;
let show: ReturnType<typeof openEye>;
let acted: string[] = [];
let covered: boolean | undefined;
let page: EventTarget;
/** What is to be done when the browser draws the next time. */
const frames: (() => void)[] = [];
const draws = (): void => frames.splice(0).forEach((draw) => draw());
let told: [type: string, taken: boolean][] = [];

function eventOf(act: string): Event {
  const key = /^(?:Alt\+)?(.|Enter|Escape|Tab)$/.exec(act)?.[1];
  return Object.assign(new Event(key ? "keydown" : act, { cancelable: true }), key ? { key, altKey: act.startsWith("Alt+") } : {});
}

/** @returns whether the panel heard of it; what it did not hear of the browser did not do either */
function takes(act: string): boolean {
  const event = eventOf(act);
  acted = [];
  page.dispatchEvent(event);
  const heard = acted.includes(event.type);
  expect(event.defaultPrevented, act).toBe(!heard);
  return heard;
}
const taken = (): readonly string[] => acts.filter(takes);

describe("a frame in a page", () => {
  beforeEach(() => {
    now = 10_000;
    covered = undefined;
    told = [];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(performance, "now").mockImplementation(() => now);
    frames.length = 0;
    vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
    show = openEye();
    page = Object.assign(new EventTarget(), { documentElement: { classList: { toggle: (_: string, on: boolean) => (covered = on) } } });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what of a document is asked here
    guardClicks(page as Document, {} as Element, new FramePlace(), ({ type }, wasTaken) => void told.push([type, wasTaken]));
    for (const type of new Set(acts.map((act) => eventOf(act).type))) page.addEventListener(type, () => acted.push(type));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it("takes nothing before the browser has said that it is visible, however long that takes", () => {
    now += 60_000;
    expect(taken()).toEqual([]);
  });

  it("takes nothing in the first half second that it is visible, and everything after it", () => {
    show(clear);
    expect([taken(), covered]).toEqual([[], false]);
    now += 499;
    expect(taken()).toEqual([]);
    now += 1;
    expect(taken()).toEqual(acts);
  });

  it.each(ways)("takes nothing while it is %s, and for half a second after that", (_, view) => {
    show(view);
    now += 5_000;
    expect([taken(), covered]).toEqual([[], true]);
    show(clear);
    now += 499;
    expect([taken(), covered]).toEqual([[], false]);
    now += 1;
    expect(taken()).toEqual(acts);
  });

  it.each(ways)("that took clicks and is %s takes none from that moment on, and counts anew", (_, view) => {
    show(clear);
    now += 5_000;
    expect(taken()).toEqual(acts);
    show(view);
    expect(taken()).toEqual([]);
    now += 5_000;
    expect(taken()).toEqual([]);
    show(clear);
    now += 499;
    expect(taken()).toEqual([]);
    now += 1;
    expect(taken()).toEqual(acts);
  });

  it("that is said not to be seen asks anew after a second, as long as it is so, and what is said then counts from then on", () => {
    const hidden = { ...clear, covered: true };
    show(clear);
    for (let times = 0; times < 3; times += 1) {
      show(hidden);
      vi.advanceTimersByTime(999);
      expect(show(hidden)).toBe(1);
      vi.advanceTimersByTime(1_000);
      // Not before it has stopped for a frame, and in a hidden tab there are none.
      expect(show(clear)).toBe(0);
      draws();
      expect(show(clear)).toBe(0);
      now += 5_000;
      expect(taken()).toEqual([]);
      draws();
      expect(show(hidden)).toBe(1);
    }
    vi.advanceTimersByTime(1_000);
    draws();
    draws();
    show(clear);
    expect(taken()).toEqual([]);
    now += 500;
    expect(taken()).toEqual(acts);
    vi.advanceTimersByTime(60_000);
    expect([frames, show(clear)]).toEqual([[], 1]);
    expect(taken()).toEqual(acts);
  });

  it("two short times are not a long one", () => {
    for (let times = 0; times < 10; times += 1) {
      show(clear);
      now += 400;
      expect(taken()).toEqual([]);
      show({ ...clear, covered: true });
    }
  });

  it("visible still is visible on: being told so again does not begin anew", () => {
    show(clear);
    now += 300;
    show(clear);
    now += 200;
    expect(taken()).toEqual(acts);
  });

  it("of several reports at once the last one is how it is", () => {
    show(clear, { ...clear, covered: true });
    now += 600;
    expect(taken()).toEqual([]);
    show({ ...clear, covered: true }, clear);
    now += 500;
    expect(taken()).toEqual(acts);
  });

  it("tells of each click and key that acts whether it was taken", () => {
    taken();
    show(clear);
    now += 500;
    taken();
    expect(told).toEqual([...["click", "keydown", "keydown", "keydown"].map((type) => [type, false]), ...["click", "keydown", "keydown", "keydown"].map((type) => [type, true])]);
  });

  it("can always be left and walked through by keys", () => {
    expect(["Escape", "Tab", "a"].map(takes)).toEqual([true, true, true]);
  });

  const pressAt = (type: string, left: number, pointerType = "mouse"): boolean => {
    const event = Object.assign(new Event(type, { cancelable: true }), { pointerType, clientX: 100, clientY: 50, screenX: left + 100, screenY: 150 });
    acted = [];
    page.dispatchEvent(event);
    return acted.includes(type) && !event.defaultPrevented;
  };
  const click = (left: number, up = left, pointerType = "mouse"): readonly boolean[] => [pressAt("pointerdown", left, pointerType), takes("mousedown"), pressAt("click", up, pointerType)];

  it("takes no press of a pointer that has only just come, nor where it was moved under it, nor what is let go elsewhere", () => {
    show(clear);
    now += 5_000;
    expect(click(300)).toEqual([false, false, false]);
    now += 300;
    expect(click(300)).toEqual([true, true, true]);
    now += 5_000;
    // Moved: also where the button is held for so long that the frame has come to rest meanwhile.
    expect([pressAt("pointerdown", 260), takes("mousedown")]).toEqual([false, false]);
    now += 1_000;
    expect(pressAt("click", 260)).toBe(false);
    expect(click(260)).toEqual([true, true, true]);
    expect(click(260, 220)).toEqual([true, true, false]);
  });

  const goesOut = (pointerType: string): void => {
    page.dispatchEvent(Object.assign(new Event("pointerout"), { pointerType, relatedTarget: null }));
  };

  it("takes no press of a pointer that was over the page and has only just come back; a finger is lifted each time", () => {
    show(clear);
    now += 5_000;
    click(300);
    now += 300;
    expect(click(300)).toEqual([true, true, true]);
    goesOut("touch");
    expect(click(300)).toEqual([true, true, true]);
    goesOut("mouse");
    now += 5_000;
    expect(click(300)).toEqual([false, false, false]);
    now += 300;
    expect(click(300)).toEqual([true, true, true]);
  });

  it("takes a finger's first touch, and keys and what our own code clicks wherever it lies", () => {
    show(clear);
    now += 5_000;
    expect(click(300, 300, "touch")).toEqual([true, true, true]);
    expect(click(200, 200, "touch")).toEqual([false, false, false]);
    expect([takes("Enter"), takes("click"), takes("change")]).toEqual([true, true, true]);
  });
});
