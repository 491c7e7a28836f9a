// What a person does in "Who holds my data", by the words that they see.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { shows } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

/** The button, link or choice that says so, or begins so, once it can be pressed: a form's own waits for the profile. */
export async function press(page: Page, key: Key, language: "ka" | "en" = "ka", values: Readonly<Record<string, string | number>> = {}): Promise<void> {
  const wanted = text(key, values, language);
  // Found and clicked in one: in between the page may draw another one in its place.
  const click = (): Promise<boolean> => page.evaluate((words) => {
    const all = [...document.querySelectorAll<HTMLElement>("button, a, summary, label.data-option, .data-option b")].filter((one) => !(one instanceof HTMLButtonElement && one.disabled)).map((one) => [one, one.textContent?.trim() ?? ""] as const);
    const found = (all.find(([one, said]) => said === words && one.tagName === "BUTTON") ?? all.find(([, said]) => said === words) ?? all.find(([, said]) => said.startsWith(words)))?.[0];
    found?.click();
    return found !== undefined;
  }, wanted);
  await until(click, `“${wanted}” can be pressed`, 45_000);
}

/** The field under a label. */
export async function fill(page: Page, key: Key, value: string): Promise<void> {
  const write = (): Promise<boolean> => page.evaluate((words, next) => {
    const field = [...document.querySelectorAll("label")].find((one) => one.textContent?.trim().startsWith(words))?.control as HTMLInputElement | null | undefined;
    if (!field) return false;
    field.value = next;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }, text(key), value);
  await until(write, `the field “${text(key)}” is there`, 45_000);
}

/** What stands in the letter, or whatever is written in the page's one field for it, once it is there. */
export async function letterOf(page: Page): Promise<string> {
  const field = await page.waitForFunction(() => document.querySelector("textarea")?.value || null, { timeout: 45_000, polling: 50 });
  return String(await field.jsonValue());
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => void (location.hash = next), hash);
}

/** One form around it all, a dialog about cookies in front of it, and a section folded up; what can be filled in says nothing. */
const savedPolicy = `<!doctype html><html><head><title>მარანი</title><script>"ინახება 99 წელი."</script></head><body><form aria-hidden="true"><nav><a href="/">მთავარი</a></nav><h1>პოლიტიკა</h1><select><option>ინახება 98 წელი.</option></select><textarea>ინახება 97 წელი.</textarea><button>ინახება 96 წელი.</button><p>შპს „მარანი“ ამუშავებს მონაცემებს\n შეკვეთის შესასრულებლად.</p><table><tr><th>რა</th><th>შენახვის ვადა</th></tr>\n<tr><td>შეკვეთა</td><td>5 წელი</td></tr></table><ul><li>მისამართი გადაეცემა <b>საკურიერო</b> კომპანიას.</li></ul><h2><button aria-expanded="false">პასუხის ვადა</button></h2><div hidden="until-found">მოთხოვნას ვასრულებთ 5 სამუშაო დღეში.</div></form></body></html>`;

/** A saved page is opened and read; then a file that cannot be read says why, and the text that was read stays. */
export async function openPolicies(page: Page): Promise<void> {
  await openPolicy(page, "policy.html", savedPolicy, async () => {
    await page.waitForFunction(() => (document.querySelector("textarea")?.value ?? "") !== "", { timeout: 45_000, polling: 50 });
  });
  await openPolicy(page, "policy.pdf", "%PDF-1.7\nbroken", () => shows(page, text("data_unread_damaged")));
}

/** The file is there until its end is seen. */
async function openPolicy(page: Page, name: string, content: string, seen: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mq-policy-"));
  try {
    writeFileSync(join(folder, name), content);
    const field = await page.waitForSelector("input[type=file][accept*='.pdf']", { timeout: 45_000 });
    await (field as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
    await seen();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
