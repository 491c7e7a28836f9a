// What tests do again and again on a stage.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { shows, Stage, type StageOptions, typePin } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

export const nino = "ნინო ტესტაძე";

/** From the portal's menu item to the holder's name in the prompt. */
export async function askForCard(stage: Stage): Promise<{ readonly portal: Page; readonly prompt: Page }> {
  const portal = await stage.openPortal();
  const prompt = await stage.ask(portal);
  await shows(prompt, nino);
  return { portal, prompt };
}

/** Types the PIN and waits until the portal has taken the token. @param goodbye see `typePin` */
export async function logIn(stage: Stage, portal: Page, prompt: Page, pin = "1234", goodbye: "brief" | "whole" = "brief"): Promise<void> {
  await entering(stage, portal, () => typePin(prompt, pin, goodbye));
}

/**
 * Does what ends a login, and waits until the portal's server has taken the token and the tab has moved on. The server
 * is asked, not the tab's frame: a busy machine may swap the frame slower than Puppeteer believes possible, and then
 * it calls a frame detached that has only moved.
 */
export async function entering(stage: Stage, portal: Page, act: () => Promise<void>): Promise<void> {
  const before = stage.portal.logins.length;
  const refusals = stage.portal.refusals.length;
  const from = portal.url();
  await act();
  await until(() => stage.portal.logins.length > before || stage.portal.refusals.length > refusals, "the portal is asked to let the person in", 60_000);
  expect(stage.portal.refusals.slice(refusals)).toEqual([]);
  expect(stage.portal.logins.length).toBe(before + 1);
  await until(() => portal.target().url() !== from, "the tab leaves the login page");
}

/** The failure code the portal's page was given. */
export async function failureCode(portal: Page, timeout = 45_000): Promise<string> {
  const handle = await portal.waitForFunction(() => document.getElementById("status")?.dataset["code"], { timeout, polling: 50 });
  return String(await handle.jsonValue());
}

export function promptsOpen(stage: Stage): number {
  return stage.browser.targets().filter((target) => target.url().includes("/prompt.html")).length;
}

/** How many times VERIFY with a PIN in it reached the card. */
export function verifies(stage: Stage): number {
  return stage.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;
}

/** A stage for one test, cleared away whatever happens. */
export async function onStage(options: StageOptions, act: (stage: Stage) => Promise<void>): Promise<void> {
  const stage = await Stage.set(options);
  try {
    await act(stage);
  } finally {
    await stage.close();
  }
}

/** Presses the button with a text of the catalogues, once it is there and can be pressed: looked for once, a window that is a moment slower would keep it from being pressed, and nobody would say so. */
export async function pressButton(page: Page, key: Key): Promise<void> {
  await pressButtonText(page, text(key));
}

/** The same by what it says. */
export async function pressButtonText(page: Page, words: string): Promise<void> {
  const press = (): Promise<boolean> => page.evaluate((wanted) => {
    const found = [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === wanted && !one.disabled);
    found?.click();
    return found !== undefined;
  }, words);
  await until(press, `the button “${words}” can be pressed`, 45_000);
}

/** Pastes into the PIN's field. */
export async function pastePin(prompt: Page, pin: string): Promise<void> {
  await prompt.waitForFunction(() => document.activeElement?.classList.contains("pin-field"), { timeout: 45_000, polling: 50 });
  await prompt.evaluate((digits) => {
    const data = new DataTransfer();
    data.setData("text/plain", digits);
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, pin);
}

/** Presses the digit buttons and the button that logs in, by mouse. */
export async function clickPin(prompt: Page, pin: string): Promise<void> {
  await prompt.click("summary");
  for (const digit of pin) await prompt.click(`[aria-label="${text("prompt_pin_digit", { DIGIT: digit })}"]`);
  await pressButton(prompt, "prompt_login");
}

/** A page asks for a login that ends by itself. */
export async function askBriefly(portal: Page, ms: number): Promise<void> {
  await portal.bringToFront();
  await portal.evaluate((userInteractionTimeout) => void (globalThis as unknown as { login: (options: object) => Promise<void> }).login({ userInteractionTimeout, lang: "en" }), ms);
}
