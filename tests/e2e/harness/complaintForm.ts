// The supervisory authority's own form on the practice portal, with the signed complaint in it, in each of the portal's faces.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { dayInTbilisi, georgianDate } from "../../../src/consent/calendar/day.ts";
import { press } from "./form.ts";
import { clickOverlay } from "./overlay.ts";
import { says } from "./panels.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

interface Complaint {
  /** A face of the practice portal. */
  readonly markup: string;
  /** Of whom is complained. */
  readonly respondent: string;
  /** The signed letter, by its name in the vault. */
  readonly letter: string;
  readonly attach: (page: Page, name: string) => Promise<void>;
}

/** Fills it in, sends it, and has its sending recorded in the request whose page `home` shows. @returns the portal's number */
export async function complainByForm(stage: Stage, page: Page, home: Page, { markup, respondent, letter, attach }: Complaint): Promise<string> {
  const { applications } = stage.portal.office;
  const before = applications.length;
  await page.bringToFront();
  await page.goto(`https://www.my.gov.ge/services/data-complaint/apply?markup=${markup}`);
  const facts = `საჩივარი ${letter} თან ერთვის.`;
  for (const [name, value] of [["fullName", "ნინო ტესტაძე"], ["personalNumber", "01001000001"], ["phone", "599123456"], ["respondent", respondent], ["facts", facts]] as const) await page.type(`[name=${name}]`, value);
  await attach(page, letter);
  await page.click("form button[type=submit]");
  await until(() => applications.length === before + 1, "the authority has it");
  const taken = applications.at(-1);
  expect([taken?.service.id, taken?.values.get("respondent"), taken?.values.get("facts"), taken?.files.length]).toEqual(["data-complaint", [respondent], [facts], 1]);
  const number = taken?.number ?? "";
  await says(page, text("page_form_sent_number", { NUMBER: number }));
  await home.bringToFront();
  await shows(home, text("data_carried", { NUMBER: number, DATE: georgianDate(dayInTbilisi(Date.now())) }));
  await press(home, "data_carried_record");
  await shows(home, text("data_phase_complained"));
  return number;
}

/** The authority answers under the complaint's number: kept from the portal's page, and entered as its decision. */
export async function authorityDecides(stage: Stage, page: Page, home: Page, number: string): Promise<void> {
  const { id } = stage.portal.office.answer(number, "თქვენი საჩივარი განხილულია. დადგინდა, რომ უარი უსაფუძვლო იყო; ორგანიზაციას დაევალა მონაცემების გადაცემა.");
  await page.bringToFront();
  await page.goto(`https://www.my.gov.ge/answers/${id}`);
  await says(page, text("page_answer_new"));
  await clickOverlay(page, "pill-act");
  await says(page, text("page_answer_stored"));
  await home.bringToFront();
  const button = await home.waitForSelector(`::-p-xpath(//div[contains(@class,"notice")]//button[normalize-space()="${text("data_step_enterDecision")}"])`, { timeout: 45_000 });
  await button?.evaluate((one) => (one as HTMLElement).click());
  // Nothing is read into a decision: the person says what it was.
  await home.waitForSelector("input[name=outcome]");
  expect(await home.$("input[name=outcome]:checked")).toBeNull();
  await press(home, "data_outcome_upheld");
  await press(home, "data_enter_decided");
  await shows(home, text("data_phase_decided"));
}
