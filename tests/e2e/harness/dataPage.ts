// What a person does in "Who holds my data", by the words that they see.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { type Key, text } from "./texts.ts";

/** The button, link or choice that says so, or begins so. */
export async function press(page: Page, key: Key, language: "ka" | "en" = "ka", values: Readonly<Record<string, string | number>> = {}): Promise<void> {
  const wanted = text(key, values, language);
  const found = (await page.waitForFunction(
    (words: string) => {
      const all = [...document.querySelectorAll("button, a, summary, label.data-option, .data-option b")].map((one) => [one, one.textContent?.trim() ?? ""] as const);
      return (all.find(([, said]) => said === words) ?? all.find(([, said]) => said.startsWith(words)))?.[0];
    },
    { timeout: 45_000, polling: 50 },
    wanted,
  )) as ElementHandle<HTMLElement>;
  await found.evaluate((one) => one.click());
}

/** The field under a label. */
export async function fill(page: Page, key: Key, value: string): Promise<void> {
  const field = (await page.waitForFunction(
    (words: string) => [...document.querySelectorAll("label")].find((one) => one.textContent?.trim().startsWith(words))?.querySelector("input, textarea, select"),
    { timeout: 45_000, polling: 50 },
    text(key),
  )) as ElementHandle<HTMLInputElement>;
  await field.evaluate((one, next) => {
    one.value = next;
    one.dispatchEvent(new Event("input", { bubbles: true }));
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((next) => void (location.hash = next), hash);
}

/** A policy that the person has as a saved page. */
export async function openPolicy(page: Page, html: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mq-policy-"));
  try {
    writeFileSync(join(folder, "policy.html"), html);
    const field = await page.waitForSelector("input[type=file][accept*='.pdf']", { timeout: 45_000 });
    await (field as ElementHandle<HTMLInputElement>).uploadFile(join(folder, "policy.html"));
    await page.waitForFunction(() => (document.querySelector("textarea")?.value ?? "") !== "", { timeout: 45_000, polling: 50 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
