// The favourites menu and the stars, as a person uses them.
import type { Frame, Page } from "puppeteer";
import { clickOverlay, overlayElements, panelFrame } from "./overlay.ts";
import { pause } from "./panels.ts";
import { until } from "./until.ts";

export async function stars(page: Page, count: number): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).length === count, `${count} stars`);
}

/** Some stars are in the window: the tools run. */
export async function ready(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars in the window");
}

export async function openPanel(page: Page): Promise<Frame> {
  await clickOverlay(page, "handle");
  const frame = await panelFrame(page);
  // See: [Note: seen before acted on].
  await pause(900);
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
