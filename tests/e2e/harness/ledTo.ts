import type { Page } from "puppeteer";
import { until } from "./until.ts";

/**
 * Somebody was led to a page of ours that was open already. Its address changes first, and it comes before the other tabs a moment later:
 * a tab that the test brings to front in between would be behind again.
 */
export async function ledTo(page: Page, there: (url: string) => boolean, what: string): Promise<void> {
  await until(() => there(page.url()), what);
  await until(() => page.evaluate(() => document.visibilityState === "visible"), `${what}, before the other tabs`);
}
