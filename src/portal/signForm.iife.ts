// "Sign the form of this page", asked for by the person in the popup, on a site they allowed (or where the portal's tools
// are switched off): only that, and only now. Put into the page by the service worker (background/signRequests.ts).
import { onPageCommand } from "../platform/pageCommands.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { formDetection } from "./detect/formDetection.ts";
import { type Signing, startSigning } from "./features/signing.ts";
import { learn } from "./findAnchors.ts";
import { openContext } from "./openContext.ts";
import { isStart } from "./pageTexts.ts";
import { world } from "./world.ts";

async function start({ signal }: AbortController): Promise<Signing | null> {
  const reply: unknown = await sendMessage({ kind: "page/start" }).catch(() => null);
  if (!isStart(reply) || signal.aborted) return null;
  learn(formDetection);
  const context = openContext(document, signal, reply);
  const signing = startSigning(context, false);
  context.watch.begin();
  return signing;
}

world.signForm?.stop();
if (isConnected() && window === window.top) {
  const stop = new AbortController();
  let signing: Signing | null = null;
  world.signForm = { stop: () => stop.abort(), busy: () => signing?.busy() ?? false };
  const started = start(stop).then((made) => (signing = made));
  onPageCommand((message) => (message.kind === "sign/begin" && !stop.signal.aborted ? started.then((made) => made?.begin() ?? false) : undefined));
}
