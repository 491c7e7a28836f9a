import type { PortCall, ServiceName } from "./call.ts";

/** In a page or frame of the extension: a port to a service. See [Note: brokered ports]. */
export async function connectPort(service: ServiceName): Promise<MessagePort> {
  const { active } = await navigator.serviceWorker.ready;
  if (!active) throw new Error("the extension has no service worker");
  const { port1, port2 } = new MessageChannel();
  // Posting starts a stopped service worker.
  active.postMessage({ kind: "port/connect", service } satisfies PortCall, [port2]);
  return port1;
}
