// The menu's frame, made ready out of sight before anybody comes to its handle. See: [Note: ready before it is wanted] in
// src/portal/features/keepReady.ts.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { closed, inFront, openPanel } from "./favourites.ts";
import { idleMinute } from "./idleMinute.ts";
import { overlayElements, showsPanel } from "./overlay.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const frames = (page: Page): readonly Frame[] => page.frames().slice(1);

async function madeReady(page: Page): Promise<Frame> {
  await until(async () => (await Promise.all(frames(page).map(showsPanel))).includes(true), "the menu is made ready");
  const [frame] = frames(page);
  if (!frame) throw new Error("no frame");
  expect([frames(page).length, await closed(page), await overlayElements(page, "veil")], "one, and nothing in sight").toEqual([1, true, []]);
  return frame;
}

/** The browser has had nothing else to do, twice: what waited for that has begun. */
const rests = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve()))));

/** What a page can watch: what comes into it, who has the keyboard, what is loaded, and how much of it. */
function spy(): void {
  const spied: string[] = [];
  Object.assign(globalThis, { spied });
  new MutationObserver((all) => {
    for (const { addedNodes, removedNodes } of all) for (const node of [...addedNodes, ...removedNodes]) if (node instanceof Element && node.localName !== "moqalaqe-overlay") spied.push(`node ${node.localName}`);
  }).observe(document.documentElement, { childList: true, subtree: true });
  for (const type of ["focus", "blur", "focusin", "focusout", "message", "resize", "visibilitychange"]) addEventListener(type, () => spied.push(type), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || !entry.name.startsWith("chrome-extension:")) continue;
      const { name, transferSize, encodedBodySize, decodedBodySize } = entry;
      spied.push(`loaded ${name} ${transferSize + encodedBodySize + decodedBodySize}`);
    }
  }).observe({ type: "resource", buffered: true });
}

/** Whether the browser tells a frame, within two seconds, that it can be seen. */
const saysItIsSeen = (frame: Frame): Promise<boolean> => frame.evaluate(() => new Promise<boolean>((resolve) => {
  const init: IntersectionObserverInit & { readonly trackVisibility: true; readonly delay: number } = { trackVisibility: true, delay: 100 };
  new IntersectionObserver((all) => {
    if (all.some((one) => (one as IntersectionObserverEntry & { readonly isVisible: boolean }).isVisible)) resolve(true);
  }, init).observe(document.body);
  setTimeout(() => resolve(false), 2_000);
}));

/** Opens the panel that was made ready. @returns milliseconds from then until it took a press, by its own clock. However long it was there: what counts is when it was seen */
async function restsBeforeItActs(page: Page, frame: Frame): Promise<number> {
  await frame.evaluate(() => {
    addEventListener("focus", () => Object.assign(globalThis, { enteredAt: performance.now() }), { once: true });
    // After the guard's own, which keeps back what does not count.
    document.addEventListener("pointerdown", () => Object.assign(globalThis, { takenAt: performance.now() }), { capture: true, once: true });
  });
  await openPanel(page);
  return frame.evaluate(() => {
    const { enteredAt, takenAt } = globalThis as unknown as Readonly<Record<"enteredAt" | "takenAt", number>>;
    return takenAt - enteredAt;
  });
}

/** A hostile page has neither made it ready nor anything of it; and one that breaks it is given no other by and by. */
export async function tellsThePageNothing(stage: Stage, frameUrl: string): Promise<void> {
  const page = await stage.openPortal("/");
  await page.goto("https://www.my.gov.ge/services", { waitUntil: "load" });
  await inFront(page);
  await page.evaluate(() => {
    for (const one of [new PointerEvent("pointermove", { bubbles: true }), new PointerEvent("pointerdown", { bubbles: true }), new KeyboardEvent("keydown", { key: "Alt", altKey: true, bubbles: true })]) document.body.dispatchEvent(one);
    scrollTo(0, 200);
  });
  await rests(page);
  expect(frames(page), "made-up doings, and a page that scrolls itself").toEqual([]);
  await page.evaluate(spy);
  await page.mouse.move(300, 200);
  const frame = await madeReady(page);
  expect(await saysItIsSeen(frame)).toBe(false);
  expect(await frame.evaluate(() => [document.hasFocus(), location.href])).toEqual([false, frameUrl]);
  const seen = await page.evaluate((loaded) => ({ spied: (globalThis as unknown as { spied: string[] }).spied.filter((one) => one !== loaded), frames: window.length, active: document.activeElement?.localName, words: document.documentElement.outerHTML.includes("frame.html"), root: document.querySelector("moqalaqe-overlay")?.shadowRoot ?? null }), `loaded ${frameUrl} 0`);
  expect(seen).toEqual({ spied: [], frames: 0, active: "body", words: false, root: null });
  expect(await restsBeforeItActs(page, frame)).toBeGreaterThanOrEqual(500);
  await page.keyboard.press("Escape");
  await until(() => closed(page), "Escape closes the panel");
  await page.evaluate(() => {
    const host = document.querySelector("moqalaqe-overlay");
    if (host) document.documentElement.append(host);
  });
  await until(() => frames(page).length === 0, "put elsewhere by the page, it is gone");
  for (const x of [310, 320, 330]) await page.mouse.move(x, 210);
  await page.keyboard.press("Alt");
  await rests(page);
  expect(frames(page), "no other one for every movement").toEqual([]);
  await openPanel(page);
  await page.close();
}

/** A tab that nobody looks at gives it up; back there, the first key has it made ready again. */
export async function givesItUp(stage: Stage): Promise<void> {
  const page = await stage.openPortal("/services");
  await inFront(page);
  await page.mouse.move(300, 200);
  await madeReady(page);
  const other = await stage.openPortal("/services");
  await inFront(other);
  await until(() => page.evaluate(() => document.hidden), "another tab lies over it");
  expect(frames(page)).toHaveLength(1);
  await idleMinute(page);
  await until(() => frames(page).length === 0, "half a minute later it is given up");
  await (await page.createCDPSession()).send("Emulation.setVirtualTimePolicy", { policy: "advance" });
  await page.bringToFront();
  await rests(page);
  expect(frames(page), "nobody has done anything yet").toEqual([]);
  await page.keyboard.press("Alt");
  await madeReady(page);
  await openPanel(page);
  await Promise.all([page.close(), other.close()]);
}
