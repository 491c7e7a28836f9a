// How a long list answers: a search as it is typed, and scrolling. In a page or in a frame of one.
import type { Frame, Page } from "puppeteer";

/** @returns milliseconds from each key to the task after the frame that shows what it found: the list is drawn before that frame */
export async function searchTimes(page: Page, place: Page | Frame, words: string): Promise<readonly number[]> {
  await place.focus("input[type=search]");
  await place.evaluate(() => {
    document.addEventListener("input", ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { filteredMs: performance.now() - timeStamp }), 0));
    }, { capture: true });
  });
  const times: number[] = [];
  for (const key of words) {
    await place.evaluate(() => Object.assign(globalThis, { filteredMs: null }));
    await page.keyboard.sendCharacter(key);
    await place.waitForFunction(() => (globalThis as unknown as { filteredMs: number | null }).filteredMs !== null, { polling: 10 });
    times.push(await place.evaluate(() => (globalThis as unknown as { filteredMs: number }).filteredMs));
  }
  await place.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    if (!field) return;
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return times;
}

/** Scrolls what scrolls furthest down and up for three seconds. @param step pixels in each frame @returns frame times and the longest task */
export async function scroll(place: Page | Frame, step: number): Promise<{ readonly frames: readonly number[]; readonly longest: number }> {
  return place.evaluate(async (pixels) => {
    const all = [document.documentElement, ...document.querySelectorAll<HTMLElement>("*")];
    let furthest: Element = document.documentElement;
    for (const one of all) if (one.scrollHeight - one.clientHeight > furthest.scrollHeight - furthest.clientHeight && getComputedStyle(one).overflowY !== "visible") furthest = one;
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    const frames: number[] = [];
    let last = performance.now();
    const end = last + 3_000;
    let by = pixels;
    while (last < end) {
      const before = furthest.scrollTop;
      furthest.scrollBy(0, by);
      if (furthest.scrollTop === before) by = -by;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
    }
    observer.disconnect();
    return { frames: frames.slice(1), longest };
  }, step);
}

export const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
