// The vault in a real browser: its own worker, Argon2id under the extension's policy, ports, locking.
import { expect, it } from "vitest";
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

it("a long upload outlives the service worker; with the offscreen document it ends, and leaves nothing behind", async () => {
  const started = await startBrowser();
  const { browser } = started;
  try {
    const page = await vaultPage(browser);
    const { recoveryCode } = await page.evaluate(async () => {
      const { vault } = globalThis as unknown as VaultScope;
      return (await vault("lock", "create", new TextEncoder().encode("გრძელი ფრაზა ატვირთვისთვის"))) as { recoveryCode: string };
    });
    const upload = (name: string): Promise<string> =>
      page.evaluate(async (called) => {
        const scope = globalThis as unknown as VaultScope;
        const part = new Uint8Array(10_000_000).map((_, at) => at % 249);
        const stored = scope.vault("documents", "add", new Blob([part, part, part, part]), { name: called }).then(() => "stored", (error: unknown) => String(error));
        // Free when the worker has ended.
        const ended = navigator.locks.request(scope.vaultLock, () => "ended");
        return Promise.race([stored, ended]);
      }, name);
    const client = await page.createCDPSession();
    await client.send("ServiceWorker.enable");
    const kept = upload("kept");
    for (let time = 0; time < 4; time += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await client.send("ServiceWorker.stopAllWorkers");
    }
    expect(await kept).toBe("stored");
    for (const after of [5, 60, 200]) {
      const lost = upload("lost");
      await new Promise((resolve) => setTimeout(resolve, after));
      await page.evaluate(() => chrome.offscreen.closeDocument());
      expect(await lost).toBe("ended");
      await connect(page);
      expect(await call(page, "lock", "state")).toMatchObject({ kind: "locked" });
      await page.evaluate(async (code) => {
        const scope = globalThis as unknown as VaultScope;
        scope.vaultEvents.length = 0;
        await scope.vault("lock", "unlock", { kind: "recovery", code: new TextEncoder().encode(code) });
        while (!scope.vaultEvents.some((event) => (event as { kind: string }).kind === "text-ready")) await new Promise((resolve) => setTimeout(resolve, 10));
        await scope.vault("records", "put", "drafts", "turn", 1);
      }, recoveryCode);
      expect(await call(page, "documents", "search", {})).toMatchObject({ total: 1, documents: [{ name: "kept" }] });
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
      expect(left).toEqual({ chunks: Math.ceil(40_000_000 / 61_440), journal: 0 });
    }
  } finally {
    await started.close();
  }
});
