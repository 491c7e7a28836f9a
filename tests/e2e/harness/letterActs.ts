// What becomes of a letter once it has left: it stays what it was, and what was recorded wrongly is taken back.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { type Day, georgianDate } from "../../../src/consent/calendar/day.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";

const sentText = (page: Page): Promise<string> => page.$eval(".data-sent", (one) => one.textContent ?? "");

/** Types into the letter as a person does: what is kept does not wait until the field is left. */
async function typeIn(page: Page, words: string): Promise<void> {
  await page.$eval("textarea", (one, more) => {
    one.value += more;
    one.dispatchEvent(new Event("input", { bubbles: true }));
  }, words);
}

/** What was written in the wizard's letter is there after a look at the step before; what is changed there is said not to be in it. */
export async function wordsOutliveTheWayBack(page: Page): Promise<void> {
  await lookAround(page, "wizard-4");
  const made = await page.$eval("textarea", (one) => one.value);
  const comesBack = (): Promise<unknown> => page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>(".data-letter textarea")?.value.includes("ჩემი სიტყვები") ?? false, { polling: 50 });
  await typeIn(page, "\nჩემი სიტყვები");
  await press(page, "data_go_back");
  await press(page, "data_to_letter");
  await comesBack();
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(text("data_letter_outdated"));
  await press(page, "data_go_back");
  await fill(page, "data_asked_identifying", "ყოფილი გვარი");
  await press(page, "data_to_letter");
  await comesBack();
  await shows(page, text("data_letter_outdated"));
  await press(page, "data_go_back");
  await fill(page, "data_asked_identifying", "");
  await press(page, "data_to_letter");
  await comesBack();
  await press(page, "data_letter_again");
  await page.waitForFunction((words: string) => document.querySelector<HTMLTextAreaElement>(".data-letter textarea")?.value === words, { polling: 50 }, made);
}

/** Of the last record: taken back, after a question. */
async function takeBack(page: Page): Promise<void> {
  await press(page, "data_take_back");
  await press(page, "data_take_back_yes");
}

/** A letter that was sent some weeks ago, and nobody has said that it arrived. @param sent the day */
export async function sentForGood(page: Page, sent: Day): Promise<void> {
  // It bears the day on which it left, and can be changed no more.
  expect(await sentText(page)).toContain(`თარიღი: ${georgianDate(sent)}`);
  expect(await page.$("textarea")).toBeNull();
  // Nothing runs yet, and that is said.
  await shows(page, text("data_step_confirmReceipt_text"));
  const here = await page.evaluate(() => location.hash);
  await go(page, "#data/requests");
  await shows(page, text("data_unconfirmed", { COUNT: 1 }));
  await go(page, here);
  await page.waitForSelector(".data-sent");
  await lookAround(page, "sent");
  // The browser's own "Print" gives the letter.
  const paper = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    const laid = document.querySelector(".print-sheet")?.textContent;
    dispatchEvent(new Event("afterprint"));
    return [laid, document.querySelector(".print-sheet")];
  });
  expect(paper).toEqual([await sentText(page), null]);
  // A slip of the hand: taken back, and put back.
  await takeBack(page);
  await shows(page, text("data_phase_draft"));
  await press(page, "data_put_back");
  await shows(page, text("data_phase_sent"));
  // What said that it was taken back goes a moment later, and moves the buttons below it from under the mouse.
  await page.waitForFunction((wanted: string) => !document.body.innerText.includes(wanted), { polling: 50 }, text("data_taken_back", { EVENT: text("data_event_sent") }));
  // Clicked twice, as everything is by some: the form is there, and stays.
  const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${text("data_step_remind")}"])`);
  await button?.click({ count: 2, delay: 30 });
  await page.waitForSelector("textarea");
  // No last day is made up for an organisation of which nobody knows since when it has the letter.
  expect(await page.$eval("textarea", (one) => one.value)).not.toContain("ბოლო დღე");
  await typeIn(page, "\nჩემი სიტყვები");
  await press(page, "common_cancel");
  await press(page, "data_step_remind");
  await page.waitForFunction(() => document.querySelector("textarea")?.value.includes("ჩემი სიტყვები"), { polling: 50 });
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(text("data_letter_outdated"));
  await press(page, "common_cancel");
}

/** The reminder that was begun before anybody knew of the receipt asks for it still, which is said; written again, it does not. */
export async function reminderOfBefore(page: Page): Promise<void> {
  await press(page, "data_step_remind");
  await shows(page, text("data_letter_outdated"));
  expect(await page.$eval("textarea", (one) => one.value)).toMatch(/დამიდასტუროთ[^]*ჩემი სიტყვები/);
  await press(page, "data_letter_anew");
  await page.waitForFunction(() => /მიღების თარიღი: \d/.test(document.querySelector("textarea")?.value ?? ""), { polling: 50 });
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(text("data_letter_outdated"));
  await press(page, "common_cancel");
}

/** What was complained of stays readable under what happened. @param begins its first line */
export async function keptCopy(page: Page, begins: string): Promise<void> {
  const copies = await page.$$eval("details .data-sent", (all) => all.map((one) => one.textContent ?? ""));
  expect(copies.filter((one) => one.startsWith(begins))).toHaveLength(1);
  // On what it rests stays, too: by now as an event of its own.
  await shows(page, text("data_event_silent"));
  await lookAround(page, "complained");
  // The outline of a claim, before anybody knows which court.
  await press(page, "data_step_sue");
  await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("სასამართლო: ____________________\n"), { polling: 50 });
  await press(page, "common_cancel");
}

/** Closing asks first. */
export async function closeRequest(page: Page): Promise<void> {
  await press(page, "data_step_close");
  await shows(page, text("data_close_sure"));
  await press(page, "data_close_yes");
  await shows(page, text("data_phase_closed"));
}
