// The searchable choice of an organisation, without a mouse.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { lookAround } from "./dataLook.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const field = "[role=combobox]";

/** What the field says of itself to a screen reader: whether its list is open, and which option the arrows have reached. */
const said = (page: Page): Promise<{ readonly open: string | null; readonly active: string | null; readonly value: string }> =>
  page.$eval(field, (one) => {
    const reached = document.getElementById(one.getAttribute("aria-activedescendant") ?? "");
    return { open: one.getAttribute("aria-expanded"), active: reached?.getAttribute("aria-selected") === "true" ? (reached.textContent ?? "").trim() : null, value: (one as HTMLInputElement).value };
  });

/** By the letters that find it alone. */
export async function chooseOrganisation(page: Page, letters: string, name: string): Promise<void> {
  await page.focus(field);
  await page.keyboard.type(letters);
  await shows(page, text("data_choices_found", { COUNT: 1 }));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted: string) => document.querySelector<HTMLInputElement>("[role=combobox]")?.value === wanted, { polling: 50 }, name);
}

/** Looks through the whole list, gives it up, and finds one by Latin letters. */
export async function chooseByKeyboard(page: Page, letters: string, name: string): Promise<void> {
  await page.focus(field);
  await page.keyboard.press("ArrowDown");
  await until(async () => (await said(page)).open === "true", "the arrow opens the list");
  expect(await said(page)).toMatchObject({ value: "" });
  // Sorted by what tells them apart: no row begins with the form that nearly all have.
  const rows = await page.$$eval("[role=option]", (all) => all.map((one) => one.textContent ?? ""));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((one) => one.startsWith("სსიპ"))).toEqual([]);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  expect((await said(page)).active).toBe(rows.at(-1)?.trim());
  await lookAround(page, "choices");
  await page.focus(field);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await said(page)).toMatchObject({ open: "false", active: null, value: "" });
  await page.keyboard.type(letters);
  await shows(page, text("data_choices_found", { COUNT: 1 }));
  await page.keyboard.press("ArrowDown");
  expect((await said(page)).active).toBe(name);
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted: string) => (document.querySelector("[role=combobox]") as HTMLInputElement).value === wanted, { polling: 50 }, name);
  expect(await said(page)).toMatchObject({ open: "false" });
  // The step is the same: Enter chose, and sent nothing off.
  await shows(page, text("data_wizard_whom"));
}
