// The vault in a real browser: its own worker, Argon2id under the extension's policy, ports, locking.
import { expect, it } from "vitest";
import { until } from "./harness/until.ts";
import { call, connect, homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

it("is made, locked and opened again; every page learns of it", async () => {
  const started = await startBrowser();
  const { browser } = started;
  try {
    const page = await vaultPage(browser);
    const other = await vaultPage(browser, `${homeUrl}#settings`);
    const secret = "ლურჯი მთა და სამი წყარო";
    const created = await page.evaluate(async (text) => {
      const { vault } = globalThis as unknown as VaultScope;
      return (await vault("lock", "create", new TextEncoder().encode(text))) as { recoveryCode: string };
    }, secret);
    expect(created.recoveryCode).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{2}$/);
    await call(page, "records", "put", "drafts", "a", { text: "დრაფტი" });
    expect(await call(other, "records", "get", "drafts", "a")).toMatchObject({ value: { text: "დრაფტი" } });
    expect(await other.evaluate(() => (globalThis as unknown as VaultScope).vaultEvents)).toMatchObject(expect.arrayContaining([{ kind: "changed", collection: "drafts", ids: ["a"] }]));
    // The worker ends with the lock: its Web Lock is free at once, and a new port leads to a locked vault.
    await call(page, "lock", "lock").catch(() => undefined);
    await page.evaluate(async () => navigator.locks.request((globalThis as unknown as VaultScope).vaultLock, () => undefined));
    await connect(page);
    expect(await call(page, "lock", "state")).toMatchObject({ kind: "locked", slots: [{ kind: "passphrase" }, { kind: "recovery" }] });
    await expect(call(page, "records", "list", "drafts")).rejects.toThrow(/VAULT_LOCKED/);
    await page.evaluate(async (text) => (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(text) }), secret);
    expect(await call(page, "records", "get", "drafts", "a")).toMatchObject({ value: { text: "დრაფტი" } });
    // A file of several windows, by Blob.
    const answer = await page.evaluate(async () => {
      const { vault } = globalThis as unknown as VaultScope;
      const bytes = new Uint8Array(5_000_000).map((_, at) => at % 251);
      const { document } = (await vault("documents", "add", new File([bytes], "დიდი.bin"), { name: "დიდი.bin" })) as { document: { documentId: string } };
      const end = (await vault("documents", "read", document.documentId, null, 4_999_990, 100)) as Uint8Array;
      return { end: [...end], whole: await vault("documents", "verify", document.documentId, null) };
    });
    expect(answer).toEqual({ end: Array.from({ length: 10 }, (_, at) => (4_999_990 + at) % 251), whole: true });
  } finally {
    await started.close();
  }
});

it("a long upload outlives the service worker, killed at every step; with the offscreen document it ends, at whatever step, and leaves nothing behind", async () => {
  const started = await startBrowser();
  const { browser } = started;
  try {
    const page = await vaultPage(browser);
    const { recoveryCode } = await page.evaluate(async () => {
      const { vault } = globalThis as unknown as VaultScope;
      return (await vault("lock", "create", new TextEncoder().encode("გრძელი ფრაზა ატვირთვისთვის"))) as { recoveryCode: string };
    });
    const client = await page.createCDPSession();
    await client.send("ServiceWorker.enable");
    let stopped = 0;
    await page.exposeFunction("stopServiceWorker", async () => {
      stopped += 1;
      await client.send("ServiceWorker.stopAllWorkers");
    });
    /** @param closeAt ends the offscreen document when so many bytes are done; null: ends the service worker at every step. */
    const upload = (name: string, closeAt: number | null): Promise<string> =>
      page.evaluate(
        async (called, end) => {
          const scope = globalThis as unknown as VaultScope & { stopServiceWorker(): Promise<void> };
          const part = new Uint8Array(10_000_000).map((_, at) => at % 249);
          let closed = false;
          const progress = ({ done }: { done: number }): void => {
            if (end === null) scope.stopServiceWorker().catch(() => undefined);
            else if (done >= end && !closed) {
              closed = true;
              chrome.offscreen.closeDocument().catch(() => undefined);
            }
          };
          const stored = scope.vaultWork(progress, "documents", "add", new Blob([part, part]), { name: called }).then(() => "stored", (error: unknown) => String(error));
          // Free when the worker has ended.
          const ended = navigator.locks.request(scope.vaultLock, () => "ended");
          return Promise.race([stored, ended]);
        },
        name,
        closeAt,
      );
    expect(await upload("kept", null)).toBe("stored");
    // Eleven windows, each a step.
    await until(() => stopped > 10, "the service worker was stopped at every step");
    let lost = 0;
    for (const windows of [0, 1, 4, 9]) {
      const name = `after ${windows} windows`;
      const outcome = await upload(name, windows * 32 * 61_440);
      await page.evaluate(async () => navigator.locks.request((globalThis as unknown as VaultScope).vaultLock, () => undefined));
      await connect(page);
      expect(await call(page, "lock", "state")).toMatchObject({ kind: "locked" });
      await page.evaluate(async (code) => {
        const scope = globalThis as unknown as VaultScope;
        scope.vaultEvents.length = 0;
        await scope.vault("lock", "unlock", { kind: "recovery", code: new TextEncoder().encode(code) });
        while (!scope.vaultEvents.some((event) => (event as { kind: string }).kind === "text-ready")) await new Promise((resolve) => setTimeout(resolve, 10));
        await scope.vault("records", "put", "drafts", "turn", 1);
      }, recoveryCode);
      const { documents } = (await call(page, "documents", "search", {})) as { documents: { documentId: string; name: string }[] };
      // Whole, or not at all; and what was confirmed is there.
      for (const { documentId } of documents) expect(await call(page, "documents", "verify", documentId, null)).toBe(true);
      const there = documents.map((one) => one.name);
      expect(there).toContain("kept");
      if (!there.includes(name)) lost += 1;
      if (outcome === "stored") expect(there).toContain(name);
      const left = await page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open("vault");
          request.addEventListener("success", () => resolve(request.result));
        });
        const count = (store: string): Promise<number> =>
          new Promise((resolve) => {
            const request = database.transaction(store).objectStore(store).count();
            request.addEventListener("success", () => resolve(request.result));
          });
        const counts = { chunks: await count("chunk"), journal: await count("journal") };
        database.close();
        return counts;
      });
      expect(left).toEqual({ chunks: there.length * Math.ceil(20_000_000 / 61_440), journal: 0 });
    }
    // The control: it did end on the way.
    expect(lost).toBeGreaterThan(0);
  } finally {
    await started.close();
  }
});
