// "Who holds my data" in a frame of the portal's page, with 5,000 records and 500 requests: how soon it answers, how soon its search does,
// and whether it scrolls as an empty page does.
import type { Frame, Page } from "puppeteer";
import { openTestVault } from "../e2e/harness/openVault.ts";
import { overlayElements, panelFrame, placeOf } from "../e2e/harness/overlay.ts";
import { takesClicks } from "../e2e/harness/panels.ts";
import { portalOrigin, Stage } from "../e2e/harness/stage.ts";
import { until } from "../e2e/harness/until.ts";
import { call } from "../e2e/harness/vault.ts";
import { dayInTbilisi } from "../../src/consent/calendar/day.ts";
import { manyRecords, manyRequests } from "../vectors/consent/manyRecords.ts";
import { median } from "./pages/pageLoads.ts";

export interface DataPanelFigures {
  /** From the click on the handle to the frame that shows the four numbers and the list, median of fresh pages. */
  readonly shownMs: number;
  /** From the click to the panel's first frame with anything in it. */
  readonly firstPaintMs: number;
  /** The same of a panel that reads nothing of the vault's records: what any panel costs here. */
  readonly emptyMs: number;
  readonly filterMs: number;
  readonly scrollP95Ms: number;
  readonly emptyP95Ms: number;
  readonly longestTaskMs: number;
}

const rounds = 5;
const records = 5000;
const requests = 500;
const collection = { organisation: "organisations", holding: "consents", consent: "consents", request: "requests" } as const;

/** A click that no pointer announced: all of the panel is made by it. @returns milliseconds to the list, and to the first paint */
async function openFrame(page: Page): Promise<{ readonly frame: Frame; readonly shown: number; readonly painted: number }> {
  const [handle] = await overlayElements(page, "handle-data");
  if (!handle) throw new Error("no handle");
  const { x, y } = await placeOf(page, handle);
  await page.evaluate(() => addEventListener("click", (event) => Object.assign(globalThis, { clickedAt: performance.timeOrigin + event.timeStamp }), { capture: true, once: true }));
  await page.mouse.click(x, y);
  const frame = await panelFrame(page);
  // As text: what the benchmark is run with puts a helper of its own into functions with a name, which a page does not have.
  const { shown, painted } = (await frame.evaluate(`new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector(".tiles, main > p.soft")) return void requestAnimationFrame(look);
      setTimeout(() => requestAnimationFrame(() => resolve({
        shown: performance.timeOrigin + performance.now(),
        painted: performance.timeOrigin + (performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity),
      })), 0);
    };
    look();
  })`)) as { readonly shown: number; readonly painted: number };
  const clicked = await page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
  return { frame, shown: shown - clicked, painted: painted - clicked };
}

const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** Scrolls what scrolls in the frame for three seconds. */
async function scroll(frame: Frame): Promise<{ readonly frames: readonly number[]; readonly longest: number }> {
  return frame.evaluate(async () => {
    const all = [document.documentElement, ...document.querySelectorAll<HTMLElement>("*")];
    let place: Element = document.documentElement;
    for (const one of all) if (one.scrollHeight - one.clientHeight > place.scrollHeight - place.clientHeight && getComputedStyle(one).overflowY !== "visible") place = one;
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    const frames: number[] = [];
    let last = performance.now();
    const end = last + 3_000;
    let by = 60;
    while (last < end) {
      const before = place.scrollTop;
      place.scrollBy(0, by);
      if (place.scrollTop === before) by = -by;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
    }
    observer.disconnect();
    return { frames: frames.slice(1), longest };
  });
}

async function freshPage(stage: Stage): Promise<Page> {
  const page = await stage.browser.newPage();
  await page.bringToFront();
  await page.goto(`${portalOrigin}/services/vaccination`, { waitUntil: "load" });
  await until(async () => (await overlayElements(page, "handle-data")).some((one) => !one.hidden), "the handle is there");
  return page;
}

export async function dataPanelFigures(): Promise<DataPanelFigures> {
  const stage = await Stage.set({ unplugged: true });
  try {
    const vault = await openTestVault(stage);
    const empty: number[] = [];
    let emptyScroll: readonly number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await freshPage(stage);
      const { frame, shown } = await openFrame(page);
      empty.push(shown);
      if (round === rounds - 1) emptyScroll = (await scroll(frame)).frames;
      await page.close();
    }
    const today = dayInTbilisi(Date.now());
    const all = [...manyRecords(records), ...manyRequests(requests, today).filter(({ type }) => type === "request")];
    for (let at = 0; at < all.length; at += 1000) await call(vault.page, "records", "commit", all.slice(at, at + 1000).map((record) => ({ collection: collection[record.type], id: record.id, value: record, expect: null })));
    const [shownAt, paintedAt]: [number[], number[]] = [[], []];
    let last: { page: Page; frame: Frame } | null = null;
    for (let round = 0; round < rounds; round += 1) {
      await last?.page.close();
      const page = await freshPage(stage);
      const { frame, shown, painted } = await openFrame(page);
      shownAt.push(shown);
      paintedAt.push(painted);
      last = { page, frame };
    }
    if (!last) throw new Error("no panel");
    const { page, frame } = last;
    await takesClicks(frame);
    await frame.focus("input[type=search]");
    await frame.evaluate(() => {
      document.addEventListener("input", ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { filteredMs: performance.now() - timeStamp }), 0));
      }, { capture: true });
    });
    const filters: number[] = [];
    for (const key of "ორგანიზაცია 17") {
      await frame.evaluate(() => Object.assign(globalThis, { filteredMs: null }));
      await page.keyboard.sendCharacter(key);
      await frame.waitForFunction(() => (globalThis as unknown as { filteredMs: number | null }).filteredMs !== null, { polling: 10 });
      filters.push(await frame.evaluate(() => (globalThis as unknown as { filteredMs: number }).filteredMs));
    }
    await frame.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("input[type=search]");
      if (!field) return;
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    const scrolled = await scroll(frame);
    return { shownMs: median(shownAt), firstPaintMs: median(paintedAt), emptyMs: median(empty), filterMs: Math.max(...filters), scrollP95Ms: p95(scrolled.frames), emptyP95Ms: p95(emptyScroll), longestTaskMs: scrolled.longest };
  } finally {
    await stage.close();
  }
}
