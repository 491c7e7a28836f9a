import { isPortalHost } from "../platform/portalHost.ts";
import { askForHandles } from "./askForHandles.ts";
import { whenLoaded } from "./whenLoaded.ts";

/** A portal page in a sandbox without an origin is there: when it is loaded, its handles are asked for. */
export function announceSandboxed(): void {
  if (window === window.top && isPortalHost(location.hostname)) whenLoaded(document, askForHandles);
}
