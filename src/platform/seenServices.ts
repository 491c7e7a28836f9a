// The portal's services that were seen on this computer: chrome.storage.local, in the clear; the same for everybody.
import { addSeen } from "../favourites/seen.ts";
import { parseServiceLinks } from "../favourites/link.ts";
import { browser } from "./browser.ts";
import type { ServiceLink } from "./pageMessages.ts";

const key = "services-seen";

/** Newest first. */
export async function readSeen(): Promise<readonly ServiceLink[]> {
  const found: Readonly<Record<string, unknown>> = await browser.storage.local.get(key);
  return parseServiceLinks(found[key]);
}

/** Not to be called twice at once: it reads, then writes. */
export async function noteSeen(listed: readonly ServiceLink[]): Promise<void> {
  const known = await readSeen();
  const now = addSeen(known, listed);
  if (now !== known) await browser.storage.local.set({ [key]: now });
}
