// The favourites' menu as it is looked through: its views, the search, and the ways in and out, by keyboard.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { violations } from "./axe.ts";
import { closed, titles } from "./favourites.ts";
import { press } from "./form.ts";
import { backTo, enterIn, openByKeys, tabIn } from "./keys.ts";
import { picture, screensFolder } from "./look.ts";
import { focusedText, overlayElements } from "./overlay.ts";
import { takesClicks } from "./panels.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { takeBack, walk } from "./walk.ts";

/** The second view: the portal's ten categories in their order, with what the page lists in each. */
export async function categories(page: Page, frame: Frame): Promise<void> {
  // With an arrow from one view to the next, as a screen reader tells people.
  await tabIn(page, frame, text("fav_view_own"), "back");
  await page.keyboard.press("ArrowRight");
  const names = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((one) => text(`fav_category_${one}`));
  await until(async () => (await frame.$$eval("summary", (all) => all.map((one) => one.textContent?.replace(/ \(\d+\)$/, "").trim()))).join() === names.join(), "the ten categories in their order");
  expect((await titles(frame)).length).toBeGreaterThan(names.length);
  // What wants the card says so.
  expect(await frame.$$eval(".service-mark", (all) => new Set(all.map((one) => one.textContent)).size)).toBe(1);
  // So many that the ten names come first; a category is opened, closed, and opened again.
  const [first = "", , third = ""] = names;
  const open = (): Promise<number> => frame.$$eval("details[open]", (all) => all.length);
  expect(await open()).toBe(0);
  await enterIn(page, frame, first);
  for (const [wanted, key] of [[1, "Space"], [0, "Space"], [1, null]] as const) {
    await until(async () => (await open()) === wanted, `${wanted} open`);
    if (key) await page.keyboard.press(key);
  }
  await enterIn(page, frame, third);
  await walk(page, frame);
  await tabIn(page, frame, text("fav_view_categories"), "back");
  await page.keyboard.press("ArrowLeft");
  await until(() => frame.evaluate((own) => document.activeElement?.textContent === own && document.activeElement.getAttribute("aria-selected") === "true", text("fav_view_own")), "the own view again");
}

/** What a screen reader says of a search: how many were found, once nobody types; nothing while somebody does. */
export async function announcesFound(frame: Frame, count: number, language: "ka" | "en" = "ka"): Promise<void> {
  const said = (): Promise<string> => frame.$eval("[role=status]:not(.undo)", (one) => one.textContent ?? "");
  await until(async () => (await said()) === text("fav_found", { COUNT: count }, language), `${count} found is said`);
  // It is said again a moment later, which on a slow machine is over before anybody looks.
  await frame.$eval("[role=status]:not(.undo)", (one) => {
    const scope = globalThis as { silent?: boolean };
    scope.silent = false;
    new MutationObserver(() => (scope.silent ||= one.textContent === "")).observe(one, { childList: true, characterData: true, subtree: true });
  });
  await frame.type("input[type=search]", "qq");
  await until(() => frame.evaluate(() => (globalThis as { silent?: boolean }).silent === true), "nothing is said while somebody types");
  await until(async () => (await said()).startsWith(text("fav_search_none", { QUERY: "…" }, language).split("…")[0] ?? ""), "that nothing was found is said as well");
  for (let i = 0; i < 2; i += 1) await frame.page().keyboard.press("Backspace");
  await until(async () => (await titles(frame)).length === count, "what was found is there again");
}

/** Changes the language, and waits until the page's handle speaks it. */
export async function speak(page: Page, home: Page, language: "ka" | "en"): Promise<void> {
  await home.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), language);
  await until(async () => (await overlayElements(page, "handle")).some(({ label }) => label === text("page_menu_open", {}, language)), "the handle is there in the other language");
}

/** In a window as narrow as a telephone's: each control is a stop, and a search says in either language what it found. */
export async function walkNarrow(page: Page, frame: Frame, language: "ka" | "en"): Promise<void> {
  await walk(page, frame);
  await frame.type("input[type=search]", "jarima");
  await announcesFound(frame, 3, language);
  await page.keyboard.press("Escape");
  await until(() => frame.evaluate(() => document.querySelector("[role=tab]") !== null), "the whole menu again");
}

/** What a search found, and back to the whole menu, without a mouse. */
export async function amongFound(page: Page, frame: Frame): Promise<void> {
  const found = await titles(frame);
  await picture(page, `${screensFolder}favourites-found.png`);
  await walk(page, frame);
  await enterIn(page, frame, text("page_star_add", { SERVICE: found[0] ?? "" }));
  await enterIn(page, frame, text("fav_undo"));
  await until(async () => (await frame.$(".service .icon-button[aria-pressed=true]")) === null, "starred, and not any more");
  await tabIn(page, frame, text("fav_search"));
  const onLink = (nth: number): Promise<void> => until(() => frame.evaluate((at) => document.activeElement === document.querySelectorAll(".service-link")[at], nth), `the keyboard is on “${found[nth] ?? ""}”`);
  await page.keyboard.press("Enter");
  await onLink(0);
  await page.keyboard.press("ArrowDown");
  await onLink(1);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await until(() => frame.evaluate(() => document.activeElement?.localName === "input"), "the search has the keyboard again");
  // Escape leads back to the menu, and does not close it yet.
  await page.keyboard.press("Escape");
  await until(() => frame.evaluate(() => document.querySelector("[role=tab]") !== null), "the whole menu again");
}

/** The third view: what was followed from the menu last. */
export async function recent(page: Page, frame: Frame, last: string): Promise<void> {
  await tabIn(page, frame, text("fav_view_recent"));
  await page.keyboard.press("Space");
  await until(async () => (await titles(frame))[0] === last, "what was followed from the menu");
  await picture(page, `${screensFolder}favourites-recent.png`);
  await walk(page, frame);
}

/** A service's own page offers to add it, which can be taken back. */
export async function addHere(page: Page, title: string): Promise<void> {
  const frame = await openByKeys(page, text("page_menu_open"), "input");
  await enterIn(page, frame, text("fav_add_here", { SERVICE: title }));
  await until(async () => (await titles(frame)).includes(title), "it is in the menu");
  await takeBack(page, frame);
  await until(async () => !(await titles(frame)).includes(title), "and out of it");
}

/** While the vault is locked the menu leads to the home page, which opens it. */
export async function leadsToVault(page: Page, frame: Frame, home: Page): Promise<void> {
  await takesClicks(frame);
  await enterIn(page, frame, text("form_vault_open"));
  await until(() => home.url().endsWith("#documents"), "the home page has the way in");
  await backTo(page, frame);
}

/** Opened, the vault's room has the way back to the page from which somebody was led there, once. */
export async function waysBack(page: Page, home: Page): Promise<void> {
  await home.bringToFront();
  const back = await home.waitForSelector(`::-p-text(${text("vault_led_back")})`);
  expect(await violations(home, "all")).toEqual([]);
  await picture(home, `${screensFolder}vault-led.png`);
  await back?.click();
  await until(() => page.evaluate(() => document.visibilityState === "visible" && document.hasFocus()), "the page is before the others again");
  await until(() => home.evaluate((words) => !document.body.innerText.includes(words), text("vault_led_back")), "and the way is gone with it");
  // Where that tab has gone elsewhere, the page itself is offered; nobody is led to what is there by now.
  await home.bringToFront();
  const left = "https://www.my.gov.ge/services/vaccination";
  await home.evaluate(async (url) => {
    const tab = await chrome.tabs.getCurrent();
    await chrome.storage.session.set({ "led-from": { tabId: tab?.id, url, at: Date.now() } });
  }, left);
  await shows(home, text("vault_led_gone"));
  expect(await violations(home)).toEqual([]);
  await picture(home, `${screensFolder}vault-led-gone.png`);
  await press(home, "vault_led_open");
  await until(async () => (await home.browser().pages()).some((one) => one.url() === left), "it is opened anew");
  for (const one of await home.browser().pages()) if (one.url() === left) await one.close();
  await page.bringToFront();
  expect(await home.evaluate((words) => document.body.innerText.includes(words), text("vault_led_gone"))).toBe(false);
}

/** The menu's own button closes it, and the keyboard is where it came from. */
export async function closeByButton(page: Page, frame: Frame): Promise<void> {
  await enterIn(page, frame, text("common_close"), "back");
  await until(() => closed(page), "its own button closes it");
  await until(async () => (await focusedText(page)) === text("page_menu_open"), "the keyboard is where it came from");
}
