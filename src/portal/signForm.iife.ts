// "Sign the form of this page", asked for by the person in the popup, on a site they allowed (or where the portal's tools
// are switched off): only that, and only now. Put into the page by the service worker (background/signRequests.ts).
import { onPageCommand } from "../platform/pageCommands.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { formDetection } from "./detect/formDetection.ts";
import { startSigning } from "./features/signing.ts";
import { learn } from "./findAnchors.ts";
import { openContext } from "./openContext.ts";
import { isStart } from "./pageTexts.ts";

declare global {
  // In the content scripts' isolated world, which the page can't see.
  var moqalaqeSignForm: AbortController | undefined;
}

async function start({ signal }: AbortController): Promise<(() => boolean) | null> {
  const reply: unknown = await sendMessage({ kind: "page/start" }).catch(() => null);
  if (!isStart(reply) || signal.aborted) return null;
  learn(formDetection);
  const context = openContext(document, signal, reply);
  const act = startSigning(context, false);
  context.watch.begin();
  return act;
}

globalThis.moqalaqeSignForm?.abort();
if (isConnected() && window === window.top) {
  const stop = new AbortController();
  globalThis.moqalaqeSignForm = stop;
  const begin = start(stop);
  onPageCommand((message) => (message.kind === "sign/begin" && !stop.signal.aborted ? begin.then((act) => act?.() ?? false) : undefined));
}
