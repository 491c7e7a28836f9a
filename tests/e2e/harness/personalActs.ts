// The panel beside the person's own page, by keyboard alone.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { pressKey, tabTo } from "./form.ts";
import { backTo, enterIn, tabIn } from "./keys.ts";
import type { TestVault } from "./openVault.ts";
import { openPanel, panelShows } from "./panels.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, type VaultScope } from "./vault.ts";
import { keepsKeyboard, takeBack, walk } from "./walk.ts";

const favourite = { url: "https://www.my.gov.ge/services/address", title: "მისამართის ცნობა", needsCard: false, category: null, group: "" };

/** Walks it with everything in it that it can have; then one of the last documents leads to where it can be looked at and signed. */
export async function walkPersonal(page: Page, frame: Frame, home: Page): Promise<void> {
  await home.evaluate(async (one) => {
    await chrome.storage.local.set({ favourites: { entries: [one], recent: [] } });
    await (globalThis as unknown as VaultScope).vault("documents", "add", new File(["1"], "ბოლო.txt", { type: "text/plain" }), { name: "ბოლო.txt", type: "text/plain" });
  }, favourite);
  await panelShows(frame, "ბოლო.txt");
  await panelShows(frame, favourite.title);
  await walk(page, frame);
  await removeAndCompare(page, frame, home);
  await enterIn(page, frame, "ბოლო.txt");
  await home.waitForSelector('::-p-xpath(//h2[@id="document-title"][contains(., "ბოლო.txt")])');
  await backTo(page, frame);
  await enterIn(page, frame, text("own_documents_open"));
  await until(() => home.url().endsWith("#documents"), "all documents are there");
  await home.evaluate(() => (location.hash = "help"));
  await backTo(page, frame);
  // A favourite is followed by the page around.
  await enterIn(page, frame, favourite.title, "back");
  await until(() => page.url() === favourite.url, "the page around goes there");
  await home.evaluate(() => chrome.storage.local.remove("favourites"));
}

/** What was kept is removed and had back; then it is kept anew, and compared with the older one. */
async function removeAndCompare(page: Page, frame: Frame, home: Page): Promise<void> {
  const kept = async (): Promise<number> => ((await call(home, "records", "list", "snapshots")) as readonly unknown[]).length;
  const before = await kept();
  await enterIn(page, frame, text("own_remove", { DATE: "" }).trim());
  await until(async () => (await kept()) === before - 1, "one is removed");
  await takeBack(page, frame);
  await until(async () => (await kept()) === before, "and is back");
  await keepsKeyboard(frame);
  await frame.waitForSelector("article:has(.register-cells li)");
  const changed = await frame.$eval("article:has(.register-cells li) h3", (one) => one.textContent ?? "");
  await enterIn(page, frame, text("own_keep", { TITLE: changed }));
  await until(async () => (await kept()) === before + 1, "kept anew");
  await keepsKeyboard(frame);
  await tabIn(page, frame, text("own_compare"));
  const differs = (): Promise<boolean> => frame.evaluate(() => Boolean(document.activeElement?.closest("article")?.querySelector(".register-cells li")));
  await until(async () => !(await differs()), "the newest says the same");
  await page.keyboard.press("ArrowDown");
  await until(differs, "the older one does not");
}

/** The vault is locked elsewhere while the profile's panel is open: what came from it is in no field any more, and with the vault it is there again. The page's own fields are empty. */
export async function forgetsProfile(page: Page, vault: TestVault): Promise<Frame> {
  const frame = await openPanel(page);
  const shown = (): Promise<readonly string[]> => frame.$$eval("form input:not([type=checkbox])", (all) => all.map((one) => one.value));
  const known = (): Promise<void> => until(async () => (await shown()).join(" ") === "599 12 34 56 giorgi@example.org", "the vault's own are there");
  await known();
  await vault.lock();
  await panelShows(frame, text("form_vault_locked_profile"));
  expect(await shown()).toEqual(["", ""]);
  await vault.unlock();
  await known();
  return frame;
}

/** The end of all that is kept here, by keyboard alone: asked once more, and ticked, before it can be pressed. */
export async function eraseAll(home: Page): Promise<void> {
  await home.evaluate(() => (location.hash = "settings/erase"));
  await pressKey(home, "home_erase_begin");
  await shows(home, text("home_erase_ask"));
  expect(await home.$eval(`::-p-xpath(//button[normalize-space()="${text("home_erase_yes")}"])`, (button) => (button as HTMLButtonElement).disabled)).toBe(true);
  // What takes it back has the keyboard at first.
  await until(async () => (await home.evaluate(() => document.activeElement?.textContent)) === text("common_cancel"), "what takes it back has the keyboard");
  await tabTo(home, text("home_erase_sure"));
  await home.keyboard.press("Space");
  // What the browser itself shows of reminders goes as well.
  await home.evaluate(async (name) => {
    await chrome.action.setBadgeText({ text: "3" });
    await chrome.notifications.create(name, { type: "basic", iconUrl: chrome.runtime.getURL("icons/128.png"), title: "1", message: "1" });
  }, `reminders:${"0".repeat(32)}`);
  // The language goes, too: who read English is told in English that it is done.
  await home.evaluate(() => chrome.storage.local.set({ language: "en" }));
  await shows(home, text("home_erase_sure", {}, "en"));
  await tabTo(home, text("home_erase_yes", {}, "en"));
  await home.keyboard.press("Enter");
  await shows(home, text("home_erase_done", {}, "en"));
  await home.waitForFunction(() => document.documentElement.lang === "ka", { polling: 50 });
  await shows(home, text("home_erase_done", {}, "en"));
  expect(await home.evaluate(async () => [await chrome.action.getBadgeText({}), Object.keys(await new Promise<object>((resolve) => chrome.notifications.getAll(resolve)))])).toEqual(["", []]);
  expect(await home.evaluate(async () => [Object.keys(await chrome.storage.local.get()), localStorage.length])).toEqual([[], 0]);
}
