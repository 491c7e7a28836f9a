// A pointer that comes to a pill's button stays on it: whatever grows or shrinks then, a click lands on what was pointed at.
import type { Page } from "puppeteer";
import type { FeatureContext } from "../../../src/portal/feature.ts";
import { bringEdges, longest, windows } from "./edges.ts";
import type * as Entry from "./overlayEntry.ts";
import { until } from "./until.ts";
import { isWide } from "./windowSize.ts";

interface Scope {
  readonly edges: typeof Entry;
  stopEdges?: AbortController;
  pills: ShadowRoot;
}

/** Two pictures later: what is fitted before the next one is fitted. */
const drawn = (page: Page): Promise<void> => page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

/** Pills with the longest words there are, made anew, with none of them under the pointer. */
async function makePills(page: Page, count: number): Promise<void> {
  await page.mouse.move(1, 1);
  await page.evaluate((said) => {
    const scope = globalThis as unknown as Scope;
    const { makePill, openOverlay } = scope.edges;
    scope.stopEdges?.abort();
    const stop = (scope.stopEdges = new AbortController());
    const overlay = openOverlay(document, stop.signal);
    scope.pills = overlay.root;
    const context = { document, signal: stop.signal, overlay, watch: { draw: (act: () => void) => act() }, t: (key: string) => key } as unknown as FeatureContext;
    const pills = said.map((one) => ({ pill: makePill(context, () => undefined), one }));
    for (const { pill, one } of pills) pill.show(one);
    // The one below all others has fewer words to say later.
    const last = pills.at(-1);
    document.addEventListener("news", () => last?.pill.show({ text: "ახალი", action: last.one.action }), { signal: stop.signal });
  }, longest("ka").slice(0, count).toReversed());
  await drawn(page);
}

/** @returns which buttons go away from under the pointer, in each window: one that has just come to it, and one that rests on it when another pill has news */
export async function slippingAway(page: Page): Promise<readonly string[]> {
  await bringEdges(page);
  const client = await page.createCDPSession();
  const wrong: string[] = [];
  const count = 3;
  for (const [width, height] of windows) {
    await client.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    await isWide(page, width);
    for (let nth = 0; nth < count; nth += 1) {
      await makePills(page, count);
      const at = await page.evaluate((which) => {
        const button = (globalThis as unknown as Scope).pills.querySelectorAll(".pill-act")[which];
        button?.scrollIntoView({ block: "nearest" });
        const { left, right, top, bottom } = button?.getBoundingClientRect() ?? new DOMRect();
        return { x: (left + right) / 2, y: (top + bottom) / 2 };
      }, nth);
      /** What lies where the pointer is now. */
      const look = async (when: string): Promise<void> => {
        await drawn(page);
        const slipped = await page.evaluate(({ x, y }, which) => {
          const { pills } = globalThis as unknown as Scope;
          const button = pills.querySelectorAll(".pill-act")[which];
          const box = button?.getBoundingClientRect();
          return pills.elementFromPoint(x, y) === button ? null : `${Math.round((box?.top ?? 0) + (box?.height ?? 0) / 2 - y)} pixels down`;
        }, at, nth);
        if (slipped !== null) wrong.push(`${width}×${height}, ${nth + 1} of ${count}${when}: ${slipped}`);
      };
      await page.mouse.move(at.x, at.y);
      await look("");
      await page.evaluate(() => void document.dispatchEvent(new Event("news")));
      await look(", with news");
    }
  }
  const shifted = (): Promise<boolean> => page.evaluate(() => [...(globalThis as unknown as Scope).pills.querySelectorAll<HTMLElement>(".pills")].some(({ style }) => !["", "12px"].includes(style.bottom)));
  const middle = (what: string): Promise<{ readonly x: number; readonly y: number }> => page.evaluate((selector) => {
    const { left, right, top, bottom } = (globalThis as unknown as Scope).pills.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  }, what);
  // Closed while it holds its place, a pill leaves the others at the edge again; and so does the pointer that goes away.
  for (const close of [true, false]) {
    await client.send("Emulation.setDeviceMetricsOverride", { width: 1280, height: 620, deviceScaleFactor: 1, mobile: false });
    await isWide(page, 1280);
    await makePills(page, count);
    const { x, y } = await middle(".pill-act");
    await page.mouse.move(x, y);
    await until(shifted, "it holds its place");
    const { x: left, y: top } = await middle(".pill-close");
    if (close) await page.mouse.click(left, top);
    else await page.mouse.move(1, 1);
    await until(async () => !(await shifted()), "they stand at the edge again", 5_000);
  }
  await client.send("Emulation.clearDeviceMetricsOverride");
  return wrong;
}
