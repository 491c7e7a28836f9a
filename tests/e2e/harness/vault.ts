// The vault as a page of the extension has it, without its user interface: Comlink from a page to the vault worker.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { extensionId, type LaunchedBrowser, launchBrowser } from "../../virtual/browser/launch.ts";
import { until } from "./until.ts";

const comlink = readFileSync(createRequire(import.meta.url).resolve("comlink/dist/umd/comlink.js"), "utf8");

export const homeUrl = `chrome-extension://${extensionId}/src/home/home.html`;
/** A document of the extension's origin with nothing of ours in it: no page that draws itself, looks at readers or starts a worker. */
export const bareUrl = `chrome-extension://${extensionId}/manifest.json`;

/** A browser with the extension and no card reader: quick to start. @param options portal: none by default; used: whether the profile was in a browser before, as one that is named was */
export async function startBrowser(options: { readonly profile?: string; readonly used?: boolean; readonly portal?: { readonly port: number; readonly spkiHash: string } } = {}): Promise<LaunchedBrowser> {
  const extension = fileURLToPath(new URL("../../../dist", import.meta.url));
  const { port, spkiHash } = options.portal ?? { port: 9, spkiHash: "" };
  const started = await launchBrowser({ extension, portalPort: port, spkiHash, ...(options.profile ? { profile: options.profile } : {}) });
  // Its pages are refused before it is loaded.
  await started.browser.waitForTarget((target) => target.type() === "service_worker" && target.url().includes(extensionId), { timeout: 45_000 });
  // The first-run page would come over the test's own: a hidden tab is never painted. A profile that was used before has none.
  if (!(options.used ?? options.profile)) {
    const welcome = await started.browser.waitForTarget((target) => target.url().includes("home.html#welcome"), { timeout: 45_000 });
    await (await welcome.page())?.close();
  }
  return started;
}

/** A page of the extension in which `vault(group, method, ...args)` calls the vault and `vaultEvents` collects its events. */
export async function vaultPage(browser: LaunchedBrowser["browser"], url = bareUrl): Promise<Page> {
  const page = await browser.newPage();
  // The browser is there before its extension is.
  await until(() => page.goto(url).then(() => true, () => false), "the extension's pages open");
  await connect(page);
  return page;
}

/** Connects, again after the vault was locked. */
export async function connect(page: Page): Promise<void> {
  await page.evaluate(comlink);
  await page.evaluate(async () => {
    const scope = globalThis as unknown as VaultScope;
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    active?.postMessage({ kind: "port/connect", service: "vault" }, [port2]);
    const remote = scope.Comlink.wrap(port1);
    scope.vaultEvents ??= [];
    scope.vaultLock = await remote.hello(scope.Comlink.proxy((event: unknown) => void scope.vaultEvents.push(event)));
    // Functions as properties: tsx, which runs the benchmark, gives others their names with a helper that pages don't have.
    scope.vaultRun = async (onProgress, group, method, args) => {
      const result = await remote.call(group, method, onProgress, ...args);
      if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
      return result.json === undefined ? result.value : JSON.parse(result.json);
    };
    scope.vault = (group, method, ...args) => scope.vaultRun(null, group, method, args);
    scope.vaultWork = (onProgress, group, method, ...args) => scope.vaultRun(scope.Comlink.proxy(onProgress), group, method, [...args, {}]);
  });
}

/** What `connect` puts into the page. */
export interface VaultScope {
  Comlink: { wrap(port: MessagePort): { hello(listener: unknown): Promise<string>; call(...args: unknown[]): Promise<{ ok: boolean; value: unknown; json?: string; error: { code: string; message: string } }> }; proxy<T>(value: T): T };
  vaultRun: (onProgress: unknown, group: string, method: string, args: readonly unknown[]) => Promise<unknown>;
  vault: (group: string, method: string, ...args: unknown[]) => Promise<unknown>;
  /** The same for long work. */
  vaultWork: (onProgress: (progress: { done: number; total: number }) => void, group: string, method: string, ...args: unknown[]) => Promise<unknown>;
  vaultEvents: unknown[];
  vaultLock: string;
}

/** Calls the vault from the page; arguments are JSON. */
export async function call(page: Page, group: string, method: string, ...args: readonly unknown[]): Promise<unknown> {
  return page.evaluate((one, two, rest) => (globalThis as unknown as VaultScope).vault(one, two, ...rest), group, method, args as unknown[]);
}
