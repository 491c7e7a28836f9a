// What the tools cost a portal page: main-thread time, layout shift, and how soon the favourites menu is there.
import type { Page } from "puppeteer";
import { overlayElements, panelFrame, placeOf } from "../e2e/harness/overlay.ts";
import { portalOrigin, Stage } from "../e2e/harness/stage.ts";
import { until } from "../e2e/harness/until.ts";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

export interface PortalPages {
  /** Milliseconds of main thread in our scripts until the page is settled, median. */
  readonly loadMs: number;
  /** The same, of a page with a thousand services. */
  readonly longLoadMs: number;
  readonly layoutShift: number;
  /** From the click to the panel's next frame: made ready by the pointer before, and not. */
  readonly menuWarmMs: number;
  readonly menuColdMs: number;
}

const rounds = 5;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const path = "/services?count=1000&markup=app";

async function starsShown(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars at the services", 30_000);
}

async function load(page: Page, address: string): Promise<number> {
  await page.tracing.start({ categories: ["devtools.timeline", "disabled-by-default-v8.compile", "v8"] });
  await page.goto(portalOrigin + address, { waitUntil: "load" });
  await starsShown(page);
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString("utf8")) as { traceEvents: TraceEvent[] };
  // Calls into our own files, the outermost only; what they cause in style and layout is inside them.
  const ours = traceEvents
    .filter(({ name, args, dur }) => dur !== undefined && ["EvaluateScript", "v8.compile", "FunctionCall"].includes(name) && (args?.data?.url ?? "").endsWith(".iife.js"))
    .toSorted((a, b) => a.ts - b.ts);
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0 } of ours) {
    if (ts < end) continue;
    sum += dur;
    end = ts + dur;
  }
  return sum / 1000;
}

async function clickHandle(page: Page, warm: boolean): Promise<number> {
  const [handle] = await overlayElements(page, "handle");
  if (!handle) throw new Error("no handle");
  const { x, y } = await placeOf(page, handle);
  let shown: Promise<number>;
  const listen = async (): Promise<Promise<number>[]> => {
    const frame = await panelFrame(page);
    return [frame.evaluate(() => new Promise<number>((resolve) => {
      addEventListener("focus", () => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())), { once: true });
    }))];
  };
  await page.evaluate(() => addEventListener("click", (event) => Object.assign(globalThis, { clickedAt: performance.timeOrigin + event.timeStamp }), { capture: true, once: true }));
  if (warm) {
    await page.mouse.move(x, y);
    // In a list, so that waiting for the frame is not waiting for its answer.
    const [focused] = await listen();
    await page.mouse.click(x, y);
    shown = focused ?? Promise.reject(new Error("no frame"));
  } else {
    // No pointer came near before: the click does all of it.
    await page.mouse.click(x, y);
    const frame = await panelFrame(page);
    shown = frame.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))));
  }
  const end = await shown;
  const start = await page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
  return end - start;
}

export async function portalPages(): Promise<PortalPages> {
  const stage = await Stage.set({ unplugged: true });
  try {
    const loads: number[] = [];
    const longLoads: number[] = [];
    const warm: number[] = [];
    const cold: number[] = [];
    let layoutShift = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await stage.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        Object.assign(globalThis, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) Object.assign(globalThis, { shift: (globalThis as unknown as { shift: number }).shift + (entry as unknown as { value: number }).value });
        }).observe({ type: "layout-shift", buffered: true });
      });
      loads.push(await load(page, "/services"));
      longLoads.push(await load(page, path));
      layoutShift = Math.max(layoutShift, await page.evaluate(() => (globalThis as unknown as { shift: number }).shift));
      cold.push(await clickHandle(page, false));
      await page.goto(portalOrigin + path, { waitUntil: "load" });
      await starsShown(page);
      await page.mouse.move(10, 10);
      warm.push(await clickHandle(page, true));
      await page.close();
    }
    return { loadMs: median(loads), longLoadMs: median(longLoads), layoutShift, menuWarmMs: median(warm), menuColdMs: median(cold) };
  } finally {
    await stage.close();
  }
}
