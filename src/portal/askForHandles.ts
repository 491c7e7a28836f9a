import { isConnected, sendMessage } from "../platform/runtime.ts";
import { world } from "./world.ts";

/**
 * In a portal page that its own policy puts into a sandbox without an origin frames of ours do not load, so the tools stay away. The
 * service worker brings the handles of what is switched on, which lead to our own page (sandboxed.iife.ts); nothing, where nothing is.
 */
export function askForHandles(): void {
  if (isConnected()) world.handles = sendMessage({ kind: "page/sandboxed" }).catch(() => null);
}
