import type { Page } from "puppeteer";
import { type Day, dayInTbilisi } from "../../../src/consent/calendar/day.ts";

/** The day it was and the day it is: midnight in Tbilisi may come while a test runs. */
export const daysSince = (from: Day): readonly Day[] => [...new Set([from, dayInTbilisi(Date.now())])];

/** The page's clock goes so many days ahead of the true one, and the page is looked at. */
export async function moveClock(page: Page, days: number): Promise<void> {
  await page.evaluate((ms) => {
    const scope = globalThis as unknown as { clock?: () => number };
    const clock = (scope.clock ??= Date.now.bind(Date));
    Date.now = () => clock() + ms;
    document.dispatchEvent(new Event("visibilitychange"));
  }, days * 86_400_000);
}
