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
import { p95, scroll, searchTimes } from "./longList.ts";
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
      if (round === rounds - 1) emptyScroll = (await scroll(frame, 60)).frames;
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
    const filters = await searchTimes(page, frame, "ორგანიზაცია 17");
    const scrolled = await scroll(frame, 60);
    return { shownMs: median(shownAt), firstPaintMs: median(paintedAt), emptyMs: median(empty), filterMs: Math.max(...filters), scrollP95Ms: p95(scrolled.frames), emptyP95Ms: p95(emptyScroll), longestTaskMs: scrolled.longest };
  } finally {
    await stage.close();
  }
}
