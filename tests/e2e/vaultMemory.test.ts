// After the lock the memory of the extension's processes holds neither passphrase nor keys. What stays is counted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { expect, it } from "vitest";
import { openHeader, withRecoveryCode } from "../../tools/restore-backup.mjs";
import { countInAll, processesOf } from "./harness/memory.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

const passphrase = "quartz lantern meadow violin 58";

/** A vault with the passphrase, and its keys as the format's own opener finds them. */
async function setUp(profile: string): Promise<{ readonly wrapKey: Buffer; readonly recordKey: Buffer }> {
  const started = await startBrowser({ profile });
  try {
    return await createVault(started.browser);
  } finally {
    await started.close();
  }
}

async function createVault(browser: Browser): Promise<{ readonly wrapKey: Buffer; readonly recordKey: Buffer }> {
  const page = await vaultPage(browser);
  const code = await page.evaluate(async (letters) => ((await (globalThis as unknown as VaultScope).vault("lock", "create", Uint8Array.from(letters))) as { recoveryCode: string }).recoveryCode, [...Buffer.from(passphrase)]);
  const header = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("vault");
      request.addEventListener("success", () => resolve(request.result));
    });
    const request = database.transaction("header").objectStore("header").get("header");
    await new Promise((resolve) => request.addEventListener("success", resolve));
    database.close();
    return [...new Uint8Array(request.result as ArrayBuffer)];
  });
  return (await openHeader(Buffer.from(header), withRecoveryCode(code))) as { wrapKey: Buffer; recordKey: Buffer };
}

it("locking leaves no passphrase and no key behind", { timeout: 180_000 }, async () => {
  const profile = mkdtempSync(join(tmpdir(), "mq-vault-memory-"));
  // Set up in a browser of its own: what this test itself hands to a page must not be in the memory that is searched.
  const opened = await setUp(profile);
  const started = await startBrowser({ profile });
  const { browser } = started;
  try {
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error("no browser process");
    const extension = (): readonly number[] => processesOf(pid).filter(({ role }) => role === "extension").map((one) => one.pid);
    // As a person does: typed, opened, looked at, locked.
    const home = await browser.newPage();
    // The browser is there before its extension is.
    await until(() => home.goto(`${homeUrl}#documents`).then(() => true, () => false), "the extension's pages open");
    await home.bringToFront();
    await shows(home, text("vault_locked_title"));
    await home.click(".secret-field");
    for (const letter of passphrase) await home.keyboard.press(letter as "a");
    const patterns = { passphrase: Buffer.from(passphrase), "passphrase, 16 bit": Buffer.from(passphrase, "utf16le"), "wrapping key": opened.wrapKey, "record key": opened.recordKey };
    const typed = countInAll(extension(), patterns);
    await home.keyboard.press("Enter");
    await shows(home, text("vault_empty"), 60_000);
    const open = countInAll(extension(), patterns);
    // The control: the search finds them while they are there.
    expect(typed["passphrase"]).toBeGreaterThan(0);
    expect((open["wrapping key"] ?? 0) + (open["record key"] ?? 0)).toBeGreaterThan(0);
    await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("vault_lock"));
    await shows(home, text("vault_locked_title"));
    // The worker ends at once, its memory when the system comes to it.
    const none = (counts: Readonly<Record<string, number>>): boolean => Object.values(counts).every((one) => one === 0);
    let locked = countInAll(extension(), patterns);
    for (const end = Date.now() + 30_000; !none(locked) && Date.now() < end; locked = countInAll(extension(), patterns)) await new Promise((resolve) => setTimeout(resolve, 250));
    const cache = new URL("../../node_modules/.cache/", import.meta.url);
    mkdirSync(cache, { recursive: true });
    writeFileSync(new URL("vault-in-memory.json", cache), `${JSON.stringify({ typed, open, locked }, null, 2)}\n`);
    console.log(JSON.stringify({ typed, open, locked }));
    expect(locked).toEqual({ passphrase: 0, "passphrase, 16 bit": 0, "wrapping key": 0, "record key": 0 });
  } finally {
    await started.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
