// The recovery sheet as a person meets it: left without thinking, made anew, kept.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { look } from "./look.ts";
import { pressButton } from "./login.ts";
import { shows } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

async function turnTo(page: Page, section: Key): Promise<void> {
  await page.evaluate((words: string) => [...document.querySelectorAll<HTMLElement>(".home-nav a")].find((one) => one.textContent === words)?.click(), text(section));
}

const codeOf = (page: Page): Promise<readonly string[]> => page.$$eval(".sheet-code li", (items) => items.map((item) => item.textContent ?? ""));

/** Notes, in the moment in which the code comes into the page and before anybody can see it, whether the browser would ask who leaves. */
export async function noteWhetherAsked(page: Page): Promise<void> {
  await page.evaluate(() => {
    new MutationObserver((_, watching) => {
      if (!document.querySelector(".sheet-code")) return;
      watching.disconnect();
      Object.assign(globalThis, { askedAtOnce: !dispatchEvent(new Event("beforeunload", { cancelable: true })) });
    }).observe(document, { childList: true, subtree: true });
  });
}

/** A click beside it is asked about; who leaves is reminded in every section, and one click makes another code. */
export async function passOverSheet(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { askedAtOnce?: boolean }).askedAtOnce)).toBe(true);
  const first = await codeOf(page);
  await turnTo(page, "home_nav_help");
  await shows(page, text("vault_sheet_leave"));
  expect(await codeOf(page)).toEqual(first);
  await look(page, "vault-sheet-leave", 320, 900, "vault_sheet_title", false);
  await pressButton(page, "common_cancel");
  await page.waitForFunction(() => location.hash === "#documents/data", { polling: 50 });
  // While nothing is confirmed, the browser asks before the page is closed.
  expect(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(false);
  await turnTo(page, "home_nav_help");
  await pressButton(page, "vault_sheet_leave_yes");
  await shows(page, text("vault_sheet_unkept"));
  expect(await codeOf(page)).toEqual([]);
  expect(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(true);
  await page.evaluate(() => void (location.hash = "documents/data"));
  await shows(page, text("vault_empty"));
  await pressButton(page, "vault_settings");
  await shows(page, text("vault_way_unkept"));
  await pressButton(page, "vault_sheet_renew");
  await page.waitForSelector(".sheet-code li");
  expect(await codeOf(page)).not.toEqual(first);
}

/** A part of it is typed, wrongly at first; then the person is back where they came from. */
export async function keepSheet(page: Page): Promise<void> {
  const groups = await codeOf(page);
  expect(groups).toHaveLength(9);
  // The code is out of sight while a part of it is asked for, and comes back for whoever has it not at hand.
  await pressButton(page, "vault_sheet_have");
  await page.waitForSelector("form .field input");
  expect(await codeOf(page)).toEqual([]);
  expect(await page.evaluate((all) => all.filter((group) => document.body.innerText.includes(group)), groups)).toEqual([]);
  await look(page, "vault-sheet-question", 320, 900, "vault_sheet_hidden", false);
  await pressButton(page, "vault_sheet_show");
  await page.waitForSelector(".sheet-code li");
  expect(await codeOf(page)).toEqual(groups);
  await pressButton(page, "vault_sheet_have");
  await page.waitForSelector("form .field input");
  const label = await page.$eval("form .field span", (span) => span.textContent ?? "");
  const number = Number(/\d+/.exec(label)?.[0] ?? "0");
  await page.type("form .field input", "ZZZZ");
  await pressButton(page, "vault_sheet_done");
  await shows(page, text("vault_sheet_wrong"));
  await page.$eval("form .field input", (input) => input.select());
  await page.type("form .field input", (groups[number - 1] ?? "").toLowerCase());
  await pressButton(page, "vault_sheet_done");
  await shows(page, text("data_empty"));
  // What was pressed is gone: the keyboard stands on the heading of what is there now.
  await until(() => page.evaluate(() => document.activeElement?.matches("h2, h3") === true), "a heading has the keyboard");
  expect(await page.evaluate((words) => document.body.innerText.includes(words), text("vault_sheet_unkept"))).toBe(false);
  await turnTo(page, "home_nav_documents");
}
