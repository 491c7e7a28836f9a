// After the lock the memory of the extension's processes holds neither passphrase nor keys. What stays is counted.
import { mkdirSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openHeader, withRecoveryCode } from "../../tools/restore-backup.mjs";
import { countInAll, processesOf } from "./harness/memory.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

const passphrase = "quartz lantern meadow violin 58";

it("locking leaves no passphrase and no key behind", { timeout: 90_000 }, async () => {
  const started = await startBrowser();
  const { browser } = started;
  try {
    const pid = browser.process()?.pid;
    if (pid === undefined) throw new Error("no browser process");
    const extension = (): readonly number[] => processesOf(pid).filter(({ role }) => role === "extension").map((one) => one.pid);
    const page = await vaultPage(browser);
    // Made by a page that goes away: the code's text is not what is looked for.
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
    const opened = (await openHeader(Buffer.from(header), withRecoveryCode(code))) as { wrapKey: Buffer; recordKey: Buffer };
    await page.evaluate(() => (globalThis as unknown as VaultScope).vault("lock", "lock").catch(() => undefined));
    await page.close();

    // As a person does: typed, opened, looked at, locked.
    const home = await browser.newPage();
    await home.goto(`${homeUrl}#documents`);
    await home.bringToFront();
    await shows(home, text("vault_locked_title"));
    await home.click(".secret-field");
    for (const letter of passphrase) await home.keyboard.press(letter as "a");
    const patterns = { passphrase: Buffer.from(passphrase), "passphrase, 16 bit": Buffer.from(passphrase, "utf16le"), "wrapping key": opened.wrapKey, "record key": opened.recordKey };
    const typed = countInAll(extension(), patterns);
    await home.keyboard.press("Enter");
    await shows(home, text("vault_empty"), 20_000);
    const open = countInAll(extension(), patterns);
    // The control: the search finds them while they are there.
    expect(typed["passphrase"]).toBeGreaterThan(0);
    expect((open["wrapping key"] ?? 0) + (open["record key"] ?? 0)).toBeGreaterThan(0);
    await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("vault_lock"));
    await shows(home, text("vault_locked_title"));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const locked = countInAll(extension(), patterns);
    const cache = new URL("../../node_modules/.cache/", import.meta.url);
    mkdirSync(cache, { recursive: true });
    writeFileSync(new URL("vault-in-memory.json", cache), `${JSON.stringify({ typed, open, locked }, null, 2)}\n`);
    console.log(JSON.stringify({ typed, open, locked }));
    expect(locked).toEqual({ passphrase: 0, "passphrase, 16 bit": 0, "wrapping key": 0, "record key": 0 });
  } finally {
    await started.close();
  }
});
