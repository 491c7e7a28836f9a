// "Sign the form of this page", asked for by the person in the popup, on a site they allowed (or where the portal's tools
// are switched off): only that, and only now. Put into the page by the service worker (background/signRequests.ts).
import { onPageCommand } from "../platform/pageCommands.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { startSigning } from "./features/signing.ts";
import { findAnchors } from "./findAnchors.ts";
import { openOverlay } from "./overlay.ts";
import { isStart, textsOf } from "./pageTexts.ts";
import { watchPage } from "./pageWatch.ts";

declare global {
  // In the content scripts' isolated world, which the page can't see.
  var moqalaqeSignForm: AbortController | undefined;
}

async function start({ signal }: AbortController): Promise<(() => boolean) | null> {
  const reply: unknown = await sendMessage({ kind: "page/start" }).catch(() => null);
  if (!isStart(reply) || signal.aborted) return null;
  const context = { document, signal, overlay: openOverlay(document, signal), watch: watchPage(document, signal), together: { starts: { leaving: 0, stayed: [] }, typedIn: new Set<Element>(), beforeSending: [] }, find: (id: Parameters<typeof findAnchors>[1]) => findAnchors(document, id), t: textsOf(reply) };
  return startSigning(context, false);
}

globalThis.moqalaqeSignForm?.abort();
if (isConnected() && window === window.top) {
  const stop = new AbortController();
  globalThis.moqalaqeSignForm = stop;
  const begin = start(stop);
  onPageCommand((message) => (message.kind === "sign/begin" && !stop.signal.aborted ? begin.then((act) => act?.() ?? false) : undefined));
}
