import { isPortalHost } from "../platform/portalHost.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { mayHoldForm } from "./formHint.ts";
import { watchStarts } from "./serviceStart.ts";

/** The tools come a moment after the page: where somebody typed meanwhile is told to them (parts.ts). */
function rememberTyping(): void {
  globalThis.moqalaqeTyped = new Set();
  document.addEventListener("input", ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element) globalThis.moqalaqeTyped?.add(target);
  }, { capture: true });
}

/**
 * Tells the service worker when the elements of a portal page are there; what else runs in the page is its decision.
 * On other sites, and in frames, nothing is said.
 */
export function announcePage(): void {
  if (window !== window.top || !isPortalHost(location.hostname)) return;
  rememberTyping();
  watchStarts();
  const say = (): void => {
    if (isConnected()) sendMessage({ kind: "page/ready", form: mayHoldForm(document) }).catch(() => undefined);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", say, { once: true });
  else say();
  // Nobody has seen a page that was prerendered; it is announced when it is shown.
  document.addEventListener("prerenderingchange", say, { once: true });
}
