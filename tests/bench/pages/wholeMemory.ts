// What the extension costs in memory, all of it: its scripts in the page, its frames, its service worker, the vault's worker and
// what the browser's own process keeps for them. A browser with it, one with an extension that does nothing, and one with an extension
// that asks its service worker and draws a button, at the same page, by turns; what all of their processes have is summed. See: [Note:
// summed PSS] in ../processMemory.ts.
import { rmSync } from "node:fs";
import type { Page } from "puppeteer";
import { panelFrame, overlayElements, placeOf, showsPanel } from "../../e2e/harness/overlay.ts";
import { type BrowserProcess, processesOf } from "../../e2e/harness/memory.ts";
import { until } from "../../e2e/harness/until.ts";
import { extensionId, type LaunchedBrowser, launchBrowser } from "../../virtual/browser/launch.ts";
import { startPortal } from "../../virtual/portal/portal.ts";
import { pssOf } from "../processMemory.ts";
import { button, extensions, none, ours } from "./extensions.ts";
import { median } from "./pageLoads.ts";

type Role = BrowserProcess["role"];
/** Megabytes (10⁶ bytes) by what the processes are for. */
type ByRole = Readonly<Record<Role, number>>;

export interface MemoryStep {
  /** All processes together, above the browser without it; the page's own process; those that run the extension alone. */
  readonly aboveMb: number;
  readonly pageMb: number;
  readonly extensionMb: number;
}

/** A page of services that is loaded and left alone; then somebody moves in it; then the favourites opened in it; then a panel that asks the vault. */
export interface WholeMemory {
  readonly page: MemoryStep;
  readonly ready: MemoryStep;
  readonly menu: MemoryStep;
  readonly vault: MemoryStep;
  /** The same page with about the least that has a service worker and shows something. */
  readonly least: MemoryStep;
}

const rounds = 3;
/** What loads, starts or is thrown away afterwards has ended by then. */
const settledMs = 3_000;
const address = "https://www.my.gov.ge/services";
const roles = ["browser", "page", "extension", "helper"] as const;

/** After a collection in the page: when the browser does one by itself is chance. */
async function look({ browser }: LaunchedBrowser, page: Page): Promise<ByRole> {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  await client.detach();
  await new Promise((resolve) => setTimeout(resolve, settledMs));
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error("the browser has no process");
  const sums = { browser: 0, page: 0, extension: 0, helper: 0 };
  for (const one of processesOf(pid)) sums[one.role] += pssOf(one.pid);
  return sums;
}

/** Opens a panel by its handle, or closes it. */
async function pressHandle(page: Page, name: string): Promise<void> {
  const [handle] = await overlayElements(page, name);
  if (!handle) throw new Error(`no handle ${name}`);
  const { x, y } = await placeOf(page, handle);
  await page.mouse.click(x, y);
}

async function withOurs(launched: LaunchedBrowser, page: Page): Promise<readonly ByRole[]> {
  const seen = [await look(launched, page)];
  await page.mouse.move(300, 200);
  await until(async () => (await Promise.all(page.frames().slice(1).map(showsPanel))).includes(true), "the menu is made ready");
  seen.push(await look(launched, page));
  await pressHandle(page, "handle-favourites");
  await panelFrame(page);
  seen.push(await look(launched, page));
  await page.keyboard.press("Escape");
  await until(async () => (await overlayElements(page, "veil")).length === 0, "the menu is closed");
  await pressHandle(page, "handle-data");
  await panelFrame(page);
  await until(() => launched.browser.targets().some((one) => one.url().includes("offscreen.html")), "the vault's document is there");
  seen.push(await look(launched, page));
  return seen;
}

interface Site {
  readonly port: number;
  readonly spkiHash: string;
}

/**
 * Ends all that our first-run page has started, and with it the extension's process: what is measured after it is what a portal page
 * starts. By the protocol, as the browser does it by itself after a while.
 */
async function rest({ browser }: LaunchedBrowser): Promise<void> {
  const target = (type: string, path: string) => browser.waitForTarget((one) => one.type() === type && one.url().includes(`${extensionId}/${path}`), { timeout: 45_000 });
  const worker = await (await target("service_worker", "")).worker();
  await (await (await target("page", "src/home/home.html")).page())?.close();
  await worker?.evaluate(() => chrome.offscreen.closeDocument().catch(() => undefined));
  await worker?.close();
  const pid = browser.process()?.pid ?? 0;
  await until(() => processesOf(pid).every(({ role }) => role !== "extension"), "the extension's process has ended", 45_000);
}

/** A browser's page of services, new with each round. @param opens with ours: its panels are opened, too */
async function round(extension: string, { port, spkiHash }: Site, opens: boolean): Promise<readonly ByRole[]> {
  const launched = await launchBrowser({ extension, portalPort: port, spkiHash });
  try {
    if (opens) await rest(launched);
    const page = await launched.browser.newPage();
    await page.bringToFront();
    await page.goto(address, { waitUntil: "load" });
    if (opens) await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars at the services", 30_000);
    return opens ? await withOurs(launched, page) : [await look(launched, page)];
  } finally {
    await launched.close();
  }
}

const all = (one: ByRole): number => roles.reduce((sum, role) => sum + one[role], 0);

async function measure(): Promise<WholeMemory> {
  const found = extensions(null);
  const folderOf = (name: string): string => found.all.find((one) => one.name === name)?.folder ?? "";
  const portal = await startPortal();
  const bare: ByRole[] = [];
  const least: (readonly ByRole[])[] = [];
  const steps: (readonly ByRole[])[] = [];
  try {
    for (let at = 0; at < rounds; at += 1) {
      bare.push(...(await round(folderOf(none), portal, false)));
      least.push(await round(folderOf(button), portal, false));
      steps.push(await round(folderOf(ours), portal, true));
    }
  } finally {
    await portal.close();
    rmSync(found.folder, { recursive: true });
  }
  const bareMb = median(bare.map(all));
  const barePageMb = median(bare.map((one) => one.page));
  const step = (seen: readonly (readonly ByRole[])[], which: number): MemoryStep => {
    const of = (read: (one: ByRole) => number): number => median(seen.flatMap((one) => one.slice(which, which + 1).map(read)));
    return { aboveMb: of(all) - bareMb, pageMb: of((one) => one.page) - barePageMb, extensionMb: of((one) => one.extension) };
  };
  return { page: step(steps, 0), ready: step(steps, 1), menu: step(steps, 2), vault: step(steps, 3), least: step(least, 0) };
}

let measured: Promise<WholeMemory> | null = null;

/** Measured once, whoever asks. */
export function wholeMemory(): Promise<WholeMemory> {
  return (measured ??= measure());
}
