// The map of the portal's pages that the person took from a file. See: [Note: selectors are data].
import { parsePageMap } from "../portal/sites/parsePageMap.ts";
import type { PageMap } from "../portal/sites/site.ts";
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";

const key = "pageMap";

/** @returns null: none was taken, or what was kept is none any more. Whether a later version of the extension has a newer one, who uses it asks. */
export async function readPageMap(): Promise<PageMap | null> {
  const found: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  const map = parsePageMap(found[key]);
  return "refused" in map ? null : map;
}

/** Pages that are open start anew with it. */
export async function keepPageMap(map: PageMap): Promise<void> {
  await browser.storage.local.set({ [key]: map });
}

/** From here on the built-in one is used. */
export async function forgetPageMap(): Promise<void> {
  await browser.storage.local.remove(key);
}

/** Calls `listener` after each change in any context, until the returned function is called. */
export function onPageMapChanged(listener: () => void): () => void {
  return onStored("local", [key], listener);
}
