// A page that the person has left and comes back to, by the browser's own button: kept by the browser as it was, or loaded anew.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { services } from "../../virtual/portal/content.ts";
import { formData, typeInto } from "./applicationForm.ts";
import { add, remove } from "./favouriteActs.ts";
import { closed, inFront, openPanel, titles } from "./favourites.ts";
import { clickOverlay, overlayElements } from "./overlay.ts";
import type { TestVault } from "./openVault.ts";
import { openPanel as openForms, panelShows, says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** Whether the page that was come back to is the very one that was left. */
async function isGivenBack(page: Page): Promise<boolean> {
  return page.evaluate(() => (globalThis as { left?: boolean }).left === true);
}
const mark = (page: Page): Promise<void> => page.evaluate(() => void Object.assign(globalThis, { left: true }));

/** Left with the menu ready, or used, and come back to: one handle, one star a service, a menu that opens, and what was changed elsewhere meanwhile. */
export async function menuIsAlive(stage: Stage): Promise<void> {
  const [, , , here, elsewhere] = services;
  if (!here || !elsewhere) throw new Error("no services");
  const page = await stage.openPortal("/services?markup=classic");
  await inFront(page);
  const count = async (): Promise<readonly number[]> => await Promise.all(["star", "handle"].map(async (one) => (await overlayElements(page, one)).length));
  const before = await count();
  // The menu is used, and closed again: its frame is kept for the next time.
  await openPanel(page);
  await page.keyboard.press("Escape");
  await until(() => closed(page), "the menu is closed");
  await mark(page);
  await page.goto("https://www.my.gov.ge/", { waitUntil: "load" });
  const other = await stage.openPortal("/services");
  await inFront(other);
  await clickOverlay(other, "star", add(elsewhere.title));
  await until(async () => (await overlayElements(other, "star")).some(({ label }) => label === remove(elsewhere.title)), "it is a favourite");
  await other.close();
  await page.bringToFront();
  await page.goBack();
  expect(await isGivenBack(page), "the browser kept the page").toBe(true);
  await until(async () => (await overlayElements(page, "star")).some(({ label }) => label === remove(elsewhere.title)), "the star tells what was changed meanwhile");
  expect(await count()).toEqual(before);
  await clickOverlay(page, "star", add(here.title));
  await until(async () => (await overlayElements(page, "star")).some(({ label }) => label === remove(here.title)), "a star counts");
  const frame = await openPanel(page);
  await until(async () => (await titles(frame)).includes(here.title) && (await titles(frame)).includes(elsewhere.title), "the menu has both");
  expect((await overlayElements(page, "panel")).length).toBe(1);
  await page.keyboard.press("Escape");
  await until(() => closed(page), "the menu is closed again");
  for (const { title } of [here, elsewhere]) await clickOverlay(page, "star", remove(title));
  await until(async () => (await overlayElements(page, "star")).every(({ label }) => ![here, elsewhere].some(({ title }) => label === remove(title))), "as it was");
  await page.close();
}

interface Draft {
  readonly url: string;
  readonly reason: string;
}

/** A form that was written in, left, and come back to: it has its words, what is written then is kept, and it stays one draft; and so it does while the vault is locked. */
export async function draftGoesOn(stage: Stage, vault: TestVault, address: string, drafts: () => Promise<readonly Draft[]>): Promise<void> {
  const page = await stage.openPortal(address);
  const [url = ""] = page.url().split("?", 1);
  const first = "პირველი სიტყვები";
  const mine = async (): Promise<readonly string[]> => (await drafts()).filter((one) => one.url.startsWith(url) && one.reason.startsWith(first)).map(({ reason }) => reason);
  await page.bringToFront();
  await typeInto(page, "reason", first);
  await until(async () => (await mine()).join() === first, "they are kept");
  await page.goto("https://www.my.gov.ge/", { waitUntil: "load" });
  await page.goBack({ waitUntil: "load" });
  // Loaded anew: with our frame in it the browser keeps no page. What stood in the form it has put back.
  await until(async () => (await formData(page))["reason"] === first, "it has its words");
  await typeInto(page, "reason", " და შემდეგ");
  await until(async () => (await mine()).includes(`${first} და შემდეგ`), "what is written then is kept");
  await until(async () => (await mine()).length === 1, "it is one draft");
  // What is kept is what the panel has, too.
  const frame = await openForms(page);
  await panelShows(frame, `${first} და შემდეგ`);
  await vault.lock();
  await page.goto("https://www.my.gov.ge/", { waitUntil: "load" });
  await page.goBack({ waitUntil: "load" });
  await until(async () => (await formData(page))["reason"] === `${first} და შემდეგ`, "it has its words again");
  await typeInto(page, "reason", " და ჩაკეტილად");
  await says(page, text("page_form_sealed", { TIME: "" }).split(",")[0] ?? "");
  await vault.unlock();
  await until(async () => (await mine()).includes(`${first} და შემდეგ და ჩაკეტილად`), "what was written while the vault was locked is in it");
  const later = await openForms(page);
  await panelShows(later, `${first} და შემდეგ და ჩაკეტილად`);
  expect((await later.$$eval(".entry", (entries) => entries.map((one) => one.textContent ?? ""))).filter((one) => one.includes(first)), "one draft is listed").toHaveLength(1);
  await page.close();
}
