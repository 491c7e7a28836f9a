// After the lock the memory of the extension's processes holds neither passphrase nor keys. What stays is counted.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openBackup, streamKey, withRecoveryCode } from "../../tools/restore-backup.mjs";
import { countInAll, processesOf } from "./harness/memory.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

const passphrase = "quartz lantern meadow violin 58";
const documentName = "letter.txt";
const documentText = "Dear registry, orchid 9214";

interface Keys {
  readonly wrapKey: Buffer;
  readonly recordKey: Buffer;
  /** Of the one document's content. */
  readonly documentKey: Buffer;
}

/** A vault with the passphrase and a document in it; and its keys, as the format's own opener finds them in a backup. */
async function setUp(profile: string, backupPath: string): Promise<Keys> {
  // Its first page is waited for: a browser that ends before it shows that in its next life, over the page that is open then.
  const started = await startBrowser({ profile, used: false });
  try {
    const page = await vaultPage(started.browser, `${homeUrl}#help`);
    const { code, backup } = await page.evaluate(
      async (letters, [name, content]) => {
        const { vault } = globalThis as unknown as VaultScope;
        const { recoveryCode } = (await vault("lock", "create", Uint8Array.from(letters))) as { recoveryCode: string };
        await vault("documents", "add", new Blob([content ?? ""], { type: "text/plain" }), { name });
        const { backup: number } = (await vault("backup", "begin")) as { backup: string };
        const pieces: number[] = [];
        for (let piece = (await vault("backup", "read", number)) as Uint8Array | null; piece; piece = (await vault("backup", "read", number)) as Uint8Array | null) pieces.push(...piece);
        return { code: recoveryCode, backup: pieces };
      },
      [...Buffer.from(passphrase)],
      [documentName, documentText],
    );
    writeFileSync(backupPath, Uint8Array.from(backup));
    const { vault, records, close } = await openBackup(backupPath, withRecoveryCode(code));
    close();
    const document = records.find(([collection]) => collection === "documents")?.[4] as { readonly revisions: readonly unknown[] };
    const { wrapKey, recordKey } = vault as Pick<Keys, "wrapKey" | "recordKey">;
    return { wrapKey, recordKey, documentKey: Buffer.from(streamKey(vault, document.revisions[0]).key) };
  } finally {
    await started.close();
  }
}

it("locking leaves no passphrase and no key behind", { timeout: 180_000 }, async () => {
  const profile = mkdtempSync(join(tmpdir(), "mq-vault-memory-"));
  // Set up in a browser of its own: what this test itself hands to a page must not be in the memory that is searched.
  const opened = await setUp(profile, join(profile, "backup"));
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
    // The first-run page, which a browser that loads an extension by hand shows at each start, takes the place of a home page that is open: by and by.
    await until(async () => {
      if (!home.url().endsWith("#documents")) await home.goto(`${homeUrl}#documents`);
      return home.evaluate((words) => document.body.innerText.includes(words), text("vault_locked_title")).catch(() => false);
    }, "the locked vault is shown");
    await home.click(".secret-field");
    for (const letter of passphrase) await home.keyboard.press(letter as "a");
    const patterns = { passphrase: Buffer.from(passphrase), "passphrase, 16 bit": Buffer.from(passphrase, "utf16le"), "wrapping key": opened.wrapKey, "record key": opened.recordKey, "document's key": opened.documentKey, "document's text": Buffer.from(documentText) };
    const typed = countInAll(extension(), patterns);
    await home.keyboard.press("Enter");
    await home.waitForSelector(".vault-name", { timeout: 60_000 });
    await home.click(".vault-name");
    await shows(home, documentText);
    const open = countInAll(extension(), patterns);
    // The control: the search finds them while they are there.
    expect(typed["passphrase"]).toBeGreaterThan(0);
    expect((open["wrapping key"] ?? 0) + (open["record key"] ?? 0)).toBeGreaterThan(0);
    expect(open["document's key"]).toBeGreaterThan(0);
    await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("vault_lock"));
    await shows(home, text("vault_locked_title"));
    // The worker ends at once, its memory when the system comes to it.
    const none = (counts: Readonly<Record<string, number>>): boolean => Object.entries(counts).every(([what, one]) => one === 0 || what === "document's text");
    let locked = countInAll(extension(), patterns);
    for (const end = Date.now() + 30_000; !none(locked) && Date.now() < end; locked = countInAll(extension(), patterns)) await new Promise((resolve) => setTimeout(resolve, 250));
    const cache = new URL("../../node_modules/.cache/", import.meta.url);
    mkdirSync(cache, { recursive: true });
    writeFileSync(new URL("vault-in-memory.json", cache), `${JSON.stringify({ typed, open, locked }, null, 2)}\n`);
    console.log(JSON.stringify({ typed, open, locked }));
    // What the page drew of the document goes when the browser comes to it: counted, not promised.
    expect({ ...locked, "document's text": 0 }).toEqual({ passphrase: 0, "passphrase, 16 bit": 0, "wrapping key": 0, "record key": 0, "document's key": 0, "document's text": 0 });
  } finally {
    await started.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
