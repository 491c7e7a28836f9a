import { parsePortDelivery, type PortOrigin, type ServiceName } from "./call.ts";

/** In the offscreen document: calls `listener` with every port that the service worker brings. See [Note: brokered ports]. */
export function onPort(listener: (service: ServiceName, port: MessagePort, from: PortOrigin) => void): void {
  navigator.serviceWorker.addEventListener("message", (event: MessageEvent<unknown>) => {
    const delivery = parsePortDelivery(event.data);
    const port = event.ports[0];
    if (delivery && port) listener(delivery.service, port, delivery.from);
  });
  navigator.serviceWorker.startMessages();
}
