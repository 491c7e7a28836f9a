// What is typed into a step of a request before it is recorded.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { expect } from "vitest";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect, type VaultScope } from "./vault.ts";

/** The form of a refusal, as it was left. */
async function isThere(page: Page, reason: string): Promise<void> {
  await shows(page, text("data_begin_anew"));
  await page.waitForFunction((words: string) => [...document.querySelectorAll("form textarea")].some((one) => (one as HTMLTextAreaElement).value === words), { polling: 50 }, reason);
  expect(await page.$eval("input[name=answer]:checked", (one) => one.closest("label")?.textContent)).toBe(text("data_event_refused"));
}

/** A file from the disk, which a page that is loaded anew can't open by itself. */
async function chooseFile(page: Page, name: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mq-step-"));
  try {
    writeFileSync(join(folder, name), "x");
    await ((await page.waitForSelector("form input[type=file][multiple]")) as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
    await shows(page, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The open form of a refusal is there again after a reload, a click in the menu, and the vault's lock; a file's name is, too. @param reason as it was typed */
export async function stepComesBack(page: Page, reason: string, passphrase: string): Promise<void> {
  const here = await page.evaluate(() => location.hash);
  await fill(page, "data_note", "მეზობელმა ჩაიბარა");
  await chooseFile(page, "envelope.txt");
  await page.reload();
  await connect(page);
  await page.bringToFront();
  await isThere(page, reason);
  await shows(page, text("data_papers_lost", { NAMES: "envelope.txt" }));
  await lookAround(page, "step-again");
  await go(page, "#data/requests");
  await shows(page, text("data_begun", { COUNT: 1 }));
  await page.$eval(`a[href="${here}"]`, (one) => (one as HTMLElement).click());
  await isThere(page, reason);
  await fill(page, "data_note", "მეზობელმა ჩაიბარა, ხუთშაბათს");
  await call(page, "lock", "lock").catch(() => undefined);
  await shows(page, text("vault_locked_title"));
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(reason);
  await connect(page);
  await page.evaluate(async (words) => void (await (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(words) })), passphrase);
  await isThere(page, reason);
  expect(await page.$$eval("form textarea", (all) => all.map((one) => one.value))).toContain("მეზობელმა ჩაიბარა, ხუთშაბათს");
  await outlivesItsStep(page, here, reason);
}

/** Another window closes the request, and takes that back: what was typed is said to be kept, also after a reload, and is there when its step is. */
async function outlivesItsStep(page: Page, here: string, reason: string): Promise<void> {
  type Kept = { readonly value: { readonly events: readonly { readonly on: string }[] }; readonly version: string };
  const id = here.slice("#data/request/".length);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a request
  const { value, version } = (await call(page, "records", "get", "requests", id)) as Kept;
  const closed = { id: crypto.randomUUID(), type: "closed", on: value.events.at(-1)?.on, papers: [], note: null };
  const then = await call(page, "records", "put", "requests", id, { ...value, events: [...value.events, closed] }, version);
  const said = text("data_held", { STEP: text("data_step_enterAnswer") });
  await shows(page, said);
  await page.reload();
  await connect(page);
  await shows(page, said);
  await shows(page, reason);
  await lookAround(page, "step-held");
  await call(page, "records", "put", "requests", id, value, then);
  await page.waitForFunction((words: string) => !document.body.innerText.includes(words), { polling: 50 }, said);
  await press(page, "data_step_enterAnswer");
  await isThere(page, reason);
}

/** What was recorded is no draft any more. */
export async function nothingBegun(page: Page): Promise<void> {
  await until(async () => ((await call(page, "records", "list", "drafts")) as readonly unknown[]).length === 0, "what was recorded is no draft any more");
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(text("data_begin_anew"));
}
