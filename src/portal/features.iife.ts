// The portal's extra tools, put into a page of the portal by the service worker once the page's elements are there: the
// favourites, and the look that says what else the page has a use for (parts.ts). Sites that the person allowed for logging
// in get none of this.
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { askForHandles } from "./askForHandles.ts";
import { data } from "./features/data.ts";
import type { FeatureContext } from "./feature.ts";
import { favourites } from "./features/favourites.ts";
import { makePanel } from "./features/panel.ts";
import { openContext } from "./openContext.ts";
import { isStart, runsWith } from "./pageTexts.ts";
import { watchDrift } from "./drift.ts";
import { usePageMap } from "./sites/bySiteData.ts";
import { callParts, type PageTools } from "./parts.ts";
import { rested } from "./whenLoaded.ts";
import { world } from "./world.ts";

type Added = Parameters<PageTools["add"]>;

/** @param early parts that came with this one: they wait for its answer */
async function start(stop: AbortController, early: readonly Added[]): Promise<void> {
  const ask = (): Promise<unknown> => sendMessage({ kind: "page/start" }).catch(() => null);
  const told = world.start;
  world.start = undefined;
  // The service worker may be stopped while it answers.
  const reply = (await told) || (await ask()) || (await ask());
  if (stop.signal.aborted) return;
  if (!isStart(reply)) {
    // Free for those that come when they are asked for again (announcePage.ts), who are told where somebody typed meanwhile.
    world.tools = world.runs = undefined;
    return;
  }
  world.runs = runsWith(reply);
  if (reply.features.length === 0) {
    world.typed = undefined;
    return;
  }
  // The page's own work goes first, where nobody waits for a tool.
  if (early.length === 0 && reply.waiting.length === 0) await rested(document, world.typed);
  if (stop.signal.aborted) return;
  usePageMap(reply.pageMap);
  const page = openContext(document, stop.signal, reply, world.typed);
  const context: FeatureContext = { ...page, panel: (...one) => makePanel(page, ...one) };
  const tools = callParts(context, reply, early.map(([part]) => part));
  world.tools = { ...tools, stop: () => stop.abort() };
  watchDrift(context, reply.features);
  tools.add("favourites", [favourites, data]);
  world.there?.(true);
  for (const one of early) tools.add(...one);
  context.watch.begin();
}

/** What was there goes first. */
function startAnew(): void {
  world.anew = undefined;
  world.tools?.stop();
  if (window === window.top && globalThis.origin === "null") askForHandles();
  else if (isConnected() && window === window.top) {
    const stop = new AbortController();
    // Where somebody types until the tools are there again is remembered, too (announcePage.ts).
    world.typed ??= new Set();
    const early: Added[] = [];
    world.tools = { stop: () => stop.abort(), add: (...part) => void early.push(part) };
    void start(stop, early);
  }
}

// Settings changed, or the extension was updated under this page. What somebody is typing in a panel would go with it: that is closed first, by them.
if (world.typedIn?.isConnected) world.anew = startAnew;
else startAnew();
