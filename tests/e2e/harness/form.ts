// A form of ours as a person fills it in: by keyboard alone, and quicker where the keyboard has been shown to lead there.
import type { Page } from "puppeteer";
import { type Key, text } from "./texts.ts";

/** Goes on with Tab until what has the focus says so, as somebody without a mouse does. */
export async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const said = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : at;
      return label?.textContent?.trim() ?? "";
    });
    if (said.startsWith(wanted)) return;
  }
  throw new Error(`no Tab leads to “${wanted}”`);
}

export async function pressKey(page: Page, key: Key): Promise<void> {
  await tabTo(page, text(key));
  await page.keyboard.press("Enter");
}

/**
 * Words into a field of a page at once, as from a keyboard that completes them: for forms whose single keys another test types. Where the
 * form is then sent at once, the page's tools may not be there yet: whoever counts on them waits for them.
 */
export async function enterWords(page: Page, selector: string, words: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.sendCharacter(words);
}

/** By mouse, or as good as: for what the keyboard has shown already. */
export async function press(page: Page, key: Key, values: Readonly<Record<string, string | number>> = {}): Promise<void> {
  const said = text(key, values);
  const found = await page.waitForSelector(`::-p-xpath(//button[starts-with(normalize-space(),"${said}")] | //label[starts-with(normalize-space(),"${said}")])`, { timeout: 45_000 });
  await found?.evaluate((one) => (one as HTMLElement).click());
}

export async function fill(page: Page, key: Key, value: string): Promise<void> {
  const label = await page.waitForSelector(`::-p-xpath(//label[starts-with(normalize-space(),"${text(key)}")])`, { timeout: 45_000 });
  await label?.evaluate((one, next) => {
    const field = (one as HTMLLabelElement).querySelector<HTMLInputElement>("input, textarea");
    if (!field) throw new Error("a label without a field");
    field.value = next;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}
