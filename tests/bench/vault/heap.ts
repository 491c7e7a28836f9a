// What the vault worker holds in memory while a large file goes through it.
import type { Page, WebWorker } from "puppeteer";
import type { VaultScope } from "../../e2e/harness/vault.ts";

/** @returns the highest of many samples, over what it was after a collection before. */
export async function heapWhileStoring(page: Page, worker: WebWorker, megabytes: number): Promise<{ readonly megabytes: number; readonly overBaselineMB: number; readonly seconds: number }> {
  const session = worker.client;
  /** V8's own heap, and the buffers outside of it. */
  const used = async (): Promise<number> => {
    const { usedSize, ...rest } = await session.send("Runtime.getHeapUsage");
    return usedSize + ("backingStorageSize" in rest && typeof rest.backingStorageSize === "number" ? rest.backingStorageSize : 0);
  };
  // The page makes the file; its own bytes are not the vault's.
  await page.evaluate((size) => {
    const part = new Uint8Array(10_000_000).map((_, at) => at * 31);
    Object.assign(globalThis, { large: new Blob(Array.from({ length: size / 10 }, () => part)) });
  }, megabytes);
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const baseline = await used();
  let peak = baseline;
  const stop = new AbortController();
  const sampling = (async () => {
    while (!stop.signal.aborted) {
      peak = Math.max(peak, await used());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  const begun = performance.now();
  const documentId = await page.evaluate(async () => {
    const scope = globalThis as unknown as VaultScope & { large?: Blob };
    const { document } = (await scope.vault("documents", "add", scope.large, { name: "large" })) as { document: { documentId: string } };
    delete scope.large;
    return document.documentId;
  });
  const seconds = (performance.now() - begun) / 1000;
  stop.abort();
  await sampling;
  await page.evaluate((id) => (globalThis as unknown as VaultScope).vault("documents", "purge", [id]), documentId);
  return { megabytes, overBaselineMB: (peak - baseline) / 1e6, seconds };
}
