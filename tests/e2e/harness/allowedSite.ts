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
