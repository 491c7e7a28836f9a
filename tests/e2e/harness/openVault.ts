// A vault of the test's own, made and opened from a page of the extension as a person would, without its user interface.
import type { Page } from "puppeteer";
import type { Stage } from "./stage.ts";
import { call, connect, homeUrl, type VaultScope, vaultPage } from "./vault.ts";

export const passphrase = "ლურჯი მთა და სამი წყარო";

export interface TestVault {
  /** A page of the extension from which the vault can be called: `call(page, …)`. */
  readonly page: Page;
  lock(): Promise<void>;
  /** Waits until it is locked from elsewhere. */
  locked(): Promise<void>;
  unlock(): Promise<void>;
}

/** Makes the vault; its page, a home page (the one that is shown when a panel leads to one), stays open, behind the others. */
export async function openTestVault(stage: Stage): Promise<TestVault> {
  const page = await vaultPage(stage.browser, `${homeUrl}#help`);
  await page.evaluate(async (text) => void (await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode(text))), passphrase);
  const locked = async (): Promise<void> => {
    await page.evaluate(async () => navigator.locks.request((globalThis as unknown as VaultScope).vaultLock, () => undefined));
    await connect(page);
  };
  return {
    page,
    locked,
    lock: async () => {
      await call(page, "lock", "lock").catch(() => undefined);
      await locked();
    },
    unlock: async () => {
      await page.evaluate(async (text) => void (await (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(text) })), passphrase);
    },
  };
}
