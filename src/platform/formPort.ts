// [Note: a form's port] The prompt window reads a form in the page where it is, and brings the signed form back, over a port
// that the window itself opens to that one document's content script (tabs.connect): no service worker in between, which
// may be stopped, and nothing that a page can open or join. Ports carry JSON, so this is for words and for the signed form
// (some tens of kilobytes); the files of a form stay in the page, and only their hashes are told.
import { browser } from "./browser.ts";

export interface FormPort {
  send(message: unknown): void;
  close(): void;
}

interface PortEvents {
  readonly onMessage: (message: unknown) => void;
  /** The other side has gone: the page was left, the window closed. */
  readonly onClose: () => void;
}

/** In the prompt: a port to the content script that waits with this ticket. */
export function connectToForm(tabId: number, documentId: string, ticket: string, events: PortEvents): FormPort {
  const port = browser.tabs.connect(tabId, { documentId, name: `form:${ticket}` });
  listen(port, events);
  return sides(port);
}

/** In the content script: calls `accept` when the prompt opens a port. @param accept gives what hears it; null: not ours */
export function onFormPort(signal: AbortSignal, accept: (ticket: string, port: FormPort) => PortEvents | null): void {
  const heard = (port: chrome.runtime.Port): void => {
    const ticket = /^form:([0-9a-f]{32})$/.exec(port.name)?.[1];
    if (!ticket || port.sender?.id !== browser.runtime.id) return;
    const events = accept(ticket, sides(port));
    if (events) listen(port, events);
  };
  browser.runtime.onConnect.addListener(heard);
  signal.addEventListener("abort", () => browser.runtime.onConnect?.removeListener(heard));
}

function sides(port: chrome.runtime.Port): FormPort {
  return {
    send: (message) => port.postMessage(message),
    close: () => port.disconnect(),
  };
}

function listen(port: chrome.runtime.Port, { onMessage, onClose }: PortEvents): void {
  port.onMessage.addListener((message: unknown) => onMessage(message));
  port.onDisconnect.addListener(() => {
    // Read, or the browser notes an error that nobody can do anything about.
    void browser.runtime.lastError;
    onClose();
  });
}
