// The vault in a world that is not kind: ten thousand documents, two windows at once, a clock that goes back, no room, a
// private window, and storage that is cleared under it. One browser, one vault, from the largest to the last.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Page, WebWorker } from "puppeteer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { extensionId, type LaunchedBrowser } from "../virtual/browser/launch.ts";
import { manyCode, manyDocuments, type StoredRow } from "../virtual/vault/manyDocuments.ts";
import { look, screensFolder } from "../e2e/harness/look.ts";
import { pressButton } from "../e2e/harness/login.ts";
import { shows } from "../e2e/harness/stage.ts";
import { text } from "../e2e/harness/texts.ts";
import { until } from "../e2e/harness/until.ts";
import { call, connect, homeUrl, startBrowser, type VaultScope, vaultPage } from "../e2e/harness/vault.ts";

const origin = `chrome-extension://${extensionId}`;
const special = { name: "პირადი გამონაკლისი.txt", content: Buffer.from("ერთადერთი, რომელსაც შიგთავსი აქვს") };
const count = 10_000;

let started: LaunchedBrowser;
let browser: Browser;
/** The vault without its user interface. */
let page: Page;
/** The documents as a person sees them. */
let home: Page;
let session: CDPSession;

async function putRows(into: Page, rows: readonly StoredRow[]): Promise<void> {
  await into.evaluate(async (all) => {
    const bytes = (base64: string): ArrayBuffer => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("vault");
      request.addEventListener("success", () => resolve(request.result));
    });
    const transaction = database.transaction(["header", "main", "chunk"], "readwrite");
    for (const { store, key, value } of all) transaction.objectStore(store).put(bytes(value), store === "chunk" ? bytes(String(key)) : key);
    await new Promise((resolve, reject) => {
      transaction.addEventListener("complete", resolve);
      transaction.addEventListener("abort", () => reject(new Error("aborted")));
    });
    database.close();
  }, rows as StoredRow[]);
}

async function worker(): Promise<WebWorker> {
  const offscreen = await (await browser.waitForTarget((target) => target.url().includes("offscreen.html"))).asPage();
  const found = offscreen.workers().find((one) => one.url().includes("vault.worker"));
  if (!found) throw new Error("no vault worker");
  return found;
}

/** What lies in the store, counted. */
async function counted(): Promise<{ readonly chunks: number; readonly journal: number }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("vault");
      request.addEventListener("success", () => resolve(request.result));
    });
    const size = (store: string): Promise<number> =>
      new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).count();
        request.addEventListener("success", () => resolve(request.result));
      });
    const counts = { chunks: await size("chunk"), journal: await size("journal") };
    database.close();
    return counts;
  });
}

const names = (): Promise<readonly string[]> => home.$$eval(".vault-name", (all) => all.map((one) => one.textContent ?? ""));

async function search(words: string): Promise<void> {
  await home.$eval("input[type=search]", (field) => {
    field.value = "";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await home.type("input[type=search]", words);
}

beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  started = await startBrowser();
  browser = started.browser;
  page = await vaultPage(browser);
  session = await page.createCDPSession();
  // The worker is there, and with it the stores.
  expect(await call(page, "lock", "state")).toEqual({ kind: "none", lost: false });
  await putRows(page, manyDocuments(count, special));
  home = await browser.newPage();
  await home.goto(`${homeUrl}#documents`);
  await home.bringToFront();
});

afterAll(async () => {
  await started?.close();
});

it("ten thousand documents: opened, listed, found, filtered, more of them, selected", async () => {
  await shows(home, text("vault_locked_title"));
  await pressButton(home, "vault_use_recovery");
  await home.waitForSelector(".secret-field");
  await home.click(".secret-field");
  for (const letter of manyCode) await home.keyboard.sendCharacter(letter);
  await home.keyboard.press("Enter");
  await shows(home, text("vault_count", { COUNT: count }));
  expect(await names()).toHaveLength(100);
  expect((await names())[0]).toBe(special.name);
  await pressButton(home, "vault_more");
  await until(async () => (await names()).length === 200, "another hundred is shown");
  await look(home, "vault-ten-thousand", 1100, 900, "vault_documents", false);
  // A word begun, then one with a typo, then a filter.
  await search("მოწმ 770");
  await until(async () => (await names()).join() === "მოწმობა 7702.pdf", "found by the beginnings of two words");
  await search("გამონაკლასი");
  await until(async () => (await names()).join() === special.name, "found in spite of a typo");
  await search("ქვითარი");
  await shows(home, text("vault_count", { COUNT: count / 8 }));
  await home.select(".vault-choice select", "taxes");
  await until(async () => (await names()).every((name) => name.startsWith("ქვითარი")), "only receipts");
  await home.evaluate((label) => [...document.querySelectorAll<HTMLElement>(".vault-check")].find((one) => one.textContent?.trim() === label)?.querySelector("input")?.click(), text("vault_select_all"));
  await home.waitForSelector(".vault-row-selected");
  expect(await home.$$(".vault-row-selected")).toHaveLength(100);
  await home.select(".vault-choice select", "");
  await search("გამონაკლისი");
  await until(async () => (await names()).join() === special.name, "found");
  await home.click(".vault-name");
  await shows(home, special.content.toString());
  await pressButton(home, "vault_back");
});

it("two windows change one document at once: both versions are kept, and both windows say so", async () => {
  const other = await vaultPage(browser, `${homeUrl}#settings`);
  const [{ documentId, version }] = ((await call(page, "documents", "search", { text: "გამონაკლისი" })) as { documents: [{ documentId: string; version: string }] }).documents;
  const replace = (one: Page, content: string): Promise<unknown> =>
    one.evaluate((id, bytes, expected) => (globalThis as unknown as VaultScope).vault("documents", "addRevision", id, new Blob([bytes]), expected), documentId, content, version);
  await Promise.all([replace(page, "პირველი ფანჯრიდან"), replace(other, "მეორე ფანჯრიდან")]);
  const after = (await call(other, "documents", "get", documentId)) as { version: string; revisions: { revision: number; conflict: boolean }[] };
  expect(after.revisions.map(({ conflict }) => conflict)).toEqual([false, false, true]);
  const contents = await page.evaluate(async (id) => {
    const read = async (revision: number): Promise<string> => new TextDecoder().decode((await (globalThis as unknown as VaultScope).vault("documents", "read", id, revision, 0, 100)) as Uint8Array);
    return [await read(2), await read(3)];
  }, documentId);
  expect(contents.toSorted()).toEqual(["მეორე ფანჯრიდან", "პირველი ფანჯრიდან"]);
  await shows(home, text("vault_conflict_mark"));
  // Facts are not merged behind anybody's back: the second writer is told.
  const changes = await Promise.allSettled([page, other].map((one, at) => call(one, "documents", "change", documentId, { organisation: `ფანჯარა ${at}` }, after.version)));
  expect(changes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(changes.some((one) => one.status === "rejected" && String(one.reason).includes("CONFLICT"))).toBe(true);
  await other.close();
});

it("a clock that goes back by a year: what is written then still counts as later; nothing is locked or thrown away", async () => {
  const vault = await worker();
  await call(page, "records", "put", "drafts", "before", "ადრე");
  const before = (await call(page, "records", "get", "drafts", "before")) as { version: string };
  await vault.evaluate(() => {
    const real = Date.now.bind(Date);
    Object.assign(globalThis, { realNow: real });
    Date.now = () => real() - 366 * 86_400_000;
  });
  await call(page, "documents", "bin", ["document-7"]);
  await call(page, "records", "put", "drafts", "before", "გვიან");
  const after = (await call(page, "records", "get", "drafts", "before")) as { version: string; value: unknown };
  expect(after.version > before.version).toBe(true);
  expect(after.value).toBe("გვიან");
  expect(await call(page, "documents", "tidy")).toMatchObject({ purged: 0 });
  await vault.evaluate(() => void (Date.now = (globalThis as unknown as { realNow: () => number }).realNow));
  expect(await call(page, "lock", "state")).toMatchObject({ kind: "unlocked" });
  await call(page, "documents", "unbin", ["document-7"]);
});

it("no room: said before anything is written, everything is as it was; taken up again when there is room", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mq-room-"));
  try {
    const before = await counted();
    const { usage } = await session.send("Storage.getUsageAndQuota", { origin });
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + 6_000_000 });
    writeFileSync(join(folder, "large.bin"), Buffer.alloc(5_000_000, 7));
    await search("");
    const input = await home.waitForSelector(`input[type=file][aria-label="${text("vault_choose_files")}"]`);
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, "large.bin"));
    await shows(home, text("vault_error_QUOTA_FULL"));
    await look(home, "vault-no-room", 1100, 900, "vault_documents", false);
    expect(await counted()).toEqual(before);
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("vault_uploads_resume", { COUNT: 1 }));
    await shows(home, text("vault_uploads_done", { DONE: 1, TOTAL: 1 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("a private window is not the vault's: nothing of it is there, and nothing is kept from it", async () => {
  const context = await browser.createBrowserContext();
  try {
    const inside = await context.newPage();
    const outcome = await inside.goto(`${homeUrl}#documents`).then(() => inside.url(), String);
    expect(outcome).toMatch(/ERR_BLOCKED_BY_CLIENT|chrome-error/);
  } finally {
    await context.close();
  }
});

it("storage cleared under an open vault: said, not taken for a browser that never had one; a new vault can be made", async () => {
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await shows(home, text("vault_lost"));
  await look(home, "vault-lost", 1100, 900, "vault_setup_title", false);
  await connect(page);
  expect(await call(page, "lock", "state")).toEqual({ kind: "none", lost: true });
  await page.evaluate(async () => (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode("ახალი ფრაზა ახალი საცავისთვის")));
  expect(await call(page, "lock", "state")).toMatchObject({ kind: "unlocked" });
  await shows(home, text("vault_empty"));
});
