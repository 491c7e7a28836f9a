// The door of the card worker's window, in Node: a MessagePort to the peer, with JSON in between as between extensions.
import type { ConnectorPeer } from "./peer.ts";

export function doorTo(peer: ConnectorPeer, client = "chrome-extension://us"): () => Promise<MessagePort> {
  return async () => {
    const { port1, port2 } = new MessageChannel();
    const json = (message: unknown): unknown => JSON.parse(JSON.stringify(message));
    let open = true;
    const served = peer.connect(
      {
        postMessage: (message) => void (open && port1.postMessage(json(message))),
        disconnect: () => {
          if (open) port1.postMessage(null);
          open = false;
        },
      },
      client,
    );
    port1.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (data !== null) return served.receive(json(data));
      open = false;
      served.disconnected();
      port1.close();
    });
    port1.start();
    return port2;
  };
}
