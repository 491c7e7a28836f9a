// For a frame's first words, which are said before the rest of its code is there: the browser's own interface, as in scripts in pages.
import native from "./nativeBrowser.ts";
import type { Message } from "./messages.ts";

/** Sends to the service worker. Rejects when it does not answer. */
export async function sendEarly(message: Message): Promise<unknown> {
  return native.runtime.sendMessage(message);
}
