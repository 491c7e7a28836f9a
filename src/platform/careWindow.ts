import type { PinAct } from "../card/api.ts";
import { browser } from "./browser.ts";
import { careUrl } from "./pages.ts";
import { focusWindow, openPopup, windowShowing } from "./windows.ts";

/** Opens the window for an act of card care over the current one; the same act twice is the same window. */
export async function openCareWindow(act: PinAct): Promise<void> {
  const open = await windowShowing(careUrl(act));
  if (open !== null && (await focusWindow(open))) return;
  const current = await browser.windows.getCurrent().catch(() => null);
  await openPopup(careUrl(act), current?.id ?? null);
}
