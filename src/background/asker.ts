import type { Sender } from "../platform/runtime.ts";
import { isPermitted } from "../platform/sites.ts";

/** The document that asks, by the browser's word alone. */
export interface Asker {
  readonly origin: string;
  /** The origin of the tab's top document, when a frame of another origin asks; else null. */
  readonly topOrigin: string | null;
  readonly tabId: number;
  readonly windowId: number | null;
  readonly documentId: string;
}

/** @returns null when it is nobody this extension serves. */
export async function identify(sender: Sender): Promise<Asker | null> {
  const { origin, tabId, documentId, windowId, frameId, tabUrl, lifecycle } = sender;
  if (!origin?.startsWith("https://") || tabId === null || documentId === null) return null;
  // Nobody sits in front of a page that is prerendered.
  if (lifecycle !== null && lifecycle !== "active") return null;
  if (!(await isPermitted(origin))) return null;
  if (frameId === 0) return { origin, topOrigin: null, tabId, windowId, documentId };
  // The address of the tab is given only for sites the extension may serve. A frame inside any other page is not
  // served: nobody could tell the person on whose behalf a PIN is asked.
  const top = tabUrl === null ? null : new URL(tabUrl).origin;
  if (top === null || !(await isPermitted(top))) return null;
  return { origin, topOrigin: top === origin ? null : top, tabId, windowId, documentId };
}
