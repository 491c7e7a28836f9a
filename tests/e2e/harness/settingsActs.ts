// Parts of the settings, by keyboard alone.
import { expect } from "vitest";
import { permissionsOf } from "./allowedSite.ts";
import { tabTo } from "./form.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** A site is allowed and taken out again. */
export async function allowsSite(stage: Stage): Promise<void> {
  const home = await stage.openHome("settings/sites");
  // What the person says to the browser can't be said by a test: it is answered for them, and tells its listeners as it would.
  await permissionsOf(home, "https://sso.example.ge/*");
  await home.bringToFront();
  await shows(home, text("home_sites_none"));
  await tabTo(home, text("home_sites_label"));
  await home.keyboard.type("https://sso.example.ge/login?from=1");
  await home.keyboard.press("Enter");
  await shows(home, text("home_sites_remove", { SITE: "sso.example.ge" }));
  await until(async () => (await home.$eval('input[type="url"]', (one) => one.value)) === "", "the field is ready for another one");
  expect(await home.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([["request", "https://sso.example.ge/*"]]);
  await tabTo(home, text("home_sites_remove", { SITE: "sso.example.ge" }));
  await home.keyboard.press("Enter");
  await shows(home, text("home_sites_none"));
  expect(await home.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([["request", "https://sso.example.ge/*"], ["remove", "https://sso.example.ge/*"]]);
  await home.close();
}

/** The way to where the browser changes the keys. */
export async function changesKeys(stage: Stage): Promise<void> {
  const home = await stage.openHome("settings/shortcut");
  await home.bringToFront();
  await shows(home, text("home_shortcut_change"));
  // Another extension was there before: the browser gives these keys to none of ours, and says so to nobody.
  await home.evaluate(() => {
    const all = chrome.commands.getAll.bind(chrome.commands);
    Object.defineProperty(chrome.commands, "getAll", { value: async () => (await all()).map((one) => (one.name === "favourites" ? { ...one, shortcut: "" } : one)) });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await shows(home, text("home_shortcut_missing"));
  await shows(home, text("home_shortcut_missing_favourites"));
  await tabTo(home, text("home_shortcut_change"));
  await home.keyboard.press("Enter");
  const target = await stage.browser.waitForTarget((one) => one.url().startsWith("chrome://extensions/shortcuts"), { timeout: 45_000 });
  await (await target.page())?.close();
  await home.close();
}
