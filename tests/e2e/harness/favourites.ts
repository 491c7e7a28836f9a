// The favourites menu and the stars, as a person uses them.
import type { Frame, Page, WebWorker } from "puppeteer";
import { expect } from "vitest";
import { extensionId } from "../../virtual/browser/launch.ts";
import { clickOverlay, overlayElements, panelFrame } from "./overlay.ts";
import { takesClicks } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

export async function stars(page: Page, count: number): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).length === count, `${count} stars`);
}

/** Some stars are in the window: the tools run. */
export async function ready(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars in the window");
}

/** The same where somebody looks: stars are made there. */
export async function inFront(page: Page): Promise<void> {
  await page.bringToFront();
  await ready(page);
}

export async function openPanel(page: Page): Promise<Frame> {
  await clickOverlay(page, "handle");
  const frame = await panelFrame(page);
  // See: [Note: seen before acted on].
  await takesClicks(frame);
  return frame;
}

export async function closed(page: Page): Promise<boolean> {
  return (await overlayElements(page, "panel")).every((one) => one.hidden);
}

export async function titles(frame: Frame): Promise<readonly string[]> {
  return await frame.$$eval(".service-link", (links) => links.map((link) => link.firstChild?.textContent ?? ""));
}

export async function pressIn(frame: Frame, label: string): Promise<void> {
  const button = await frame.waitForSelector(`[aria-label="${label}"], ::-p-text(${label})`, { timeout: 45_000 });
  await button?.click();
}

async function serviceWorker({ browser }: Stage): Promise<WebWorker> {
  const target = await browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(extensionId));
  const worker = await target.worker();
  if (!worker) throw new Error("no service worker");
  return worker;
}

/** @returns a nonce as the service worker gives it to the page in front. No page gets hold of one: this is to see what it would be worth to it */
export async function straightNonce(stage: Stage): Promise<string> {
  const worker = await serviceWorker(stage);
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const tabId = tab?.id ?? 0;
    const [there] = await chrome.scripting.executeScript({ target: { tabId }, func: () => true });
    const nonce = "1".repeat(32);
    await chrome.storage.session.set({ [`frame-nonce:${nonce}`]: { tabId, documentId: there?.documentId, until: Date.now() + 60_000, start: { panel: "favourites", line: "2".repeat(32) } } });
    return nonce;
  });
}

/** @returns what pages have told the service worker since */
async function toldByPages(stage: Stage): Promise<() => Promise<readonly string[]>> {
  const worker = await serviceWorker(stage);
  await worker.evaluate(() => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    chrome.runtime.onMessage.addListener(({ kind }: { readonly kind: string }) => void told.push(kind));
  });
  return () => worker.evaluate(() => (globalThis as unknown as { readonly told: readonly string[] }).told);
}

/**
 * A list that is not laid out until a style says so has its stars then: no element changes, and nobody does anything. All that the
 * tools say meanwhile is that the page is there, once, and they have no frame in it.
 */
export async function showByStyle(stage: Stage): Promise<void> {
  const { browser } = stage;
  const told = await toldByPages(stage);
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("main { display: none }");
    document.adoptedStyleSheets = [sheet];
    Object.assign(globalThis, { sheet });
  });
  await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
  await page.bringToFront();
  await until(async () => (await overlayElements(page, "handle")).length > 0, "the tools run");
  expect(await overlayElements(page, "star")).toEqual([]);
  await page.evaluate(() => (globalThis as unknown as { sheet: CSSStyleSheet }).sheet.replaceSync(""));
  await ready(page);
  expect(await told()).toEqual(["page/ready"]);
  expect(page.frames()).toHaveLength(1);
  await page.close();
}

/** A page with tools that the person has left: the browser keeps it as it is, and nobody tells it anything. */
export async function left(stage: Stage): Promise<Page> {
  const page = await stage.openPortal("/services");
  await inFront(page);
  await page.goto("https://www.my.gov.ge/");
  return page;
}

/** That page given back after all was switched off, and the one after it after all was switched on again. */
export async function givenBack(page: Page, switchOn: () => Promise<void>): Promise<void> {
  const has = async (path: string, tools: boolean): Promise<boolean> => new URL(page.url()).pathname === path && (await overlayElements(page, "handle")).length > 0 === tools;
  await page.bringToFront();
  await page.goBack();
  await until(() => has("/services", false), "the overlay goes from the page that came back");
  await switchOn();
  await page.goForward();
  await until(() => has("/", true), "the tools come to the one after it");
  await page.close();
}
