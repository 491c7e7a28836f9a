// Files on their way between the portal and the vault, as somebody sees them who watches the panel.
import type { Frame, Page } from "puppeteer";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** From now on what the panel says of files that are under way is kept. */
export async function watchUnderway(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const seen: (readonly [words: string, value: number | null])[] = [];
    const look = (): void => {
      const bar = document.querySelector<HTMLProgressElement>(".underway progress");
      if (bar) seen.push([bar.closest("label")?.textContent ?? "", bar.hasAttribute("value") ? bar.value : null]);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(globalThis, { underway: seen });
  });
}

export type Seen = readonly (readonly [words: string, value: number | null])[];

export async function underwaySeen(frame: Frame): Promise<Seen> {
  return frame.evaluate(() => (globalThis as unknown as { readonly underway: Seen }).underway);
}

/** Whether it was seen under way: the bar between its ends, and the words say the same. */
export function percentsOf(seen: Seen): readonly number[] {
  return [...new Set(seen.flatMap(([words, value]) => (value !== null && value > 0 && value < 100 && words.endsWith(`${value}%`) ? [value] : [])))];
}

/** Waits until some of it has come. */
export async function someHasCome(frame: Frame): Promise<void> {
  await until(async () => (await underwaySeen(frame)).some(([, value]) => value !== null && value > 0 && value < 100), "it is under way");
}

/** The page's memory is tidied up: what nobody holds any more is gone. */
export async function tidyMemory(page: Page): Promise<void> {
  const client = await page.createCDPSession();
  await client.send("HeapProfiler.collectGarbage");
  await client.detach();
}

/** The button that started it stops it, and has the keyboard still. */
export async function stopByKeys(page: Page, frame: Frame, name: string): Promise<void> {
  await until(() => frame.evaluate((wanted) => document.activeElement?.getAttribute("aria-label") === wanted, text("form_documents_stop_of", { NAME: name })), "the keyboard is on the button that stops it");
  await page.keyboard.press("Enter");
}
