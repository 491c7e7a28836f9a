// The moment between a click on "start the service" and the next page: what the page said is held for the tab.
import { isFields } from "../codec/fields.ts";
import type { ServiceSheet } from "../notices/serviceFacts.ts";
import type { Sender } from "../platform/runtime.ts";
import { readSettings } from "../platform/settings.ts";
import { sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";
import { isPortalPage } from "./portalPage.ts";

const prefix = "started:";
const lifeMs = 5 * 60_000;

export async function noteStart(sheet: ServiceSheet, sender: Sender, now: number): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  // The page's first script does not know what is switched on.
  if ((await readSettings()).featuresOff.includes("consent")) return null;
  await sessionSet(prefix + sender.tabId, { sheet, at: now });
  return true;
}

/** Given once: whoever asks first writes it. */
export async function takeStart(sender: Sender, now: number): Promise<unknown> {
  if (!isPortalPage(sender)) return null;
  const found = await sessionGet(prefix + sender.tabId);
  await sessionRemove(prefix + sender.tabId);
  return isFields(found) && typeof found["at"] === "number" && found["at"] + lifeMs > now ? found : null;
}

/** Whether something is held for this tab. */
export async function hasStart(tabId: number): Promise<boolean> {
  return isFields(await sessionGet(prefix + tabId));
}

export async function forgetStart(tabId: number): Promise<void> {
  await sessionRemove(prefix + tabId);
}
