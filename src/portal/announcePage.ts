import { isPortalHost } from "../platform/portalHost.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { hearEarly } from "./askedEarly.ts";
import { formAround, listen, ownerOf } from "./detect/unshadowed.ts";
import { isStart, runsWith } from "./pageTexts.ts";
import { watchStarts } from "./serviceStart.ts";
import { whenLoaded } from "./whenLoaded.ts";
import { world } from "./world.ts";

/** The tools come a moment after the page: where somebody typed meanwhile is told to them (parts.ts), and in which form they were (features/signing.ts). */
function rememberTyping(): void {
  world.typed = new Set();
  const note = ({ type, isTrusted, target }: Event): void => {
    if (!isTrusted || !(target instanceof Element)) return;
    if (type === "input") world.typed?.add(target);
    if (ownerOf(target) ?? formAround(target)) world.touched = new WeakRef(target);
  };
  listen(document, ["input", "focusin"], note, { capture: true });
}

/** A page that the browser kept and gives back has not heard of what was changed meanwhile. @param say has the tools brought */
async function catchUp(say: () => void): Promise<void> {
  const now: unknown = await sendMessage({ kind: "page/start" }).catch(() => null);
  if (!isStart(now) || runsWith(now) === world.runs) return;
  world.tools?.stop();
  // Where nothing is switched on any more nothing comes that would say so.
  world.tools = world.start = world.runs = undefined;
  say();
}

/**
 * Tells the service worker when a portal page is loaded; what else runs in the page is its decision, and its answer is what that is
 * started with. Until then nothing of ours is done in the page but to hear what somebody does in it.
 * On other sites, and in frames, nothing is said.
 */
export function announcePage(): void {
  if (!isPortalHost(location.hostname)) return;
  // In a frame for the tools of the page around, if that is of the same origin (forms/hearWithin.ts).
  rememberTyping();
  if (window !== window.top) return;
  watchStarts();
  const say = (): void => {
    // A setting that was changed while the page was loading has brought them: brought once more, they would close what is open.
    if (!isConnected() || world.tools || world.start) return;
    const ask = (): Promise<unknown> => sendMessage({ kind: "page/ready" });
    // The service worker may be stopped before it has brought anything.
    const reply = ask().catch(ask).catch(ask).catch(() => null);
    world.start = reply;
    void reply.then((start) => {
      if (!start) world.there?.(false);
      // Nobody could say, or the tools were not told with what to start: whoever comes back to the page, or does something in it, has it asked again.
      if (start === null && world.start === reply) world.start = undefined;
      listen(document, ["pointerdown", "input", "visibilitychange"], say, {});
    });
  };
  // From here on until the tools listen themselves (features/favourites.ts).
  hearEarly(whenLoaded(document, say));
  // Nobody has seen a page that was prerendered; it is announced when it is shown.
  const shown = (): void => {
    // It was told that it gets none, or is just being told.
    world.start = undefined;
    say();
  };
  listen(document, "prerenderingchange", shown, { once: true });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) void catchUp(say);
  });
}
