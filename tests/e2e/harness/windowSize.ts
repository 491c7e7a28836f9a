// A page's window becomes another size: when what lies in it has followed. The browser answers that it has taken the size before the page
// has it, and what a page measures by script (a table that becomes a list) follows a frame later.
import type { Frame, Page } from "puppeteer";
import { until } from "./until.ts";

/** Two frames later; a tab that nobody sees draws none. */
async function drawn(where: Page | Frame): Promise<void> {
  await where.evaluate(() => Promise.race([new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))), new Promise<void>((resolve) => setTimeout(resolve, 300))]));
}

/** Waits until the page is so wide, and has drawn itself so. */
export async function isWide(page: Page, width: number): Promise<void> {
  await page.waitForFunction((wanted: number) => innerWidth === wanted, { polling: 20 }, width);
  await drawn(page);
}

/** Waits until a frame is as wide as its place in the page around, and has drawn itself so. */
export async function fillsItsPlace(frame: Frame): Promise<void> {
  await until(async () => {
    const place = await frame.frameElement();
    const wide = await place?.evaluate((one) => (one as HTMLElement).clientWidth);
    return (await frame.evaluate(() => innerWidth)) === wide;
  }, "the frame is as wide as its place");
  await drawn(frame);
}
