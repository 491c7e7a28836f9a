// The vault in Chromium: its cipher against WebCrypto alone and two peers, its store against IndexedDB and OPFS alone, the
// ways in, lists and searches, and the memory of a large file.
import type { Page, WebWorker } from "puppeteer";
import { call, homeUrl, startBrowser, type VaultScope, vaultPage } from "../../e2e/harness/vault.ts";
import { pageScript } from "./bundle.ts";
import { heapWhileStoring } from "./heap.ts";
import type { BenchScope, CipherFigures, StoreFigures as StoredFigures, StoreTimes } from "./inPage.ts";
import { type ListFigures, listsOf } from "./lists.ts";

export interface StoreFigures {
  readonly cipher: CipherFigures;
  readonly stores: readonly { readonly megabytes: number; readonly figures: StoredFigures; readonly opfs: StoreTimes }[];
  readonly unlock: readonly { readonly way: string; readonly ms: number }[];
}

export interface HeapFigures {
  readonly megabytes: number;
  readonly overBaselineMB: number;
  readonly seconds: number;
}

const passphrase = "ბენჩმარკის გრძელი ფრაზა";

/** The same bytes through a file of the origin's private file system: the fastest that the browser has, without transactions. */
async function inOpfs(worker: WebWorker, megabytes: number): Promise<StoreTimes> {
  return worker.evaluate(async (size) => {
    const bytes = new Uint8Array(size).map((_, at) => at * 31);
    const root = await navigator.storage.getDirectory();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only a worker's handle has it; the page's types don't
    const file = (await root.getFileHandle("bench", { create: true })) as unknown as { createSyncAccessHandle(): Promise<{ write(part: Uint8Array, at: { at: number }): number; read(part: Uint8Array, at: { at: number }): number; flush(): void; close(): void }> };
    const access = await file.createSyncAccessHandle();
    const piece = 32 * 61_440;
    const begun = performance.now();
    for (let at = 0; at < size; at += piece) access.write(bytes.subarray(at, at + piece), { at });
    access.flush();
    const stored = performance.now();
    const part = new Uint8Array(piece);
    for (let at = 0; at < size; at += piece) access.read(part, { at });
    const fetched = performance.now();
    access.close();
    await root.removeEntry("bench");
    return { store: stored - begun, fetch: fetched - stored };
  }, megabytes * 1_000_000);
}

/** Secrets of a passkey and a card: what the device gives is bytes, and its own time is not ours. */
async function addDevices(page: Page): Promise<Readonly<Record<"passkey" | "card", string>>> {
  return page.evaluate(async () => {
    const { vault } = globalThis as unknown as VaultScope;
    const prepare = async (): Promise<{ slotId: string; challenge: Uint8Array }> => (await vault("slots", "prepare")) as { slotId: string; challenge: Uint8Array };
    const passkey = await prepare();
    await vault("slots", "addPasskey", passkey.slotId, passkey.challenge, new Uint8Array(20), new Uint8Array(32).fill(7));
    const card = await prepare();
    await vault("slots", "addCard", card.slotId, card.challenge, new Uint8Array(256).fill(7), new Uint8Array(256).fill(7));
    return { passkey: passkey.slotId, card: card.slotId };
  });
}

async function unlockMs(page: Page, way: string, text: string): Promise<number> {
  return page.evaluate(
    async (kind, secret) => {
      const bytes = new TextEncoder().encode(secret);
      const secrets: Readonly<Record<string, object>> = {
        passphrase: { kind, passphrase: bytes },
        recovery: { kind, code: bytes },
        passkey: { kind, slotId: secret, prf: new Uint8Array(32).fill(7) },
        card: { kind, slotId: secret, signature: new Uint8Array(256).fill(7) },
      };
      const before = performance.now();
      await (globalThis as unknown as VaultScope).vault("lock", "unlock", secrets[kind]);
      return performance.now() - before;
    },
    way,
    text,
  );
}

/** A vault in a browser of its own. */
interface Bench {
  readonly page: Page;
  readonly recoveryCode: string;
  /** The vault locked, and a new page to it. */
  readonly reopen: () => Promise<Page>;
  readonly vaultWorker: () => Promise<WebWorker>;
}

async function withVault<T>(measure: (bench: Bench) => Promise<T>): Promise<T> {
  const started = await startBrowser();
  try {
    const openPage = async (): Promise<Page> => {
      const opened = await vaultPage(started.browser, `${homeUrl}#help`);
      // tsx names functions with a helper that a page does not have.
      await opened.evaluate("globalThis.__name = (value) => value");
      return opened;
    };
    let page = await openPage();
    const reopen = async (): Promise<Page> => {
      await call(page, "lock", "lock").catch(() => undefined);
      await page.close();
      page = await openPage();
      return page;
    };
    const vaultWorker = async (): Promise<WebWorker> => {
      const offscreen = await (await started.browser.waitForTarget((target) => target.url().includes("offscreen.html"))).asPage();
      const found = offscreen.workers().find((one) => one.url().includes("vault.worker"));
      if (!found) throw new Error("no vault worker");
      await found.evaluate("globalThis.__name = (value) => value");
      return found;
    };
    const { recoveryCode } = await page.evaluate(async (secret) => (await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode(secret))) as { recoveryCode: string }, passphrase);
    return await measure({ page, recoveryCode, reopen, vaultWorker });
  } finally {
    await started.close();
  }
}

export async function storeFigures(): Promise<StoreFigures> {
  return withVault(async ({ page, recoveryCode, reopen, vaultWorker }) => {
    await page.evaluate(await pageScript());
    const cipher = await page.evaluate(() => (globalThis as unknown as BenchScope).bench.cipher());
    const worker = await vaultWorker();
    const stores: StoreFigures["stores"][number][] = [];
    for (const [megabytes, times] of [[1, 7], [10, 5], [100, 3]] as const) {
      const figures = await page.evaluate((size, count) => (globalThis as unknown as BenchScope).bench.storing(size, count), megabytes, times);
      stores.push({ megabytes, figures, opfs: await inOpfs(worker, megabytes) });
    }
    const devices = await addDevices(page);
    const unlock: { way: string; ms: number }[] = [];
    const texts = { passphrase, recovery: recoveryCode, ...devices };
    for (const way of ["passphrase", "recovery", "passkey", "card"] as const) unlock.push({ way, ms: await unlockMs(await reopen(), way, texts[way]) });
    return { cipher, stores, unlock };
  });
}

export async function listFigures(): Promise<readonly ListFigures[]> {
  return withVault(({ page, recoveryCode, reopen }) => listsOf(page, reopen, recoveryCode, [1_000, 10_000]));
}

export async function heapFigures(): Promise<HeapFigures> {
  return withVault(async ({ page, vaultWorker }) => heapWhileStoring(page, await vaultWorker(), 1_000));
}
