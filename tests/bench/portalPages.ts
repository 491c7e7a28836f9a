// What the tools cost a portal page: main-thread time, layout shift, and how soon the favourites menu is there.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { featureIds } from "../../src/platform/pageMessages.ts";
import { launchBrowser } from "../virtual/browser/launch.ts";
import { overlayElements, panelFrame, placeOf } from "../e2e/harness/overlay.ts";
import { portalOrigin, Stage } from "../e2e/harness/stage.ts";
import { until } from "../e2e/harness/until.ts";

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  /** What the thread really worked of it: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

export interface PortalPages {
  /** All that the page's main thread works until it is settled, ours and the page's own, less the same in a browser without the extension; medians. */
  readonly addedMs: number;
  readonly bareMs: number;
  /** Milliseconds of main thread in our scripts until the page is settled, median. */
  readonly loadMs: number;
  /** The same, of a page with a thousand services. */
  readonly longLoadMs: number;
  readonly layoutShift: number;
  /** What the tools add to the page's heap of scripts, in kB; a thousand services. */
  readonly heapKb: number;
  /** The same of Dark Reader's engine on the page with 30 services, beside the tools. */
  readonly peerLoadMs: number;
  /** From a straight click to a panel on the screen, still empty. */
  readonly menuShellMs: number;
  /** From the click to the panel's next frame: made ready by the pointer before, and not. */
  readonly menuWarmMs: number;
  readonly menuColdMs: number;
}

const rounds = 5;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const path = "/services?count=1000&markup=app";

async function starsShown(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars at the services", 30_000);
}

/**
 * What scripts of ours work on the page's main thread, style and layout that they cause in it. The page has no script of its own, so that all
 * that goes on after a promise is an extension's, too: the browser does not say whose it is. Compiling is inside of running; events
 * of its own for each function, which the browser offers as well, cost more than what they measure.
 * @param file what the address of a script ends with whose time is counted
 */
async function load(page: Page, address: string, file = ".iife.js"): Promise<number> {
  await page.tracing.start({ categories: ["devtools.timeline", "v8.execute"] });
  await page.goto(portalOrigin + address, { waitUntil: "load" });
  await starsShown(page);
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString("utf8")) as { traceEvents: TraceEvent[] };
  const inFile = ({ args }: TraceEvent): boolean => (args?.data?.url ?? "").endsWith(file);
  const thread = traceEvents.find((one) => one.name === "EvaluateScript" && inFile(one));
  if (!thread) throw new Error(`the trace does not know ${file}`);
  // The outermost only.
  const ours = traceEvents
    .filter((one) => one.dur !== undefined && one.pid === thread.pid && one.tid === thread.tid && (one.name === "RunMicrotasks" || (["EvaluateScript", "FunctionCall"].includes(one.name) && inFile(one))))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let [sum, end] = [0, 0];
  for (const { ts, dur = 0, tdur = dur } of ours) {
    if (ts < end) continue;
    sum += tdur;
    end = ts + dur;
  }
  return sum / 1000;
}

/** So long a page is left alone after it is loaded, until nothing of it is left to do. */
const settledMs = 1_500;

/** Milliseconds that the main thread of a page's process works until the page is settled, whoever made it. */
async function threadTime(page: Page, address: string): Promise<number> {
  await page.tracing.start({ categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await page.goto(portalOrigin + address, { waitUntil: "load" });
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString("utf8")) as { traceEvents: (TraceEvent & { readonly args?: { readonly name?: string } })[] };
  const mains = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`));
  const sums = new Map<string, number>();
  for (const { name, pid, tid, dur, tdur = dur } of traceEvents) {
    const thread = `${pid} ${tid}`;
    if (tdur !== undefined && name === "RunTask" && mains.has(thread)) sums.set(thread, (sums.get(thread) ?? 0) + tdur);
  }
  // The page's own process works most; those of the extension are others.
  return Math.max(0, ...sums.values()) / 1000;
}

/** The same page in a browser with the tools and in one without, in turn: what else the machine does meets both. */
async function added(stage: Stage, address: string): Promise<{ readonly addedMs: number; readonly bareMs: number }> {
  const folder = mkdtempSync(join(tmpdir(), "mq-bare-"));
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "bare", version: "1" }));
  const bare = await launchBrowser({ extension: folder, portalPort: stage.portal.port, spkiHash: stage.portal.spkiHash });
  try {
    const [withTools, without]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds + 2; round += 1) {
      for (const [browser, times] of [[stage.browser, withTools], [bare.browser, without]] as const) {
        const page = await browser.newPage();
        times.push(await threadTime(page, address));
        await page.close();
      }
    }
    return { addedMs: median(withTools) - median(without), bareMs: median(without) };
  } finally {
    await bare.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * Until the window has something else at its edge than before: the panel, whatever is in it. As text: what the benchmark is run
 * with puts a helper of its own into functions with a name, which a page does not have.
 */
async function watchShell(page: Page): Promise<void> {
  // Not the promise itself: its outcome would be waited for here, before the click.
  await page.evaluate(`void (globalThis.shellShown = new Promise((resolve) => {
    const look = () => {
      // The veil and the panel take the place of the page under this point.
      if (document.elementFromPoint(40, innerHeight - 40)?.localName === "moqalaqe-overlay") resolve(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }))`);
}

async function heapOf(page: Page): Promise<number> {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  await client.send("Performance.enable");
  const { metrics } = await client.send("Performance.getMetrics");
  await client.detach();
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 1024;
}

/** The same page with the tools and without them. */
async function heapAdded(stage: Stage): Promise<number> {
  const page = await stage.openPortal(path);
  await page.bringToFront();
  await starsShown(page);
  const withTools = await heapOf(page);
  await page.close();
  const home = await stage.openHome("settings");
  await home.evaluate((all) => chrome.storage.local.set({ featuresOff: all }), [...featureIds]);
  const bare = await stage.openPortal(path);
  await bare.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const without = await heapOf(bare);
  await home.evaluate(() => chrome.storage.local.set({ featuresOff: [] }));
  await Promise.all([bare.close(), home.close()]);
  return withTools - without;
}

async function clickHandle(page: Page, warm: boolean): Promise<number> {
  const [handle] = await overlayElements(page, "handle");
  if (!handle) throw new Error("no handle");
  const { x, y } = await placeOf(page, handle);
  let shown: Promise<number>;
  const listen = async (): Promise<Promise<number>[]> => {
    const frame = await panelFrame(page);
    return [frame.evaluate(() => new Promise<number>((resolve) => {
      addEventListener("focus", () => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())), { once: true });
    }))];
  };
  await page.evaluate(() => addEventListener("click", (event) => Object.assign(globalThis, { clickedAt: performance.timeOrigin + event.timeStamp }), { capture: true, once: true }));
  if (warm) {
    await page.mouse.move(x, y);
    // In a list, so that waiting for the frame is not waiting for its answer.
    const [focused] = await listen();
    await page.mouse.click(x, y);
    shown = focused ?? Promise.reject(new Error("no frame"));
  } else {
    // No pointer came near before: the click does all of it.
    await page.mouse.click(x, y);
    const frame = await panelFrame(page);
    shown = frame.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))));
  }
  const end = await shown;
  const start = await page.evaluate(() => (globalThis as unknown as { clickedAt: number }).clickedAt);
  return end - start;
}

export async function portalPages(): Promise<PortalPages> {
  const stage = await Stage.set({ unplugged: true });
  try {
    const loads: number[] = [];
    const longLoads: number[] = [];
    const warm: number[] = [];
    const cold: number[] = [];
    const shells: number[] = [];
    let layoutShift = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await stage.browser.newPage();
      await page.evaluateOnNewDocument(() => {
        Object.assign(globalThis, { shift: 0 });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) Object.assign(globalThis, { shift: (globalThis as unknown as { shift: number }).shift + (entry as unknown as { value: number }).value });
        }).observe({ type: "layout-shift", buffered: true });
      });
      loads.push(await load(page, "/services"));
      longLoads.push(await load(page, path));
      layoutShift = Math.max(layoutShift, await page.evaluate(() => (globalThis as unknown as { shift: number }).shift));
      await watchShell(page);
      cold.push(await clickHandle(page, false));
      shells.push(await page.evaluate(async () => (await (globalThis as unknown as { shellShown: Promise<number> }).shellShown) - (globalThis as unknown as { clickedAt: number }).clickedAt));
      await page.goto(portalOrigin + path, { waitUntil: "load" });
      await starsShown(page);
      await page.mouse.move(10, 10);
      warm.push(await clickHandle(page, true));
      await page.close();
    }
    return { loadMs: median(loads), longLoadMs: median(longLoads), layoutShift, menuWarmMs: median(warm), menuColdMs: median(cold), menuShellMs: median(shells), heapKb: await heapAdded(stage), peerLoadMs: await peer(), ...(await added(stage, "/services")) };
  } finally {
    await stage.close();
  }
}

/**
 * An extension of nothing but Dark Reader's own engine, as its package ships it, switched on at the start of each page: the
 * content script most people would meet. The extensions that distributions package are of the manifest's version 2, which
 * browsers of today no longer load.
 */
async function peer(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "mq-peer-"));
  copyFileSync(createRequire(import.meta.url).resolve("darkreader"), join(folder, "darkreader.js"));
  writeFileSync(join(folder, "start.js"), "DarkReader.enable({});");
  writeFileSync(join(folder, "manifest.json"), JSON.stringify({ manifest_version: 3, name: "peer", version: "1", content_scripts: [{ matches: ["https://*.my.gov.ge/*"], js: ["darkreader.js", "start.js"], run_at: "document_start" }] }));
  const stage = await Stage.set({ unplugged: true, others: [folder] });
  try {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await stage.browser.newPage();
      times.push(await load(page, "/services", "/darkreader.js"));
      await page.close();
    }
    return median(times);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true });
  }
}
