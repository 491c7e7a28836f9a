import { portalUrl } from "../favourites/link.ts";
import { isPortalHost } from "../platform/portalHost.ts";
import type { Sender } from "../platform/runtime.ts";

/** Whether a message comes from the top document of a portal page that a person looks at. */
export function isPortalPage(sender: Sender): sender is Sender & { readonly tabId: number; readonly documentId: string } {
  const { origin, tabId, documentId, frameId, lifecycle } = sender;
  if (tabId === null || documentId === null || frameId !== 0) return false;
  return origin !== null && portalUrl(`${origin}/`) !== null && (lifecycle === null || lifecycle === "active");
}

/** Whether it comes from the top document of a portal page that its own policy has put into a sandbox without an origin. */
export function isSandboxedPage({ origin, url, tabId, documentId, frameId, lifecycle }: Sender): boolean {
  if (origin !== "null" || frameId !== 0 || tabId === null || documentId === null || url === null || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" && isPortalHost(hostname) && (lifecycle === null || lifecycle === "active");
}
