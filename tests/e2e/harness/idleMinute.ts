// A minute in which nobody does anything, in the time that it takes to run what waits for it: the browser's clock is put forward.
import type { Page } from "puppeteer";

/** What is called again and again, or only later, in a page's scripts and in ours in it, is called as in a minute. The page's clock stands still afterwards. */
export async function idleMinute(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  const over = new Promise<void>((resolve) => client.once("Emulation.virtualTimeBudgetExpired", () => resolve()));
  await client.send("Emulation.setVirtualTimePolicy", { policy: "pauseIfNetworkFetchesPending", budget: 61_000 });
  await over;
}
