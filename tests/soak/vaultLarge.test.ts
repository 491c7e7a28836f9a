// A file of 2 GB on its way into the vault as a person sees it: progress, cancelled, taken up again, read back; and a disk
// that is really full (a small file system of its own), not only a quota.
import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { pressButton } from "../e2e/harness/login.ts";
import { shows } from "../e2e/harness/stage.ts";
import { text } from "../e2e/harness/texts.ts";
import { until } from "../e2e/harness/until.ts";
import { call, homeUrl, startBrowser, type VaultScope, vaultPage } from "../e2e/harness/vault.ts";

const gigabytes = Number(process.env["GIGABYTES"] ?? 2);
const longest = 1_500_000;

async function create(page: Page): Promise<void> {
  await page.evaluate(async () => (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode("დიდი ფაილების გრძელი ფრაზა")));
}

async function choose(home: Page, ...paths: readonly string[]): Promise<void> {
  const input = await home.waitForSelector(`input[type=file][aria-label="${text("vault_choose_files")}"]`);
  await (input as unknown as { uploadFile(...all: readonly string[]): Promise<void> }).uploadFile(...paths);
}

it(`${gigabytes} GB: progress, cancel, resume, and every byte again`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "mq-large-"));
  const started = await startBrowser();
  try {
    const page = await vaultPage(started.browser);
    await create(page);
    const size = gigabytes * 1_000_000_000;
    const large = openSync(join(folder, "large.bin"), "w");
    ftruncateSync(large, size);
    // Holes of zeros, with something at the edges of chunks and at the end.
    for (const at of [0, 61_439, 61_440, size / 2, size - 5]) writeSync(large, "mark!", at);
    closeSync(large);
    writeFileSync(join(folder, "small.txt"), "მცირე");
    const home = await started.browser.newPage();
    await home.goto(`${homeUrl}#documents`);
    await home.bringToFront();
    await shows(home, text("vault_empty"));
    await choose(home, join(folder, "large.bin"), join(folder, "small.txt"));
    const done = (): Promise<number> => home.$eval(".vault-progress progress", (bar) => bar.value).catch(() => 0);
    await until(async () => (await done()) > size / 10, "a tenth is stored", longest);
    await pressButton(home, "common_cancel");
    await shows(home, text("vault_error_CANCELLED"), 60_000);
    // The one that waited is cancelled at once, the large one when what it has written is taken away again.
    await until(async () => home.evaluate((label) => [...document.querySelectorAll("button")].some((one) => one.textContent === label), text("vault_uploads_resume", { COUNT: 2 })), "both are cancelled", longest);
    expect(await call(page, "documents", "search", {})).toMatchObject({ total: 0 });
    await home.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label)?.click(), text("vault_uploads_resume", { COUNT: 2 }));
    // Asked again and again: one question to the browser may wait three minutes at most.
    await until(async () => (await home.evaluate(() => document.body.innerText)).includes(text("vault_uploads_done", { DONE: 2, TOTAL: 2 })), "both are stored", longest);
    const { documents } = (await call(page, "documents", "search", { text: "large" })) as { documents: { documentId: string; revisions: { size: number }[] }[] };
    const [one] = documents;
    expect(one?.revisions).toMatchObject([{ size }]);
    await page.evaluate((id) => {
      const scope = globalThis as unknown as VaultScope & { verified?: unknown };
      void scope.vault("documents", "verify", id, null).then((whole) => (scope.verified = whole), (error: unknown) => (scope.verified = String(error)));
    }, one?.documentId ?? "");
    const verified = (): Promise<unknown> => page.evaluate(() => (globalThis as unknown as { verified?: unknown }).verified ?? null);
    await until(async () => (await verified()) !== null, "every byte was read again", longest);
    expect(await verified()).toBe(true);
    const end = await page.evaluate(async (id, from) => new TextDecoder().decode((await (globalThis as unknown as VaultScope).vault("documents", "read", id, null, from, 100)) as Uint8Array), one?.documentId ?? "", size - 5);
    expect(end).toBe("mark!");
  } finally {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

it.each(["before", "while"] as const)("a disk that is full %s a file is written: it is refused or taken back, what was there is there, and there is room again afterwards", async (when) => {
  const folder = mkdtempSync(join(tmpdir(), "mq-full-"));
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=260m", "tmpfs", folder]);
  expect(mount.status, String(mount.stderr)).toBe(0);
  try {
    const profile = join(folder, "profile");
    mkdirSync(profile);
    /** What else fills disks: everything but so many bytes. */
    const fill = (left: number): void => {
      const [blocks = 0, blockSize = 0] = spawnSync("stat", ["-f", "-c", "%a %S", folder], { encoding: "utf8" }).stdout.split(" ").map(Number);
      writeFileSync(join(folder, "filler"), Buffer.alloc(Math.max(0, blocks * blockSize - left)));
    };
    const started = await startBrowser({ profile });
    try {
      const page = await vaultPage(started.browser);
      await create(page);
      await page.evaluate(async () => (globalThis as unknown as VaultScope).vault("documents", "add", new Blob(["აქ იყო"]), { name: "kept" }));
      if (when === "before") fill(20_000_000);
      await page.exposeFunction("fill", () => fill(5_000_000));
      const outcome = await page.evaluate(async (late) => {
        const scope = globalThis as unknown as VaultScope & { fill(): Promise<void> };
        let filled = !late;
        const part = new Uint8Array(10_000_000).fill(9);
        const fillOnce = ({ done }: { done: number }): void => {
          if (done > 0 && !filled) void scope.fill();
          filled ||= done > 0;
        };
        const stored = scope.vaultWork(fillOnce, "documents", "add", new Blob(Array.from({ length: 6 }, () => part)), { name: "too large" }).then(() => "stored", String);
        // The database ends with the disk, and with it the worker.
        const ended = navigator.locks.request(scope.vaultLock, () => "the vault was locked");
        return Promise.race([stored, ended]);
      }, when === "while");
      console.log(`on a disk full ${when}: ${outcome}`);
      expect(outcome).toMatch(when === "before" ? /QUOTA_FULL/ : /QUOTA_FULL|STORAGE_FAILED|the vault was locked/);
      rmSync(join(folder, "filler"));
    } finally {
      await started.close();
    }
    const again = await startBrowser({ profile });
    try {
      const page = await vaultPage(again.browser);
      await page.evaluate(async () => (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode("დიდი ფაილების გრძელი ფრაზა") }));
      const { documents } = (await call(page, "documents", "search", {})) as { documents: { documentId: string; name: string }[] };
      expect(documents.map(({ name }) => name)).toContain("kept");
      for (const { documentId } of documents) expect(await call(page, "documents", "verify", documentId, null)).toBe(true);
      await page.evaluate(async () => (globalThis as unknown as VaultScope).vault("documents", "add", new Blob([new Uint8Array(1_000_000)]), { name: "afterwards" }));
    } finally {
      await again.close();
    }
  } finally {
    spawnSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});
