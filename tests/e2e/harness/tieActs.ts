// An answer under a number of its own: the person says which application it answers, beside the page and in the home page.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { look, picture, screensFolder } from "./look.ts";
import type { TestVault } from "./openVault.ts";
import { clickOverlay, overlayTexts } from "./overlay.ts";
import { lookAt, openPanel, openToSee, panelShows, press, says } from "./panels.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

interface Kept {
  readonly value: { readonly url: string; readonly number: string | null; readonly applicationId?: string };
}

/** @param answer the page of an answer @param number that it names; the institution's own stands in its place @param title of the application */
export async function tiesByHand(stage: Stage, vault: TestVault, answer: Page, number: string, title: string): Promise<void> {
  const ownNumber = "2026-999999";
  const address = `${answer.url()}&own`;
  const body = (await answer.evaluate(async () => await (await fetch(location.href)).text())).replaceAll(number, ownNumber);
  const page = await stage.browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => void (request.url() === address ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", body }) : request.continue()));
  await page.goto(address, { waitUntil: "load" });
  await page.bringToFront();
  await says(page, text("page_answer_new"));
  await clickOverlay(page, "pill-act");
  await says(page, text("page_answer_stored"));
  const kept = async (): Promise<Kept["value"] | undefined> => ((await call(vault.page, "records", "list", "answers")) as readonly Kept[]).find(({ value }) => value.url === address)?.value;
  await until(async () => (await kept())?.number === ownNumber, "it is kept under its own number");
  const language = async (value: "ka" | "en"): Promise<void> => {
    await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
    await until(async () => (await overlayTexts(page, "pill-text")).includes(text("page_answer_stored", {}, value)), "the pill is there in the other language");
  };
  expect(await lookAt(page, () => openToSee(page), language, "answer-tie", screensFolder)).toEqual([]);
  const frame = await openPanel(page);
  await panelShows(frame, text("form_answer_unknown"));
  const choose = (one: Page | typeof frame): Promise<void> => one.$eval("form select", (field, wanted) => {
    field.value = [...field.options].find(({ textContent }) => textContent.startsWith(wanted))?.value ?? "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, title);
  await choose(frame);
  await press(frame, text("form_answer_tie_act"));
  await panelShows(frame, text("form_answer_tied"));
  await panelShows(frame, text("form_sent_number", { NUMBER: number }));
  await picture(page, `${screensFolder}answer-tied.png`);
  await until(async () => typeof (await kept())?.applicationId === "string", "the vault has it");
  // In the home page it stands under its application; taken away from there it asks again.
  const { page: home } = vault;
  await home.evaluate(() => (location.hash = "data/applications"));
  await home.bringToFront();
  await shows(home, text("form_answer_tied"));
  const ownAnswers = (): Promise<boolean> => home.evaluate((words) => document.body.innerText.includes(words), text("data_apps_answers"));
  await look(home, "data-applications-tied", 1000, 1_800, "form_answer_tied", false);
  if (await ownAnswers()) throw new Error("it stands apart, though it is tied");
  await press(home.mainFrame(), text("form_answer_untie"));
  await shows(home, text("data_apps_answers"));
  await until(async () => (await kept())?.applicationId === undefined, "the vault has it no more");
  await choose(home);
  await press(home.mainFrame(), text("form_answer_tie_act"));
  await shows(home, text("form_answer_tied"));
  await home.evaluate(() => (location.hash = "help"));
  await page.close();
}
