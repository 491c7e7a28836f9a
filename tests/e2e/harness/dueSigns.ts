// What a person who wants no notifications sees of the days that have come.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { extensionId } from "../../virtual/browser/launch.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** As the person's own switch in the browser's settings does; while the browser is ended. */
export function denyNotifications(profile: string): void {
  const file = join(profile, "Default/Preferences");
  // A browser that was killed in its first seconds has not written any.
  const preferences = JSON.parse(existsSync(file) ? readFileSync(file, "utf8") : "{}") as { message_center?: { disabled_extension_ids?: readonly string[] } };
  (preferences.message_center ??= {}).disabled_extension_ids = [extensionId];
  writeFileSync(file, JSON.stringify(preferences));
}

/** Notifications are denied, the vault is locked: the hour comes, and there are the badge and the popup's line. @param page any of the extension's */
export async function seesDue(page: Page, count: number): Promise<void> {
  expect(await page.evaluate(() => new Promise((resolve) => chrome.notifications.getPermissionLevel(resolve)))).toBe("denied");
  await page.evaluate(async () => chrome.alarms.create("reminders", { when: Date.now() + 500, periodInMinutes: 60 }));
  await until(() => page.evaluate(async (wanted) => (await chrome.action.getBadgeText({})) === wanted, String(count)), "the badge is there again");
  const popup = await page.browser().newPage();
  await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
  await shows(popup, text("popup_due_locked", { COUNT: count }));
  await popup.close();
  await page.bringToFront();
}
