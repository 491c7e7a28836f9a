import { systemTimer } from "../async/systemTimer.ts";
import { late, within } from "../async/within.ts";
import { browser } from "./browser.ts";
import type { Message } from "./messages.ts";

/** The document is there, but its page is too busy to let its scripts answer. */
export const slow = Symbol("slow");
const patienceMs = 2_000;

/**
 * Sends to the content script of one document, and to no other frame or later page of the tab.
 * @returns its answer; null when the document is gone or has nothing to say; `slow` when it has not answered in two
 * seconds.
 */
export async function sendToDocument(tabId: number, documentId: string, message: Message): Promise<unknown> {
  const sent: Promise<unknown> = browser.tabs.sendMessage(tabId, message, { documentId });
  const answer = await within(sent.then((said) => said ?? null, () => null), patienceMs, systemTimer);
  return answer === late ? slow : answer;
}

export function onTabRemoved(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Some frame of the tab began to load; which one is not said, and it may be a step within the same document. */
export function onTabLoading(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === "loading") listener(tabId);
  });
}

/** Shows a page of the extension, at the place that its fragment names, in a tab: the one that already has the page, else a new one. */
export async function showPage(url: string): Promise<void> {
  const address = url.split("#", 1)[0];
  const tabs = await browser.runtime.getContexts({ contextTypes: ["TAB"] });
  const open = tabs.find((context) => context.documentUrl?.split("#", 1)[0] === address);
  if (!open) {
    await browser.tabs.create({ url });
    return;
  }
  // Another fragment is a step inside the same document: nothing in it is lost.
  await browser.tabs.update(open.tabId, open.documentUrl === url ? { active: true } : { active: true, url });
  await browser.windows.update(open.windowId, { focused: true });
}

/** The portal, as the manifest has it. */
export const portalPatterns = ["https://my.gov.ge/*", "https://*.my.gov.ge/*"];

/** Sends to the top document of every open tab of the portal; answers are not waited for. */
export async function tellPortalTabs(message: Message): Promise<void> {
  for (const { id } of await browser.tabs.query({ url: portalPatterns })) {
    if (id !== undefined) void browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => undefined);
  }
}

/** The tab the person looks at. `origin` null: the extension has no access to its page. */
export async function frontTab(): Promise<{ readonly tabId: number; readonly origin: string | null } | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return null;
  return { tabId: tab.id, origin: tab.url && URL.canParse(tab.url) ? new URL(tab.url).origin : null };
}

/** Asks the top document of a tab; null when nobody there listens. Tools that were on their way are waited for (portal/askedEarly.ts). */
export async function askTab(tabId: number, message: Message): Promise<unknown> {
  const ask = (): Promise<unknown> => browser.tabs.sendMessage(tabId, message, { frameId: 0 }).catch(() => null);
  const answer = await ask();
  return (answer === "again" ? await ask() : answer) ?? null;
}

/** Sends to the top document of the tab the person looks at; false when nobody there listens. */
export async function tellActiveTab(message: Message): Promise<boolean> {
  const tab = await frontTab();
  return tab !== null && (await askTab(tab.tabId, message)) === true;
}

/** How large the page in front of the person is shown; 1 is its usual size. */
export async function pageZoom(): Promise<number> {
  return browser.tabs.getZoom().catch(() => 1);
}
