// chrome.storage.session: in memory, gone with the browser, kept when the service worker dies, closed to content
// scripts (its default access level, TRUSTED_CONTEXTS).
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";

/** Every entry whose key starts with `prefix`. */
export async function sessionEntries(prefix: string): Promise<readonly (readonly [string, unknown])[]> {
  const all: Readonly<Record<string, unknown>> = await browser.storage.session.get(null);
  return Object.entries(all).filter(([key]) => key.startsWith(prefix));
}

export async function sessionGet(key: string): Promise<unknown> {
  const found: Readonly<Record<string, unknown>> = await browser.storage.session.get(key);
  return found[key];
}

export async function sessionSet(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

/** Calls `listener` after each change of one entry in any context, until the returned function is called. */
export function onSessionChanged(key: string, listener: () => void): () => void {
  return onStored("session", [key], listener);
}

export async function sessionRemove(key: string): Promise<void> {
  await browser.storage.session.remove(key);
}
