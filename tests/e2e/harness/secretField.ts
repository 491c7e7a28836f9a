// Secrets and codes, typed as a person does: the field takes letters, not values.
import type { Page } from "puppeteer";

/** Types into the nth secret field. */
export async function typeSecret(page: Page, value: string, field = 0): Promise<void> {
  await page.waitForSelector(".secret-field");
  await (await page.$$(".secret-field"))[field]?.click();
  for (const letter of value) await page.keyboard.sendCharacter(letter);
}

/** Types a code in the place of the one that is still there. */
export async function retypeCode(page: Page, code: string): Promise<void> {
  await page.focus("input.secret-field");
  await page.$eval("input.secret-field", (field) => field.select());
  await page.keyboard.press("Backspace");
  await typeSecret(page, code);
}
