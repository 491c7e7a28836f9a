// A site beside the portal that the person has allowed. Allowing one is the browser's own dialogue, which no test can answer:
// the same build is given the site by its manifest, as it would have it afterwards.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";

const dist = fileURLToPath(new URL("../../../dist", import.meta.url));

/** @returns where the build lies that may serve `host` */
export function buildFor(host: string): string {
  const folder = mkdtempSync(join(tmpdir(), "mq-allowed-"));
  cpSync(dist, folder, { recursive: true });
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { host_permissions: string[]; content_scripts: { matches: string[] }[] };
  manifest.host_permissions.push(`https://${host}/*`);
  for (const { matches } of manifest.content_scripts) matches.push(`https://${host}/*`);
  writeFileSync(path, JSON.stringify(manifest));
  return folder;
}

/** What the person will say in the browser's own dialogue, however the extension is answered: by a promise or a call. */
export async function answerBrowser(page: Page, allows: boolean): Promise<void> {
  await page.evaluate((answer) => {
    const request = (...given: readonly unknown[]): Promise<boolean> => {
      const done = given.at(-1);
      if (typeof done === "function") (done as (said: boolean) => void)(answer);
      return Promise.resolve(answer);
    };
    Object.defineProperty(chrome.permissions, "request", { value: request, configurable: true });
  }, allows);
}

/** What the page asks afterwards is answered as after a yes; the browser itself still lets nobody through. */
export async function takenForAllowed(page: Page): Promise<void> {
  await page.evaluate(() => {
    const contains = (...given: readonly unknown[]): Promise<boolean> => {
      const done = given.at(-1);
      if (typeof done === "function") (done as (said: boolean) => void)(true);
      return Promise.resolve(true);
    };
    Object.defineProperty(chrome.permissions, "contains", { value: contains, configurable: true });
  });
}

/** From its next load on the page meets a browser whose person says yes to this one site: `asked` is what was asked of it. */
export async function permissionsOf(page: Page, pattern: string): Promise<void> {
  await page.evaluateOnNewDocument((site) => {
    const { permissions } = chrome;
    const asked: (readonly [what: string, origin: string])[] = [];
    Object.assign(globalThis, { asked });
    let allowed = false;
    const answer = <T>(given: readonly unknown[], value: T): Promise<T> => {
      const done = given.at(-1);
      if (typeof done === "function") (done as (said: T) => void)(value);
      return Promise.resolve(value);
    };
    const change = (what: "request" | "remove", to: boolean) => (...given: readonly unknown[]): Promise<boolean> => {
      const { origins = [] } = given[0] as { readonly origins?: readonly string[] };
      for (const origin of origins) asked.push([what, origin]);
      if (origins.join() !== site) return answer(given, false);
      allowed = to;
      for (const listener of heard) listener();
      return answer(given, true);
    };
    const heard = new Set<() => void>();
    const event = { addListener: (listener: () => void) => void heard.add(listener), removeListener: (listener: () => void) => void heard.delete(listener) };
    const own = permissions.getAll.bind(permissions);
    const getAll = async (...given: readonly unknown[]): Promise<unknown> => {
      const all = await own();
      return answer(given, { ...all, origins: [...(all.origins ?? []), ...(allowed ? [site] : [])] });
    };
    for (const [name, value] of Object.entries({ request: change("request", true), remove: change("remove", false), getAll, onAdded: event, onRemoved: event })) Object.defineProperty(permissions, name, { value, configurable: true });
  }, pattern);
  await page.reload({ waitUntil: "load" });
}
