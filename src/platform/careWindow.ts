import type { PinAct } from "../card/api.ts";
import { browser } from "./browser.ts";
import { careUrl, type VaultCardAct, vaultCardUrl } from "./pages.ts";
import { focusWindow, openPopup, windowShowing } from "./windows.ts";

/** Opens the window for an act of card care over the current one; the same act twice is the same window. */
export async function openCareWindow(act: PinAct): Promise<void> {
  await openOnce(careUrl(act));
}

/** Opens the window in which a card opens the vault, or becomes a way into it. */
export async function openVaultCardWindow(act: VaultCardAct): Promise<void> {
  await openOnce(vaultCardUrl(act));
}

async function openOnce(url: string): Promise<void> {
  const open = await windowShowing(url);
  if (open !== null && (await focusWindow(open))) return;
  const current = await browser.windows.getCurrent().catch(() => null);
  await openPopup(url, current?.id ?? null);
}
