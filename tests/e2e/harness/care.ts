// Card care and signing as a person does them, on a stage.
import type { Page } from "puppeteer";
import type { PinAct } from "../../../src/card/api.ts";
import { pressButton } from "./login.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";

const names = { "create-signing": "create", "change-login": "login", "change-signing": "signing", "unblock-login": "unblock" } as const;

/** From the home page's button to the window of an act. */
export async function openCare(stage: Stage, home: Page, act: PinAct): Promise<Page> {
  await home.bringToFront();
  await pressButton(home, `care_title_${names[act]}`);
  const window = await stage.prompt();
  await shows(window, text(`care_explain_${names[act]}`));
  return window;
}

/** Goes on from the explanation. */
export async function beginCare(window: Page, act: PinAct): Promise<void> {
  await pressButton(window, `care_begin_${names[act]}`);
}

/** One field: waits for its label, then types and presses Enter. */
export async function fill(window: Page, label: string, digits: string): Promise<void> {
  await shows(window, label);
  // Card care stays until it is closed; and whoever looks for what is left of the digits looks at the window as a person has it.
  await typePin(window, digits, "whole");
}

/** All three fields of an act. */
export async function fillAll(window: Page, act: PinAct, current: string, fresh: string): Promise<void> {
  await fill(window, text(`care_current_${names[act]}`, { COUNT: current.length }), current);
  await fill(window, text("care_fresh", { COUNT: fresh.length }), fresh);
  await fill(window, text("care_again", { COUNT: fresh.length }), fresh);
}

/** From the practice site's button to the prompt with the signing PIN, the certificate handed over on the way. */
export async function askForSignature(stage: Stage, holder: string): Promise<{ readonly site: Page; readonly prompt: Page }> {
  const site = await stage.openPortal("/sign");
  await site.click("#sign");
  const consent = await stage.prompt();
  await shows(consent, holder);
  await pressButton(consent, "sign_prompt_certificate_share");
  const prompt = await stage.otherPrompt(consent);
  await shows(prompt, text("sign_prompt_title"));
  return { site, prompt };
}
