// A form or a link in a page that is signed, driven as a person does.
import type { ElementHandle, Page } from "puppeteer";
import { enterWords } from "./form.ts";
import { nino, promptsOpen } from "./login.ts";
import { clickOverlay, focusedText, overlayTexts } from "./overlay.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

export const signingPin = "739154";
/** A site that the person has allowed; others of the same name are asked for. */
export const allowedHost = "eservices.kutaisi.ge";

export async function pressPill(page: Page, action: string): Promise<void> {
  let at = -1;
  await until(async () => (at = (await overlayTexts(page, "pill-act")).indexOf(action)) >= 0, `a pill offers “${action}”`);
  await clickOverlay(page, "pill-act", null, at);
}

/** @param papers a file on the disk for the form's own file field; null: none */
export async function fillIn(page: Page, papers: string | null): Promise<void> {
  for (const [name, words] of [["fullName", nino], ["personalNumber", "01001000001"], ["phone", "599123456"]] as const) await enterWords(page, `[name=${name}]`, words);
  await page.evaluate(() => document.querySelector<HTMLInputElement>("[name=birth]")?.focus());
  await page.type("[name=birth]", "24111990");
  await page.select("[name=region]", "kutaisi");
  await enterWords(page, "[name=reason]", "პირველი სტრიქონი\nმეორე „სტრიქონი“ <b>");
  if (papers !== null) {
    const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(papers);
  }
  // One of the markups draws all fields anew after this answer, a moment later: what follows must meet the new ones.
  await page.evaluate(() => {
    const fields = document.querySelector("form[data-send] .fields");
    if (fields) Object.assign(fields, { drawnBefore: true });
    document.querySelector<HTMLInputElement>("[name=way][value=house]")?.click();
  });
  await until(() => page.evaluate(() => !("drawnBefore" in (document.querySelector("form[data-send] .fields") ?? {}))), "the fields are drawn anew");
}

export async function documentShown(prompt: Page): Promise<void> {
  await prompt.waitForFunction(() => document.querySelector("canvas[data-shown]") !== null, { timeout: 60_000, polling: 50 }).catch(async (cause: unknown) => {
    throw new Error(`the window never showed the document. It shows: ${await prompt.evaluate(() => document.body.innerText).catch(() => "nothing")}`, { cause });
  });
}

export async function beginSigning(stage: Stage, page: Page): Promise<Page> {
  await pressPill(page, text("page_sign_act"));
  const prompt = await stage.prompt();
  await shows(prompt, text("sign_form_title"));
  await documentShown(prompt);
  return prompt;
}

/** The keyboard's way to a pill: where Tab would lead. */
export async function focusPill(page: Page, action: string): Promise<void> {
  await until(async () => (await overlayTexts(page, "pill-act")).includes(action), `a pill offers “${action}”`);
  await page.bringToFront();
  // Where the focus is: the element of the page (the overlay's host for all that is in it), and the button of the overlay.
  const focus = async (): Promise<string> => `${await page.evaluate(() => [...document.querySelectorAll("*")].indexOf(document.activeElement ?? document.body))} ${await focusedText(page)}`;
  // From the form's last words on: how many links stand before the form is the page's business.
  await page.focus("[name=reason]");
  for (let press = 0; press < 40; press += 1) {
    if ((await focusedText(page)) === action) return;
    // Each step is waited for: on a busy machine a second Tab would go past the pill before the first one is seen.
    const before = await focus();
    await page.keyboard.press("Tab");
    // A field of several parts keeps it for a step.
    await until(async () => (await focus()) !== before, "Tab takes the focus further", 3_000).catch(() => undefined);
  }
  throw new Error("Tab never leads to the pill");
}

export const windowGone = (stage: Stage): Promise<void> => until(() => promptsOpen(stage) === 0, "the prompt's window closes");
