// The papers that prove what happened: chosen with an answer, or put there afterwards.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { expect } from "vitest";
import { lookAround } from "./dataLook.ts";
import { fill, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

const scan = "უარის წერილის სკანი";
const scanHash = createHash("sha256").update(scan).digest("hex");
const note = "კურიერმა მოიტანა, მეზობელმა ჩაიბარა.";

/** Into the open form of what came: a scan, and a word about it. */
export async function choosePaper(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "mq-paper-"));
  try {
    writeFileSync(join(folder, "refusal.txt"), scan);
    const field = await page.waitForSelector("form input[type=file][multiple]", { timeout: 45_000 });
    await (field as ElementHandle<HTMLInputElement>).uploadFile(join(folder, "refusal.txt"));
    await shows(page, "refusal.txt");
    await fill(page, "data_note", note);
    await lookAround(page, "answering");
    await press(page, "data_enter_answer");
    await shows(page, text("data_refusal_notice"));
    // In the vault by now: the file on the disk may go.
    await shows(page, scanHash);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The papers of what happened last, once nothing else is being changed: a form that is just being saved is no longer there to be opened. */
async function editLast(page: Page): Promise<void> {
  const open = (): Promise<boolean> => page.evaluate((edit, save) => {
    const buttons = (words: string): readonly HTMLElement[] => [...document.querySelectorAll("button")].filter((one) => one.textContent?.trim() === words);
    const last = buttons(save).length === 0 ? buttons(edit).at(-1) : undefined;
    last?.click();
    return last !== undefined;
  }, text("data_papers_edit"), text("data_save"));
  await until(open, "the papers of what happened last are opened");
}

/** It stands with the event, is a document of the vault, and comes and goes with the event. */
export async function paperKept(page: Page): Promise<void> {
  await shows(page, note);
  const found = (await call(page, "documents", "search", { text: "refusal" })) as { readonly documents: readonly { readonly source: string; readonly extra: object }[] };
  expect(found.documents).toMatchObject([{ source: "answer", extra: { requestId: await page.evaluate(() => location.hash.split("/")[2]) } }]);
  await press(page, "data_paper_look");
  await shows(page, scan);
  await lookAround(page, "paper");
  await press(page, "common_close");
  await press(page, "data_take_back");
  await press(page, "data_take_back_yes");
  await shows(page, text("data_note_kept"));
  await page.waitForFunction((hash) => !document.body.innerText.includes(hash), { polling: 50 }, scanHash);
  await press(page, "data_put_back");
  await shows(page, scanHash);
  // What came later is put to what happened before: it lies in the vault already.
  await editLast(page);
  await press(page, "data_paper_out");
  await press(page, "data_save");
  await page.waitForFunction((hash) => !document.body.innerText.includes(hash), { polling: 50 }, scanHash);
  await editLast(page);
  await press(page, "data_paper_vault");
  await press(page, "data_paper_take");
  await press(page, "data_save");
  await shows(page, scanHash);
}

/** The time line is searched by the name of a paper and narrowed to what they did; what came with it leads to its request, where it is looked at. */
export async function papersInHistory(page: Page): Promise<void> {
  await fill(page, "data_search", "refusal.txt");
  await page.select("form[role=search] select", "theirs");
  await page.waitForFunction((count) => document.body.innerText.includes(count), { polling: 50 }, text("data_shown", { COUNT: 1, TOTAL: await happenings(page) }));
  expect(await page.$$eval(".data-history .long-row", (rows) => rows.map((one) => one.textContent ?? ""))).toEqual([expect.stringContaining("refusal.txt")]);
  await page.select("form[role=search] select", "mine");
  await shows(page, text("data_nothing_found"));
  await lookAround(page, "history-nothing");
  await press(page, "data_filter_clear");
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.type === "search" && document.activeElement.value === "", { polling: 50 });
  await lookAround(page, "history");
  const link = await page.waitForSelector(`::-p-xpath(//*[contains(@class, "data-history")]//a[contains(., "refusal.txt")])`);
  await link?.evaluate((one) => (one as HTMLElement).click());
  await shows(page, scanHash);
  await press(page, "data_paper_look");
  await shows(page, scan);
}

/** How many the time line has in all, as it says itself. */
const happenings = (page: Page): Promise<number> => page.$eval("p[role=status]", (one) => Number(/\d+(?!.*\d)/.exec(one.innerText)?.[0]));
