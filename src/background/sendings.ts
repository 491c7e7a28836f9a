// Applications on their way: the person pressed "send" on one page, and the portal says on the next one, under which number
// it has arrived. What ties the two together is kept here, for the tab; the pages can't make it up for each other.
import { isFields } from "../codec/fields.ts";
import type { Sending } from "../platform/pageMessages.ts";
import { parseSending } from "../platform/parsePageMessage.ts";
import type { Sender } from "../platform/runtime.ts";
import { sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";
import { isPortalPage } from "./portalPage.ts";

/** A portal that has not answered by then has not answered. */
const lifeMs = 15 * 60_000;
const prefix = "sending:";

interface Noted extends Sending {
  readonly until: number;
}

export async function noteSending({ draftId, formKey, url, title, fields }: Sending, sender: Sender, now: number): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  await sessionSet(prefix + sender.tabId, { draftId, formKey, url, title, fields, until: now + lifeMs } satisfies Noted);
  return true;
}

export async function pendingSending(sender: Sender, now: number): Promise<Sending | null> {
  if (!isPortalPage(sender)) return null;
  const found = await sessionGet(prefix + sender.tabId);
  return isFields(found) && typeof found["until"] === "number" && found["until"] > now ? parseSending(found) : null;
}

/** Whether something is on its way from this tab. */
export async function hasSending(tabId: number): Promise<boolean> {
  return isFields(await sessionGet(prefix + tabId));
}

export async function settleSending(sender: Sender): Promise<true | null> {
  if (!isPortalPage(sender)) return null;
  await forgetSending(sender.tabId);
  return true;
}

export async function forgetSending(tabId: number): Promise<void> {
  await sessionRemove(prefix + tabId);
}
