// The bridge app's way to the extension. In an isolated app `chrome.runtime` has `connect` and nothing else of an
// extension's, so the polyfill has no place here.
import { portName, parseToApp, type FromApp, type ToApp } from "../card/bridge/envelopes.ts";

export interface ExtensionConnection {
  send(message: FromApp): void;
  close(): void;
}

interface Handlers {
  readonly onMessage: (message: ToApp) => void;
  readonly onClose: () => void;
}

/** @returns null where no extension lets this app connect: none is installed, or none that wants it. */
export function connectToExtension(extensionId: string, { onMessage, onClose }: Handlers): ExtensionConnection | null {
  let port: chrome.runtime.Port;
  try {
    port = chrome.runtime.connect(extensionId, { name: portName });
  } catch {
    return null;
  }
  port.onMessage.addListener((raw: unknown) => {
    const message = parseToApp(raw);
    if (message) onMessage(message);
  });
  port.onDisconnect.addListener(() => {
    // Read, so that the browser does not report it as an error nobody looked at.
    void chrome.runtime.lastError;
    onClose();
  });
  return {
    send: (message) => {
      try {
        port.postMessage(message);
      } catch {
        // Closed in this very moment: onClose says so.
      }
    },
    close: () => port.disconnect(),
  };
}
