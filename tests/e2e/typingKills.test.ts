// The whole browser killed (SIGKILL) while somebody types in a form of the portal.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { startPortal } from "../virtual/portal/portal.ts";
import { typeUntilKilled } from "./harness/killedTyping.ts";
import { killWhole } from "./harness/killWhole.ts";
import { passphrase } from "./harness/openVault.ts";
import { call, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

it("at most the last second is lost, whether the vault is open or locked", { timeout: 180_000 }, async () => {
  const profile = mkdtempSync(join(tmpdir(), "mq-typed-"));
  const portal = await startPortal();
  const secret = [...new TextEncoder().encode(passphrase)];
  /** One life of the browser, which ends by a kill in the middle of a word. */
  const live = async (act: (page: Page) => Promise<void>, service: string | null): Promise<string> => {
    const started = await startBrowser({ profile, portal });
    try {
      await act(await vaultPage(started.browser));
      if (service === null) return "";
      const form = await started.browser.newPage();
      await form.goto(`https://www.my.gov.ge/services/${service}/apply`, { waitUntil: "load" });
      return await typeUntilKilled(form, 2_500, { kill: () => killWhole(started.browser.process()?.pid ?? 0) });
    } finally {
      await started.close();
    }
  };
  const unlock = (page: Page): Promise<void> => page.evaluate(async (bytes) => void (await (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new Uint8Array(bytes) })), secret);
  const reasons = async (page: Page): Promise<readonly string[]> => ((await call(page, "records", "list", "drafts")) as { readonly value: { readonly fields?: readonly { readonly key: string; readonly values: readonly string[] }[] } }[]).flatMap(({ value }) => value.fields?.find(({ key }) => key === "reason")?.values ?? []);
  try {
    const open = await live((page) => page.evaluate(async (bytes) => void (await (globalThis as unknown as VaultScope).vault("lock", "create", new Uint8Array(bytes))), secret), "doctor");
    // The browser that was killed has left the vault locked: what is typed now is sealed.
    const sealed = await live(async (page) => expect(await call(page, "lock", "state")).toMatchObject({ kind: "locked" }), "pension");
    expect([open.length, sealed.length].every((length) => length > 5)).toBe(true);
    await live(async (page) => {
      await unlock(page);
      const there = await reasons(page);
      for (const due of [open, sealed]) expect(there.some((one) => one.startsWith(due)), `${due}: of ${there.join(" | ")}`).toBe(true);
    }, null);
  } finally {
    await portal.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
