import type { PinAct } from "../card/api.ts";
import { browser } from "./browser.ts";
import { careUrl, type VaultCardAct, vaultCardUrl } from "./pages.ts";
import { focusWindow, openPopup, windowShowing } from "./windows.ts";

const looks = 20;
const lookEveryMs = 100;

/** Opens the window for an act of card care over the current one; the same act twice is the same window. */
export async function openCareWindow(act: PinAct): Promise<void> {
  await openOnce(careUrl(act));
}

/** Opens the window in which a card opens the vault, or becomes a way into it. */
export async function openVaultCardWindow(act: VaultCardAct): Promise<void> {
  await openOnce(vaultCardUrl(act));
}

/** What this page is opening, by address: a second click comes before the new window shows its page. */
const opening = new Map<string, Promise<void>>();

function openOnce(url: string): Promise<void> {
  const before = opening.get(url);
  if (before) return before;
  const now = showOrOpen(url).finally(() => opening.delete(url));
  opening.set(url, now);
  return now;
}

async function showOrOpen(url: string): Promise<void> {
  const open = await windowShowing(url);
  if (open !== null && (await focusWindow(open))) return;
  const current = await browser.windows.getCurrent().catch(() => null);
  const windowId = await openPopup(url, current?.id ?? null);
  if (windowId !== null) await shown(url);
}

/** Until the window's page is there to be found; a page that does not come is not waited for. */
async function shown(url: string): Promise<void> {
  for (let look = 0; look < looks && (await windowShowing(url)) === null; look += 1) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
}
