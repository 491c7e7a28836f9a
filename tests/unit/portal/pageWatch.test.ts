// What a round of looks has to say is drawn together; one drawing that fails takes nothing from the others.
import { afterEach, expect, it, vi } from "vitest";
import { watchPage } from "../../../src/portal/pageWatch.ts";
import { askStandIns } from "./standIns.ts";

afterEach(() => void vi.unstubAllGlobals());

it("a drawing that fails is reported, the others are drawn, and what changed meanwhile is looked at", () => {
  const idle: (() => void)[] = [];
  const reported: unknown[] = [];
  let change = (): void => undefined;
  vi.stubGlobal("requestIdleCallback", (act: (deadline: { timeRemaining: () => number }) => void) => idle.push(() => act({ timeRemaining: () => 50 })));
  vi.stubGlobal("reportError", (cause: unknown) => reported.push(cause));
  vi.stubGlobal("MutationObserver", class {
    constructor(tell: () => void) {
      change = tell;
    }
    observe(): void {
      // Told by hand.
    }
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  askStandIns();
  vi.stubGlobal("addEventListener", () => undefined);
  const watch = watchPage(Object.assign(new EventTarget(), { documentElement: {} }) as unknown as Document, new AbortController().signal);
  const failure = new TypeError("a strange page");
  const drawn: string[] = [];
  let looks = 0;
  watch.onChange(() => {
    looks += 1;
    if (looks === 1) watch.draw(() => {
      throw failure;
    });
  });
  watch.onChange(() => {
    watch.draw(() => drawn.push("the other"));
    if (looks === 1) change();
  });
  watch.begin();
  expect([drawn, reported, looks]).toEqual([["the other"], [failure], 1]);
  vi.runAllTimers();
  idle.splice(0).forEach((act) => act());
  expect(looks).toBe(2);
  vi.useRealTimers();
});
