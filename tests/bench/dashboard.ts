// "Who holds my data" with 5,000 records: how soon a fresh tab is there, how soon a filter answers, and whether it scrolls as
// an empty page does. Everything in one browser, in one run.
import type { Page } from "puppeteer";
import type { DataRecord } from "../../src/consent/record/record.ts";
import { connect, homeUrl, startBrowser, vaultPage, type VaultScope } from "../e2e/harness/vault.ts";
import { manyRecords } from "../vectors/consent/manyRecords.ts";
import { p95, scroll, searchTimes } from "./longList.ts";
import { median } from "./pages/pageLoads.ts";

export interface Dashboard {
  /** From the start of navigation to the frame that shows rows and takes a filter, median of fresh tabs; the vault is open. */
  readonly interactiveMs: number;
  /** To the first frame with anything in it, median of the same tabs. */
  readonly firstPaintMs: number;
  /** The same of a page of ours that shows nothing of the vault: what any tab costs here. */
  readonly bareMs: number;
  /** From a key in the search field to the frame that shows what is found, the longest. */
  readonly filterMs: number;
  readonly scrollP95Ms: number;
  readonly emptyP95Ms: number;
  /** The longest task while scrolling; 0: none over 50 ms. */
  readonly longestTaskMs: number;
}

const count = 5000;
const rounds = 5;

async function fillVault(page: Page, records: readonly DataRecord[]): Promise<void> {
  await page.evaluate(async () => void (await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode("ლურჯი მთა და სამი წყარო"))));
  const collection = { organisation: "organisations", holding: "consents", consent: "consents", request: "requests" } as const;
  for (let at = 0; at < records.length; at += 1000) {
    const changes = records.slice(at, at + 1000).map((record) => ({ collection: collection[record.type], id: record.id, value: record, expect: null }));
    await page.evaluate(async (all) => void (await (globalThis as unknown as VaultScope).vault("records", "commit", JSON.parse(all))), JSON.stringify(changes));
  }
}

/** @returns milliseconds from the navigation's start to the frame after `there` holds, and to the first frame with anything in it */
async function openTab(page: Page, url: string, there: string): Promise<{ readonly shown: number; readonly painted: number }> {
  // As text: the bundler would give a function inside it a helper that the page does not have.
  await page.evaluateOnNewDocument(`(function look() {
    if (document.querySelector(${JSON.stringify(there)})) setTimeout(() => requestAnimationFrame(() => { globalThis.shownAt = performance.now(); }), 0);
    else requestAnimationFrame(look);
  })();`);
  // A hidden tab is never painted.
  await page.bringToFront();
  await page.goto(url);
  await page.waitForFunction(() => "shownAt" in globalThis, { timeout: 60_000, polling: 20 });
  return page.evaluate(() => ({ shown: (globalThis as unknown as { shownAt: number }).shownAt, painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity }));
}

export async function dashboard(): Promise<Dashboard> {
  const records = manyRecords(count);
  const started = await startBrowser();
  try {
    const host = await vaultPage(started.browser, `${homeUrl}#help`);
    await connect(host);
    await fillVault(host, records);
    const times: number[] = [];
    const paints: number[] = [];
    const bare: number[] = [];
    let page = host;
    for (let round = 0; round < rounds; round += 1) {
      if (page !== host) await page.close();
      const empty = await started.browser.newPage();
      bare.push((await openTab(empty, `${homeUrl}#help`, "main > *")).shown);
      await empty.close();
      page = await started.browser.newPage();
      const { shown, painted } = await openTab(page, `${homeUrl}#data`, ".long-row");
      times.push(shown);
      paints.push(painted);
    }
    const filters = await searchTimes(page, page, "ორგანიზაცია 17");
    await page.waitForFunction(() => (document.querySelector(".long-list")?.getBoundingClientRect().height ?? 0) > 100_000, { polling: 20 });
    const scrolled = await scroll(page, 120);
    const empty = await started.browser.newPage();
    await empty.setContent('<div style="height:500000px"></div>');
    await empty.bringToFront();
    const nothing = await scroll(empty, 120);
    return {
      interactiveMs: median(times),
      firstPaintMs: median(paints),
      bareMs: median(bare),
      filterMs: Math.max(...filters),
      scrollP95Ms: p95(scrolled.frames),
      emptyP95Ms: p95(nothing.frames),
      longestTaskMs: scrolled.longest,
    };
  } finally {
    await started.close();
  }
}
