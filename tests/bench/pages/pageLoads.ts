// What loading a page of the portal costs with each extension: every one in a browser of its own, in turn, round by round, so that
// what else the machine does meets all of them.
import { rmSync } from "node:fs";
import type { Page } from "puppeteer";
import { type LaunchedBrowser, launchBrowser } from "../../virtual/browser/launch.ts";
import { startPortal } from "../../virtual/portal/portal.ts";
import { extensions, type Measured } from "./extensions.ts";
import { categories, gestureMark, type LoadWork, loadWork, type Span } from "./loadTrace.ts";

/** Of one page: medians, in milliseconds; the counts are the most of all rounds. */
export interface PageCost extends LoadWork {
  readonly layoutShift: number;
}

export interface LoadCost {
  readonly name: string;
  /** In a new tab, in which every script is read for the first time. */
  readonly first: PageCost;
  /** Another address in it. */
  readonly next: PageCost;
  /** Heap of scripts of the page's process after a collection, in kB; median. */
  readonly heapKb: number;
}

/** So long a page is left alone after it is loaded: the stars' observer begins after two seconds; the look for what changed, after four, is not in it. */
const settledMs = 2_700;
/** So long somebody's first movement has its consequences. */
const movedMs = 800;
const tries = 4;
const origin = "https://www.my.gov.ge";

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function load(page: Page, address: string, slower: number): Promise<PageCost> {
  await page.emulateCPUThrottling(slower);
  await page.tracing.start({ categories });
  await page.goto(origin + address, { waitUntil: "load" });
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  await page.evaluate((name) => void performance.mark(name), gestureMark);
  // Over what is the page's own, and nothing of which changes its look.
  await page.mouse.move(300, 4);
  await page.mouse.move(310, 6);
  await new Promise((resolve) => setTimeout(resolve, movedMs));
  const trace = await page.tracing.stop();
  const layoutShift = await page.evaluate(() => (globalThis as unknown as { shift: number }).shift);
  return { ...loadWork(trace ?? new Uint8Array(), origin), layoutShift };
}

/** Heap of scripts after a collection: that throws the machine code away, too, so no page of the tab is measured after it. */
async function heapOf(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  await client.send("Performance.enable");
  const { metrics } = await client.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1024;
}

/** A new tab's first page and its next one. */
interface Tab {
  readonly first: PageCost;
  readonly next: PageCost;
  readonly heapKb: number;
}

/** A new tab, and another page in it. */
async function tab({ browser }: LaunchedBrowser, { address, other, slower = 1 }: Visits): Promise<Tab> {
  const page = await browser.newPage();
  await page.bringToFront();
  await page.evaluateOnNewDocument(() => {
    Object.assign(globalThis, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(globalThis, { shift: (globalThis as unknown as { shift: number }).shift + (entry as unknown as { value: number }).value });
    }).observe({ type: "layout-shift", buffered: true });
  });
  const seen = { first: await load(page, address, slower), next: await load(page, other, slower), heapKb: await heapOf(page) };
  await page.close();
  return seen;
}

/** What is loaded, and how often. */
export interface Visits {
  readonly address: string;
  /** The address of the tab's next page. */
  readonly other: string;
  readonly rounds: number;
  /** How many times slower the page's main thread is made; everything else of the browser is as fast as it is. */
  readonly slower?: number;
}

/** @param peers see extensions.ts */
export async function pageLoads(visits: Visits, peers: string | null, wanted: (name: string) => boolean = () => true): Promise<readonly LoadCost[]> {
  const { all, folder } = extensions(peers);
  const portal = await startPortal();
  const launch = async ({ folder: extension }: Measured): Promise<LaunchedBrowser> => {
    const browser = await launchBrowser({ extension, portalPort: portal.port, spkiHash: portal.spkiHash });
    // What opens by itself after an extension was installed is not to be measured.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return browser;
  };
  const browsers = new Map<string, LaunchedBrowser>();
  const seen = new Map<string, Tab[]>();
  const measured = all.filter(({ name }) => wanted(name));
  try {
    for (let round = 0; round < visits.rounds; round += 1) {
      for (const one of measured) {
        for (let at = 1; ; at += 1) {
          const browser = browsers.get(one.name) ?? (await launch(one));
          browsers.set(one.name, browser);
          try {
            seen.set(one.name, [...(seen.get(one.name) ?? []), await tab(browser, visits)]);
            break;
          } catch (error) {
            // A browser that ended while it was traced is no reason to begin all anew.
            process.stderr.write(`${one.name}: ${String(error)}; ${browser.end() ?? "the browser runs"}\n`);
            if (at === tries) throw error;
            browsers.delete(one.name);
            await browser.close();
          }
        }
      }
    }
  } finally {
    for (const browser of browsers.values()) await browser.close();
    await portal.close();
    rmSync(folder, { recursive: true });
  }
  return measured.map(({ name }) => {
    const tabs = seen.get(name) ?? [];
    return { name, first: middle(tabs.map(({ first }) => first)), next: middle(tabs.map(({ next }) => next)), heapKb: median(tabs.map((one) => one.heapKb)) };
  });
}

function middle(pages: readonly PageCost[]): PageCost {
  const of = (read: (one: PageCost) => number): number => median(pages.map(read));
  const spans = (read: (one: PageCost) => Readonly<Record<Span, number>>): Readonly<Record<Span, number>> => {
    const span = (name: Span): number => of((one) => read(one)[name]);
    return { loaded: span("loaded"), quiet: span("quiet"), after: span("after"), alone: span("alone"), gesture: span("gesture") };
  };
  return {
    mainMs: spans((one) => one.mainMs),
    scriptMs: spans((one) => one.scriptMs),
    longestMs: of((one) => one.longestMs),
    loadMs: of((one) => one.loadMs),
    paintMs: of((one) => one.paintMs),
    forced: Math.max(...pages.map((one) => one.forced)),
    layoutShift: Math.max(...pages.map((one) => one.layoutShift)),
  };
}
