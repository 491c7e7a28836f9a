// "Who holds my data" with 5,000 records: how soon a fresh tab is there, how soon a filter answers, and whether it scrolls as
// an empty page does. Everything in one browser, in one run.
import type { Page } from "puppeteer";
import type { DataRecord } from "../../src/consent/record/record.ts";
import { connect, homeUrl, startBrowser, vaultPage, type VaultScope } from "../e2e/harness/vault.ts";
import { manyRecords } from "../vectors/consent/manyRecords.ts";

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
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

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

/** Scrolls down and up for three seconds. @returns frame times and the longest task */
async function scroll(page: Page): Promise<{ readonly frames: readonly number[]; readonly longest: number }> {
  return page.evaluate(async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ type: "longtask" });
    const frames: number[] = [];
    let last = performance.now();
    const end = last + 3_000;
    let by = 120;
    while (last < end) {
      scrollBy(0, by);
      if (scrollY <= 0 || scrollY >= document.documentElement.scrollHeight - innerHeight - 1) by = -by;
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      frames.push(now - last);
      last = now;
    }
    observer.disconnect();
    return { frames: frames.slice(1), longest };
  });
}

const p95 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

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
    const filters: number[] = [];
    await page.focus("input[type=search]");
    await page.evaluate(() => {
      // From the key's own time to the task after the frame that shows what it found: the list is drawn before that frame.
      document.addEventListener("input", ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => Object.assign(globalThis, { filteredMs: performance.now() - timeStamp }), 0));
      }, { capture: true });
    });
    for (const key of "ორგანიზაცია 17") {
      await page.evaluate(() => Object.assign(globalThis, { filteredMs: null }));
      await page.keyboard.sendCharacter(key);
      await page.waitForFunction(() => (globalThis as unknown as { filteredMs: number | null }).filteredMs !== null, { polling: 10 });
      filters.push(await page.evaluate(() => (globalThis as unknown as { filteredMs: number }).filteredMs));
    }
    await page.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>("input[type=search]");
      if (!field) return;
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.waitForFunction(() => (document.querySelector(".long-list")?.getBoundingClientRect().height ?? 0) > 100_000, { polling: 20 });
    const scrolled = await scroll(page);
    const empty = await started.browser.newPage();
    await empty.setContent('<div style="height:500000px"></div>');
    await empty.bringToFront();
    const nothing = await scroll(empty);
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
