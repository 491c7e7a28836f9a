// A request put before the person: one prompt window a tab, a few in all, none for who has just been told no.
import type { Asks } from "../platform/messages.ts";
import { promptUrl } from "../platform/pages.ts";
import { randomName } from "../platform/randomName.ts";
import { focusWindow, openPopup, windowShowing } from "../platform/windows.ts";
import type { Asker } from "./asker.ts";
import { mayAskAgain } from "./cancellations.ts";
import { allPending, dropPending, keepPending, type PendingRequest } from "./pendingRequest.ts";
import { reconcile } from "./reconcile.ts";

/** More prompts at once than anybody could mean to have open. */
const maxPrompts = 4;

/** pending: the tab has a window already. many: there are too many. declined: said no several times. window: none came. */
export type Obstacle = "pending" | "many" | "declined" | "window";

interface Wish {
  readonly asks: Asks;
  readonly ticket: string;
  readonly asker: Asker;
  readonly language: "ka" | "en" | null;
  readonly libraryVersion: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** @returns why no window opens for it; null when one did. */
export async function openPrompt({ asks, ticket, asker, language, libraryVersion, deadline }: Wish): Promise<Obstacle | null> {
  await reconcile();
  const open = await allPending();
  const again = open.find((one) => one.ticket === ticket && one.documentId === asker.documentId);
  // The service worker was stopped while it answered, and the content script asks once more.
  if (again?.windowId === null) return await openWindow(again);
  if (again?.windowId) {
    await focusWindow(again.windowId);
    return null;
  }
  const inTab = open.find((one) => one.tabId === asker.tabId);
  if (inTab) {
    if (inTab.windowId !== null) await focusWindow(inTab.windowId);
    // The very link, clicked in another of the tab's frames: its window is in front, which is answer enough.
    return isSameLink(inTab, asks, asker.origin) ? null : "pending";
  }
  if (open.length >= maxPrompts) return "many";
  if (!(await mayAskAgain(asker.tabId, asker.origin, Date.now()))) return "declined";
  const { origin, topOrigin, tabId, documentId, windowId: askingWindowId } = asker;
  const pending: PendingRequest = { requestId: randomName(), asks, origin, topOrigin, language, deadline, ticket, tabId, documentId, libraryVersion, askingWindowId, windowId: null };
  await keepPending(pending);
  return await openWindow(pending);
}

function isSameLink(open: PendingRequest, asks: Asks, origin: string): boolean {
  return asks.action === "unitool" && open.asks.action === "unitool" && open.asks.link === asks.link && open.origin === origin;
}

async function openWindow(pending: PendingRequest): Promise<Obstacle | null> {
  const url = promptUrl(pending.requestId);
  const windowId = (await windowShowing(url)) ?? (await openPopup(url, pending.askingWindowId));
  if (windowId === null) {
    await dropPending(pending);
    return "window";
  }
  await keepPending({ ...pending, windowId });
  return null;
}
