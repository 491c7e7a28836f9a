// From which tab somebody was led into the vault's room, so that they find the way back. Gone with the browser.
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import { onSessionChanged, sessionGet, sessionRemove, sessionSet } from "./sessionStore.ts";

const key = "led-from";

/** After so long nobody remembers where they came from. */
const mostMs = 20 * 60_000;

/** The page around this frame. @param now milliseconds since the epoch */
export async function noteLedFrom(now: number): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await sessionSet(key, { tabId: tab.id, at: now });
}

/** @returns the tab, while it is there; null: nobody was led here, or it is long ago. @param now milliseconds since the epoch */
export async function ledFrom(now: number): Promise<number | null> {
  const kept = await sessionGet(key);
  if (!isFields(kept) || typeof kept["tabId"] !== "number" || typeof kept["at"] !== "number" || now - kept["at"] > mostMs) return null;
  return browser.tabs.get(kept["tabId"]).then(({ id }) => id ?? null, () => null);
}

export function onLedFrom(listener: () => void): () => void {
  return onSessionChanged(key, listener);
}

/** Shows that tab again; once. */
export async function goBackTo(tabId: number): Promise<void> {
  await sessionRemove(key);
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
}
