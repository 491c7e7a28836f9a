import { portalUrl } from "../favourites/link.ts";
import type { Sender } from "../platform/runtime.ts";

/** Whether a message comes from the top document of a portal page that a person looks at. */
export function isPortalPage(sender: Sender): sender is Sender & { readonly tabId: number; readonly documentId: string } {
  const { origin, tabId, documentId, frameId, lifecycle } = sender;
  if (tabId === null || documentId === null || frameId !== 0) return false;
  return origin !== null && portalUrl(`${origin}/`) !== null && (lifecycle === null || lifecycle === "active");
}
