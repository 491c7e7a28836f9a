import { promptsOpen } from "./login.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const isApp = (url: string): boolean => url.startsWith("isolated-app:");

/** Whatever the test before left open, whether it failed or not. The app stays, and so does the browser's first tab. */
export async function clear(stage: Stage): Promise<void> {
  for (const page of await stage.browser.pages()) if (!isApp(page.url()) && !page.url().startsWith("about:")) await page.close().catch(() => {});
  await until(() => promptsOpen(stage) === 0, "no prompt is left");
  const session = await stage.browser.target().createCDPSession();
  await session.send("Storage.clearCookies");
  await session.detach();
  stage.portal.contacts.clear();
}
