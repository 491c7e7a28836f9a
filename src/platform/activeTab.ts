import { systemTimer } from "../async/systemTimer.ts";
import type { Timer } from "../async/timer.ts";
import { late, within } from "../async/within.ts";
import { browser } from "./browser.ts";

/** A page's own script that never ends, or a page that never stops loading, lets nobody else begin. */
const patienceMs = 6_000;

/**
 * Runs a function in the page the person looks at, and gives what it returns. Allowed for that one page by the click
 * that opened the popup (activeTab).
 * @returns null where the browser lets nobody in: its own pages, the web store; `late` where the page lets nobody begin
 */
export async function askActiveTab<T>(act: () => T, timer: Timer = systemTimer): Promise<T | null | typeof late> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const answers = await within(browser.scripting.executeScript({ target: { tabId: tab.id }, func: act }), patienceMs, timer);
    return answers === late ? late : (answers[0]?.result ?? null);
  } catch {
    return null;
  }
}
