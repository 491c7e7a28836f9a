// [Note: brokered ports] in a real browser.
import { expect, it } from "vitest";
import { call, homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

it("a port to the vault is had through the service worker, and outlives it", async () => {
  const started = await startBrowser();
  const { browser } = started;
  try {
    const page = await vaultPage(browser);
    expect(await call(page, "lock", "state")).toEqual({ kind: "none", lost: false });
    const target = await browser.waitForTarget((one) => one.type() === "service_worker");
    const worker = await target.createCDPSession();
    await worker.send("Runtime.evaluate", { expression: "globalThis.marked = true" });
    const stop = await page.createCDPSession();
    await stop.send("ServiceWorker.enable");
    await stop.send("ServiceWorker.stopAllWorkers");
    // The port still works without it …
    expect(await call(page, "lock", "state")).toEqual({ kind: "none", lost: false });
    // … a second page gets one from the service worker's next life, to the same vault worker.
    const other = await vaultPage(browser, `${homeUrl}#settings`);
    expect(await call(other, "lock", "state")).toEqual({ kind: "none", lost: false });
    const lockOf = (one: typeof page): Promise<string> => one.evaluate(() => (globalThis as unknown as VaultScope).vaultLock);
    expect(await lockOf(other)).toBe(await lockOf(page));
    const again = await browser.waitForTarget((one) => one.type() === "service_worker");
    const marked = await (await again.createCDPSession()).send("Runtime.evaluate", { expression: "globalThis.marked ?? false", returnByValue: true });
    expect(marked.result.value).toBe(false);
    // Calls that don't exist, on the object or on its prototype.
    await expect(call(page, "lock", "toString")).rejects.toThrow(/INVALID/);
    await expect(call(page, "constructor", "constructor")).rejects.toThrow(/INVALID/);
  } finally {
    await started.close();
  }
});
