import { browser } from "./browser.ts";

/**
 * Runs a function in the page the person looks at, and gives what it returns. Allowed for that one page by the click
 * that opened the popup (activeTab).
 * @returns null where the browser lets nobody in: its own pages, the web store.
 */
export async function askActiveTab<T>(act: () => T): Promise<T | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return null;
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: tab.id }, func: act });
    return answer?.result ?? null;
  } catch {
    return null;
  }
}
