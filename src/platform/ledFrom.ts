// From which page somebody was led into the vault's room, so that they find the way back. Gone with the browser.
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import { onSessionChanged, sessionGet, sessionRemove, sessionSet } from "./sessionStore.ts";

const key = "led-from";

/** After so long nobody remembers where they came from. */
const mostMs = 20 * 60_000;

export interface LedFrom {
  readonly tabId: number;
  /** Of the page. */
  readonly url: string;
}

/** The page around this frame. @param now milliseconds since the epoch */
export async function noteLedFrom(now: number): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined && tab.url !== undefined) await sessionSet(key, { tabId: tab.id, url: tab.url, at: now });
}

/** @returns null: nobody was led here, or it is long ago. @param now milliseconds since the epoch */
export async function ledFrom(now: number): Promise<LedFrom | null> {
  const kept = await sessionGet(key);
  if (!isFields(kept)) return null;
  const { tabId, url, at } = kept;
  return typeof tabId === "number" && typeof url === "string" && typeof at === "number" && now - at <= mostMs ? { tabId, url } : null;
}

/** Whether the tab still shows that page; a step within the page is none away from it. */
export async function isStillThere({ tabId, url }: LedFrom): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url !== undefined && withoutPlace(tab.url) === withoutPlace(url);
}

const withoutPlace = (url: string): string => url.split("#", 1)[0] ?? url;

export function onLedFrom(listener: () => void): () => void {
  return onSessionChanged(key, listener);
}

/** Shows that tab again, once. @returns false: it shows another page by now, or is closed, and nothing was done */
export async function goBackTo(from: LedFrom): Promise<boolean> {
  if (!(await isStillThere(from))) return false;
  await sessionRemove(key);
  const tab = await browser.tabs.update(from.tabId, { active: true });
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
  return true;
}

/** Opens that page in a tab of its own, once. */
export async function openAgain({ url }: LedFrom): Promise<void> {
  await sessionRemove(key);
  await browser.tabs.create({ url });
}
