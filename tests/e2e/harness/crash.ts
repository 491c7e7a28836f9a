import type { Page } from "puppeteer";

/** Ends a tab as a crash does. */
export async function crash(page: Page): Promise<void> {
  const gone = new Promise((resolve) => page.once("error", resolve));
  const session = await page.createCDPSession();
  void session.send("Page.crash").catch(() => undefined);
  // Should the word of it be lost, the tab is closed all the same.
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 5_000))]);
  await page.close().catch(() => undefined);
}
