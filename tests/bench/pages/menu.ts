// How soon the favourites menu is there on a page with a thousand services.
import type { Frame, Page } from "puppeteer";
import { overlayElements, panelFrame, placeOf, showsPanel } from "../../e2e/harness/overlay.ts";
import { portalOrigin, Stage } from "../../e2e/harness/stage.ts";
import { until } from "../../e2e/harness/until.ts";
import { median } from "./pageLoads.ts";

export interface MenuFigures {
  /** From a straight click to a panel on the screen, still empty. */
  readonly shellMs: number;
  /** From the click to the panel's next frame, if the pointer had it made ready before. */
  readonly warmMs: number;
  /** From a straight click to the first frame with the menu in it, as the browser notes it. */
  readonly coldMs: number;
}

const rounds = 5;
const path = "/services?count=1000&markup=app";

async function starsShown(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars at the services", 30_000);
}

/**
 * Until the window has something else at its edge than before: the panel, whatever is in it. As text: what the benchmark is run
 * with puts a helper of its own into functions with a name, which a page does not have.
 */
async function watchShell(page: Page): Promise<void> {
  // Not the promise itself: its outcome would be waited for here, before the click.
  await page.evaluate(`void (globalThis.shellShown = new Promise((resolve) => {
    const look = () => {
      // The veil and the panel take the place of the page under this point.
      if (document.elementFromPoint(40, innerHeight - 40)?.localName === "moqalaqe-overlay") resolve(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }))`);
}

async function clickHandle(page: Page, warm: boolean): Promise<number> {
  const [handle] = await overlayElements(page, "handle");
  if (!handle) throw new Error("no handle");
  const { x, y } = await placeOf(page, handle);
  let shown: Promise<number>;
  const listen = async (): Promise<Promise<number>[]> => {
    // Made ready, and not in sight yet.
    let frame: Frame | undefined;
    await until(async () => {
      for (const one of page.frames()) if (one.url().includes("/src/frame/frame.html") && (await showsPanel(one))) frame = one;
      return frame !== undefined;
    }, "the panel's frame is made ready");
    if (!frame) throw new Error("no frame");
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
    // The browser's own note of when its first contents were painted: whoever asks, asks later. Its first contents are all of it.
    shown = frame.evaluate(() => new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        for (const one of list.getEntriesByName("first-contentful-paint")) resolve(performance.timeOrigin + one.startTime);
      }).observe({ type: "paint", buffered: true });
    }));
  }
  const end = await shown;
  const start = await page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
  return end - start;
}

export async function menuFigures(): Promise<MenuFigures> {
  const stage = await Stage.set({ unplugged: true });
  try {
    const [warm, cold, shells]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      const page = await stage.browser.newPage();
      await page.bringToFront();
      await page.goto(portalOrigin + path, { waitUntil: "load" });
      await starsShown(page);
      await watchShell(page);
      cold.push(await clickHandle(page, false));
      shells.push(await page.evaluate(async () => (await (globalThis as unknown as { shellShown: Promise<number> }).shellShown) - (globalThis as unknown as { clickedAt: number }).clickedAt));
      await page.goto(portalOrigin + path, { waitUntil: "load" });
      await starsShown(page);
      await page.mouse.move(10, 10);
      warm.push(await clickHandle(page, true));
      await page.close();
    }
    return { warmMs: median(warm), coldMs: median(cold), shellMs: median(shells) };
  } finally {
    await stage.close();
  }
}
