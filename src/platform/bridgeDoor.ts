// The MessagePort between a card worker and the service worker. Neither chrome.runtime nor navigator.serviceWorker is
// there in a dedicated worker, so its window opens the port and hands it on; from then on the window is out of the way.
import type { ClientWindow } from "../card/bridge/envelopes.ts";
import { isFields } from "../codec/fields.ts";
import { homePage, promptPage } from "./pages.ts";
import { serviceWorkerScope } from "./portBroker/serviceWorkerScope.ts";
import { extensionUrl } from "./runtime.ts";

const kind = "bridge/port";

/** In a window: a new port, whose other end the service worker (started if need be) takes. */
export async function openBridgePort(): Promise<MessagePort> {
  const { active } = await navigator.serviceWorker.ready;
  if (!active) throw new Error("the service worker is not active");
  const { port1, port2 } = new MessageChannel();
  active.postMessage({ kind }, [port1]);
  return port2;
}

/** In the service worker: ports that windows of this extension opened. */
export function onBridgePort(listener: (port: MessagePort, window: ClientWindow) => void): void {
  serviceWorkerScope().addEventListener("message", (event) => {
    const [port] = event.ports;
    if (!port || !isFields(event.data) || event.data["kind"] !== kind) return;
    // Only clients of our own origin can post here (see: [Note: brokered ports]), and card workers' windows are pages.
    const source: unknown = event.source;
    listener(port, windowOf(isFields(source) ? source["url"] : null));
  });
}

function windowOf(url: unknown): ClientWindow {
  const page = typeof url === "string" ? url.split(/[?#]/, 1)[0] : null;
  if (page === extensionUrl(promptPage)) return "prompt";
  return page === extensionUrl(homePage) ? "home" : "other";
}
