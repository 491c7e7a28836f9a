// Isolated web apps that connect from outside. The manifest lets every isolated app knock (the id of one in developer
// mode is random); who it is says the browser, and the broker decides. Web pages and other extensions can't even knock.
import { parseFromApp, portName, type FromApp, type ToApp } from "../card/bridge/envelopes.ts";
import { isolatedAppId } from "../card/bridge/pairingCode.ts";
import { browser } from "./browser.ts";

export interface AppConnection {
  /** From the browser, never from a message. */
  readonly appId: string;
  send(message: ToApp): void;
  close(): void;
  onMessage(listener: (message: FromApp) => void): void;
  /** The app was closed, or let go. */
  onClose(listener: () => void): void;
}

/** Register in the first turn of the service worker: a connection starts it. */
export function onAppConnection(listener: (connection: AppConnection) => void): void {
  browser.runtime.onConnectExternal.addListener((port) => {
    const { sender } = port;
    const appId = sender?.id === undefined && sender?.frameId === 0 ? isolatedAppId(sender.origin) : null;
    if (appId === null || port.name !== portName) port.disconnect();
    else listener(wrap(appId, port));
  });
}

function wrap(appId: string, port: chrome.runtime.Port): AppConnection {
  return {
    appId,
    send: (message) => {
      try {
        port.postMessage(message);
      } catch {
        // Closed in this very moment: onClose says so.
      }
    },
    close: () => port.disconnect(),
    onMessage: (listener) =>
      port.onMessage.addListener((raw: unknown) => {
        const message = parseFromApp(raw);
        if (message) listener(message);
      }),
    onClose: (listener) => port.onDisconnect.addListener(() => listener()),
  };
}
