// [Note: brokered ports] Pages, frames and workers of the extension talk to the vault over MessagePorts. A page can't hand a
// port to the offscreen document itself; the service worker, which is every page's service worker, passes it on:
//
//   page ── postMessage(port) ──> service worker ── clients.matchAll, postMessage(port) ──> offscreen document
//
// After that the service worker has no part in it: the port goes on working when the browser stops it, carries Blobs
// and transfers without a copy. runtime messages would do neither, and are JSON of at most 64 MiB. Only clients of our
// own origin can post to the service worker, so content scripts (which live in a page's origin) can't ask for a port.
import { extensionUrl } from "../runtime.ts";
import { offscreenPage } from "../pages.ts";
import { ensureOffscreen } from "./offscreen.ts";
import { parsePortCall, type PortDelivery, type PortOrigin, type ServiceName } from "./call.ts";
import { serviceWorkerScope, type WindowClient } from "./serviceWorkerScope.ts";

/** Passes ports on. To be called in the service worker's first turn. */
export function brokerPorts(): void {
  serviceWorkerScope().addEventListener("message", (event) => {
    const call = parsePortCall(event.data);
    const port = event.ports[0];
    const origin = originOf(event.source);
    if (!call || !port) return;
    if (!origin) {
      port.close();
      return;
    }
    event.waitUntil(deliver(call.service, port, origin).catch(() => port.close()));
  });
}

/** A port to a service, for the service worker's own use. */
export async function portFromServiceWorker(service: ServiceName): Promise<MessagePort> {
  const { port1, port2 } = new MessageChannel();
  await deliver(service, port2, { page: "", nested: false });
  return port1;
}

async function deliver(service: ServiceName, port: MessagePort, from: PortOrigin): Promise<void> {
  // It is there nearly always: asking the browser for it costs a page's first words more time than finding it here.
  const host = (await findHost()) ?? (await ensureOffscreen(), await hostClient());
  host.postMessage({ kind: "port/deliver", service, from } satisfies PortDelivery, [port]);
}

async function findHost(): Promise<WindowClient | null> {
  const address = extensionUrl(offscreenPage);
  const all = await serviceWorkerScope().clients.matchAll({ type: "window", includeUncontrolled: true });
  return all.find((client) => client.url === address) ?? null;
}

async function hostClient(): Promise<WindowClient> {
  // The document is made and loaded by now, but the list of clients may learn of it a moment later.
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const host = await findHost();
    if (host) return host;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("the offscreen document is not among the service worker's clients");
}

function originOf(source: MessageEventSource | null): PortOrigin | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a service worker's messages come from clients
  const client = source as unknown as WindowClient | null;
  if (!client || typeof client.url !== "string") return null;
  const root = extensionUrl("");
  if (!client.url.startsWith(root)) return null;
  return { page: new URL(client.url).pathname, nested: client.frameType === "nested" };
}
