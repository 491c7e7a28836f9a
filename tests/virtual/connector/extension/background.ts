// The peer as an extension of its own: a resource manager with one reader and the virtual card in it.
import { personalise } from "../../ca/personalise.ts";
import { createCard, type VirtualCard } from "../../card/createCard.ts";
import { pureCrypto } from "../../card/pureCrypto.ts";
import { ResourceManager } from "../../pcsc/resourceManager.ts";
import type { PcscReader } from "../../pcsc/virtualReader.ts";
import { ConnectorPeer } from "../peer.ts";
import { timed } from "./timed.ts";

declare global {
  /** What tests act on. */
  var table: { readonly manager: ResourceManager; readonly peer: ConnectorPeer; readonly times: readonly number[]; connections: number; card: VirtualCard | null; reader: PcscReader | null };
}

const manager = new ResourceManager();
const times = timed(manager);
const peer = new ConnectorPeer({
  manager,
  ask: (client) =>
    new Promise((resolve) => {
      const heard = (message: { readonly client?: unknown; readonly allowed?: unknown }): void => {
        if (message.client !== client) return;
        chrome.runtime.onMessage.removeListener(heard);
        resolve(message.allowed === true);
      };
      chrome.runtime.onMessage.addListener(heard);
      void chrome.windows.create({ url: `ask.html?client=${encodeURIComponent(client)}`, type: "popup", width: 420, height: 320 });
    }),
});
globalThis.table = { manager, peer, times, connections: 0, card: null, reader: null };

chrome.runtime.onConnectExternal.addListener((port) => {
  globalThis.table.connections += 1;
  const client = peer.connect({ postMessage: (message) => port.postMessage(message), disconnect: () => port.disconnect() }, port.sender?.origin ?? "");
  port.onMessage.addListener((message: unknown) => client.receive(message));
  port.onDisconnect.addListener(() => client.disconnected());
});

void personalise().then((image) => {
  const card = createCard({ image, crypto: pureCrypto });
  globalThis.table.card = card;
  globalThis.table.reader = manager.plug({ name: "SCM SCR 331 [CCID Interface] (21120912) 00 00", card, extended: true });
});
