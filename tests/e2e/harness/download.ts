import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "puppeteer";
import { until } from "./until.ts";

/** Where the browser's downloads go from now on, without a dialogue: a new folder. */
export async function downloadFolder(browser: Browser): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "moqalaqe-saved-"));
  const client = await browser.target().createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  return folder;
}

/** @returns the name of the file that an act lays into the folder, whatever it is called: the browser gives it when it is whole. */
export async function downloadedBy(act: () => Promise<void>, folder: string, ending: string): Promise<string> {
  const before = readdirSync(folder);
  let fresh: string | undefined;
  await act();
  await until(() => (fresh = readdirSync(folder).find((one) => one.endsWith(ending) && !before.includes(one))) !== undefined, `a file *${ending} is saved in ${folder}`);
  return fresh ?? "";
}
