import { browser } from "./browser.ts";
import type { Message } from "./messages.ts";
import { parseMessage } from "./parseMessage.ts";

/** Who sent a message, as the browser says. */
export interface Sender {
  /** Origin of the sending frame; null when the browser names none ("null" for a sandboxed one). */
  readonly origin: string | null;
  readonly url: string | null;
  readonly tabId: number | null;
  readonly windowId: number | null;
  readonly documentId: string | null;
  readonly frameId: number | null;
  /** Address of the tab's top document; null where the extension has no access to that site. */
  readonly tabUrl: string | null;
  /** "active", or "prerender" for a page nobody has seen yet. */
  readonly lifecycle: string | null;
}

/** Handles a message; `undefined` when it is not for this context, so that another listener may answer it. */
export type MessageListener = (message: Message, sender: Sender) => Promise<unknown> | undefined;

/** Sends to the extension's other contexts. Rejects when none listens or none answered. */
export async function sendMessage(message: Message): Promise<unknown> {
  return browser.runtime.sendMessage(message);
}

/** Listens for well-formed messages of this extension only. A listener that fails answers null. */
export function onMessage(listener: MessageListener): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, sendResponse) => {
    // onMessage carries this extension's own messages only (others come by onMessageExternal, not listened to).
    const message = sender.id === browser.runtime.id ? parseMessage(raw) : null;
    const answer = message && listener(message, describeSender(sender));
    if (!answer) return false;
    answer.then(sendResponse, () => sendResponse(null));
    return true;
  });
}

function describeSender(sender: chrome.runtime.MessageSender): Sender {
  return {
    origin: sender.origin ?? null,
    url: sender.url ?? null,
    tabId: sender.tab?.id ?? null,
    windowId: sender.tab?.windowId ?? null,
    documentId: sender.documentId ?? null,
    frameId: sender.frameId ?? null,
    tabUrl: sender.tab?.url ?? null,
    lifecycle: sender.documentLifecycle ?? null,
  };
}

/** False once the extension was updated or removed under a running content script: nothing answers any more. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

/** The address of a file of the extension. */
export function extensionUrl(path: string): string {
  return browser.runtime.getURL(path);
}

export function extensionId(): string {
  return browser.runtime.id;
}

/** The extension's own version, as in the manifest. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}

/**
 * The URL that names this program and its version in an authentication token. It is never fetched; the extension's
 * own origin is the one name of it that cannot be anybody else's.
 */
export function releaseUrl(): string {
  return extensionUrl(`releases/${extensionVersion()}`);
}

export function onInstalled(listener: (reason: "install" | "update" | "other") => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) =>
    listener(reason === "install" || reason === "update" ? reason : "other"),
  );
}

/** The browser started with the extension in it. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(() => listener());
}
