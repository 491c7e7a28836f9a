// What an institution answers through the portal, taken in by the person: from the portal's page into the vault, and from there into the request.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import type { RequestEvent } from "../../../src/consent/request/event.ts";
import { type NoticeFacts, type NoticeItem, type NoticeKind, noticeText } from "../../virtual/portal/forms/noticeTexts.ts";
import { promptsOpen } from "./login.ts";
import { clickOverlay, overlayTexts, panelFrame } from "./overlay.ts";
import { panelShows, says, takesClicks } from "./panels.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** Fills a form of the practice portal's in and sends it. @returns the portal's number */
export async function sendForm(stage: Stage, page: Page, service: string, reason: string, attach: (() => Promise<void>) | null = null): Promise<string> {
  const { applications } = stage.portal.office;
  const before = applications.length;
  await page.bringToFront();
  await page.goto(`https://www.my.gov.ge/services/${service}/apply`);
  for (const [name, value] of [["fullName", "ნინო ტესტაძე"], ["personalNumber", "01001000001"], ["phone", "599123456"], ["reason", reason]] as const) await page.type(`[name=${name}]`, value);
  await attach?.();
  await page.click("form button[type=submit]");
  await until(() => applications.length === before + 1, "the portal has it");
  const number = applications.at(-1)?.number ?? "";
  await says(page, text("page_form_sent_number", { NUMBER: number }));
  return number;
}

/** A document of the vault into the open form: the one of this name. */
export async function attachLetter(page: Page, name: string): Promise<void> {
  let nth = -1;
  await until(async () => (nth = (await overlayTexts(page, "pill-act")).indexOf(text("page_documents_open"))) >= 0, "the pill is there");
  await clickOverlay(page, "pill-act", null, nth);
  const frame = await panelFrame(page);
  await takesClicks(frame);
  await panelShows(frame, name);
  const button = await frame.waitForSelector(`::-p-xpath(//li[contains(.,"${name}")]//button[normalize-space()="${text("form_documents_choose")}"])`);
  await button?.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
  await button?.click();
  await until(async () => (await page.$eval("[name=papers]", (one) => (one as HTMLInputElement).files?.length)) === 1, "the form has the letter");
  await page.keyboard.press("Escape");
}

export interface Notice {
  readonly kind: NoticeKind;
  readonly without?: readonly NoticeItem[];
  readonly facts: NoticeFacts;
}

/** The institution answers, and the person keeps the answer from the portal's page. */
export async function answerArrives(stage: Stage, page: Page, number: string, { kind, without = [], facts }: Notice): Promise<void> {
  const { id } = stage.portal.office.answer(number, noticeText(kind, facts, without));
  await page.bringToFront();
  await page.goto(`https://www.my.gov.ge/answers/${id}`);
  await says(page, text("page_answer_new"));
  await clickOverlay(page, "pill-act");
  await says(page, text("page_answer_stored"));
}

/** From the notice that an answer came: the form is filled in by its words, and the person, who has looked, records it. */
export async function takeAnswerIn(home: Page, kind: Extract<RequestEvent["type"], NoticeKind>): Promise<void> {
  const button = await home.waitForSelector(`::-p-xpath(//div[contains(@class,"notice")]//button[normalize-space()="${text("data_step_enterAnswer")}"])`, { timeout: 45_000 });
  await button?.evaluate((one) => (one as HTMLElement).click());
  await shows(home, text("data_answer_read"));
  expect(await home.$eval("input[name=answer]:checked", (one) => one.closest("label")?.textContent)).toBe(text(`data_event_${kind}`));
}

/** Signs the letter of the step that is open. */
export async function signStep(stage: Stage, home: Page, name: string, pin: string): Promise<void> {
  const button = await home.waitForSelector(`::-p-xpath(//button[normalize-space()="${text("data_sign_letter")}"])`);
  await button?.evaluate((one) => (one as HTMLElement).click());
  const prompt = await stage.prompt();
  await shows(prompt, name);
  await typePin(prompt, pin);
  await until(() => promptsOpen(stage) === 0, "the window closes by itself", 60_000);
  await home.bringToFront();
  await shows(home, text("data_signed_save"));
}

/** The mail draft of the letter that is open, as the mail program would get it, and what was copied to be pasted into it. */
export async function mailDraftOf(home: Page): Promise<{ readonly to: string; readonly subject: string; readonly body: string | null; readonly copied: string }> {
  const [href, copied] = await home.$eval("a[href^='mailto:']", (link) => {
    let pasted = "";
    navigator.clipboard.writeText = (one) => {
      pasted = one;
      return Promise.resolve();
    };
    // No mail program is opened by a test; what a click does besides is done.
    link.addEventListener("click", (event) => event.preventDefault(), { capture: true, once: true });
    if (!(link instanceof HTMLAnchorElement)) throw new Error("no link");
    link.click();
    return [link.href, pasted] as const;
  });
  const { pathname, searchParams } = new URL(href);
  return { to: pathname, subject: searchParams.get("subject") ?? "", body: searchParams.get("body"), copied };
}
