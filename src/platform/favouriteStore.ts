// Favourites on this computer: chrome.storage.local, in the clear, or a word that they are in the vault
// (favouriteMenu.ts).
import { browser } from "./browser.ts";
import { onStored } from "./storageChanges.ts";

const key = "favourites";

/** What was kept, as it is; null when nothing was. */
export async function readFavourites(): Promise<unknown> {
  const found: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  return found[key] ?? null;
}

export async function writeFavourites(value: unknown): Promise<void> {
  await browser.storage.local.set({ [key]: value });
}

/** Calls `listener` after each change in any context, until the returned function is called. */
export function onFavouritesChanged(listener: () => void): () => void {
  return onStored("local", [key], listener);
}
