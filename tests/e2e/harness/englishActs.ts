// One request in English from its first step to the complaint, and a policy read, by somebody without a mouse: Tab, arrows, Space and
// Enter, and what is typed.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { dayInTbilisi, georgianDate } from "../../../src/consent/calendar/day.ts";
import { tabTo } from "./form.ts";
import { promptsOpen } from "./login.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

const en = (key: Key, values: Readonly<Record<string, string | number>> = {}): string => text(key, values, "en");

async function enter(page: Page, key: Key, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
  await tabTo(page, en(key, values));
  await page.keyboard.press("Enter");
}

/** One of a group's choices: Tab leads into the group, the arrows from one to the next. */
async function choose(page: Page, group: Key, option: string): Promise<void> {
  const at = (): Promise<readonly [group: string, option: string]> => page.evaluate(() => [document.activeElement?.closest("fieldset")?.querySelector("legend")?.textContent?.trim() ?? "", (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent?.trim() ?? ""] as const);
  const wanted = en(group).toLowerCase();
  for (let stop = 0; !(await at())[0].toLowerCase().startsWith(wanted); stop += 1) {
    if (stop > 150) throw new Error(`no Tab leads into “${wanted}”`);
    await page.keyboard.press("Tab");
  }
  // Whatever has the keyboard in a group that nobody has answered is not chosen by that.
  if ((await at())[1] === option) await page.keyboard.press("Space");
  for (let step = 0; (await at())[1] !== option; step += 1) {
    if (step > 20) throw new Error(`no arrow leads to “${option}”`);
    await page.keyboard.press("ArrowDown");
  }
  await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.checked === true, { polling: 20 });
}

async function write(page: Page, key: Key, words: string): Promise<void> {
  const label = en(key);
  // In a form what stands in lists of what is missing begins with a capital letter.
  await tabTo(page, label.charAt(0).toUpperCase() + label.slice(1));
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type(words);
}

const letterSays = (page: Page, words: string): Promise<unknown> => page.waitForFunction((wanted) => document.querySelector("textarea")?.value.includes(wanted), { polling: 50 }, words);

/** @param organisation its name, on record already @returns the request's id */
export async function requestInEnglish(stage: Stage, page: Page, organisation: string, pin: string): Promise<string> {
  const today = georgianDate(dayInTbilisi(Date.now()));
  await enter(page, "data_ask");
  await shows(page, en("data_wizard_what"));
  await choose(page, "data_group_know", en("data_kind_access"));
  await enter(page, "data_go_on");
  await shows(page, en("data_wizard_whom"));
  await tabTo(page, en("data_organisation_name"));
  await page.keyboard.type(organisation);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await enter(page, "data_go_on");
  await shows(page, en("data_wizard_details"));
  await enter(page, "data_to_letter");
  await shows(page, en("data_wizard_letter"));
  await choose(page, "data_letter_language", "English");
  await letterSays(page, "To: ");
  await enter(page, "data_keep_request");
  await shows(page, en("data_phase_draft"));
  const id = new URL(page.url()).hash.split("/").at(-1) ?? "";
  await enter(page, "data_sign_letter");
  const prompt = await stage.prompt();
  await typePin(prompt, pin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);
  await page.bringToFront();
  await shows(page, en("data_phase_signed"));
  await enter(page, "data_step_send");
  await choose(page, "data_channel", en("data_channel_post"));
  await enter(page, "data_enter_sent");
  await shows(page, en("data_phase_sent"));
  // The receipt.
  await enter(page, "data_step_enterReceipt");
  await choose(page, "data_proof", en("data_proof_stamp"));
  await enter(page, "data_enter_received");
  await shows(page, en("data_phase_underway"));
  // The answer, copied from paper.
  await enter(page, "data_step_enterAnswer");
  await choose(page, "data_what_came", en("data_event_refused"));
  await write(page, "data_missing_official", "Nino Beridze");
  await write(page, "data_missing_sentOn", "10.12.26");
  await write(page, "data_missing_reason", "The archive is closed");
  // A date that is none is not recorded: nobody could open the request again.
  await enter(page, "data_enter_answer");
  await shows(page, en("data_wrong_date"));
  await write(page, "data_missing_sentOn", today);
  await choose(page, "data_missing_inWriting", en("data_answer_yes"));
  await choose(page, "data_missing_explainsAppeal", en("data_answer_no"));
  await enter(page, "data_enter_answer");
  await shows(page, en("data_phase_refused"));
  // What the notice lacks, and nothing that it has.
  await shows(page, en("data_notice_lacks"));
  const lacks = await page.$$eval(".notice-warning li", (all) => all.map((one) => one.textContent ?? ""));
  expect(lacks.toSorted()).toEqual([en("data_missing_explainsAppeal"), en("data_missing_legalGround")].toSorted());
  // The complaint.
  await enter(page, "data_step_complain");
  await choose(page, "data_letter_language", "English");
  await letterSays(page, "The archive is closed");
  expect(await page.$eval("textarea", (one) => one.value)).not.toMatch(/undefined|null|[{}]/);
  await enter(page, "data_enter_complained");
  await shows(page, en("data_phase_complained"));
  return id;
}

const policy = "Privacy policy. Vita LLC processes your name and address in order to deliver orders. Your data are stored for 3 years. You may request access to your data; we answer within 10 working days.";

/** A pasted policy is read, one proposal is ticked with Space, and kept. */
export async function readPolicyByKeys(page: Page): Promise<void> {
  await enter(page, "data_read");
  await tabTo(page, en("data_policy_text"));
  await page.keyboard.type(policy);
  await enter(page, "data_read_go");
  await page.waitForSelector(".data-proposal");
  const term = (await page.$$eval(".data-proposal", (all) => all.map((one) => one.textContent?.trim() ?? ""))).find((one) => one.includes("3 years"));
  await tabTo(page, term ?? "a proposal of three years");
  await page.keyboard.press("Space");
  await enter(page, "data_read_keep", { COUNT: 1 });
  await page.waitForFunction(() => location.hash.startsWith("#data/organisation/"), { polling: 50 });
  // What was ticked, with its sentence; and nothing else of what was proposed.
  await shows(page, "Your data are stored for 3 years.");
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("deliver");
}
