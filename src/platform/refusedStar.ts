// A star that was pressed in a page and found no room in a full menu: the menu, which opens over that page, says so. Gone with the browser.
import { isFields } from "../codec/fields.ts";
import { browser } from "./browser.ts";
import { onSessionChanged, sessionGet, sessionRemove, sessionSet } from "./sessionStore.ts";

const key = "refused-star";

export async function noteRefusedStar(tabId: number, title: string): Promise<void> {
  await sessionSet(key, { tabId, title });
}

/** @returns the service that found no room when its star was pressed in the page around this frame, once; null: none */
export async function takeRefusedStar(): Promise<string | null> {
  const [kept, tab] = await Promise.all([sessionGet(key), browser.tabs.getCurrent()]);
  if (!isFields(kept) || typeof kept["title"] !== "string" || tab?.id === undefined || kept["tabId"] !== tab.id) return null;
  await sessionRemove(key);
  return kept["title"];
}

/** Calls `listener` after each change, until the returned function is called. */
export function onRefusedStar(listener: () => void): () => void {
  return onSessionChanged(key, listener);
}
