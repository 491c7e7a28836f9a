import { promptsOpen } from "./login.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const isApp = (url: string): boolean => url.startsWith("isolated-app:");

/** Whatever the test before left open, whether it failed or not. The app stays, and so does the browser's first tab. */
export async function clear(stage: Stage): Promise<void> {
  for (const page of await stage.browser.pages()) if (!isApp(page.url()) && !page.url().startsWith("about:")) await page.close().catch(() => {});
  await until(() => promptsOpen(stage) === 0, "no prompt is left");
  // Not by a session with the browser itself: opened and left for each test, Puppeteer has lost the browser's target over it.
  const context = stage.browser.defaultBrowserContext();
  await context.deleteCookie(...(await context.cookies()));
  stage.portal.contacts.clear();
}
