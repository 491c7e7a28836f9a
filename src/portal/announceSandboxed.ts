import { isPortalHost } from "../platform/portalHost.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { whenLoaded } from "./whenLoaded.ts";
import { world } from "./world.ts";

/**
 * A portal page that its own policy puts into a sandbox without an origin: frames of ours do not load there, so the tools stay away.
 * The service worker brings the handles alone, which lead to our own page (sandboxed.iife.ts).
 */
export function announceSandboxed(): void {
  if (window !== window.top || !isPortalHost(location.hostname)) return;
  whenLoaded(document, () => {
    if (isConnected()) world.handles = sendMessage({ kind: "page/sandboxed" }).catch(() => null);
  });
}
