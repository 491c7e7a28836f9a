// A backup that was cut off, as the person meets it who has nothing else left.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { pressButton } from "./login.ts";
import { look } from "./look.ts";
import { typeSecret } from "./secretField.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { call } from "./vault.ts";

/** The vault is gone, and of its backup the end is missing: that is said before anything is restored, and what came of it stays. */
export async function restoreCut(page: Page, folder: string, passphrase: string): Promise<void> {
  const backup = Buffer.from(
    await page.evaluate(async () => {
      for await (const [name, one] of await navigator.storage.getDirectory()) {
        if (one.kind !== "file" || !name.endsWith(".mqvault")) continue;
        return btoa(Array.from(new Uint8Array(await (await one.getFile()).arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
      }
      return "";
    }),
    "base64",
  );
  // The last entry is the second copy of the list; the one before it, the last document's.
  const cut = backup.lastIndexOf("MQVE", backup.lastIndexOf("MQVE") - 1) + 60;
  expect(cut).toBeGreaterThan(1000);
  writeFileSync(join(folder, "cut.mqvault"), backup.subarray(0, cut));
  writeFileSync(join(folder, "other.mqvault"), "hello, no backup");
  await call(page, "lock", "destroy").catch(() => undefined);
  await shows(page, text("vault_setup_title"), 60_000);
  await pressButton(page, "vault_setup_from_backup");
  await shows(page, text("vault_restore_about_fresh"));
  const input = (await page.waitForSelector("input[type=file][accept='.mqvault']")) as unknown as { uploadFile(path: string): Promise<void> };
  await input.uploadFile(join(folder, "other.mqvault"));
  await typeSecret(page, passphrase);
  await pressButton(page, "vault_restore");
  await shows(page, text("vault_error_BACKUP_NONE"));
  // The file was wrong: what was typed stays.
  await input.uploadFile(join(folder, "cut.mqvault"));
  await pressButton(page, "vault_restore");
  await shows(page, text("vault_restore_incomplete", { COUNT: 3, TOTAL: 4 }), 60_000);
  await look(page, "vault-restore-cut", 1440, 900, "vault_restore_title", false);
  await pressButton(page, "vault_restore_incomplete_yes");
  await shows(page, text("vault_restored", { COUNT: 3 }), 60_000);
  await shows(page, text("vault_restore_keep"));
  await look(page, "vault-restored-cut", 1440, 900, "vault_restore_title", false);
  await pressButton(page, "common_close");
  await shows(page, text("vault_settings"), 60_000);
}
