import type { PanelId } from "../platform/pageMessages.ts";
import { randomName } from "../platform/randomName.ts";
import { extensionUrl, isConnected, sendMessage } from "../platform/runtime.ts";
import { make } from "./detect/unshadowed.ts";

export interface OpenedFrame {
  /** To be put into the overlay: it loads there. */
  readonly frame: HTMLIFrameElement;
  /** Our end of the line. See: [Note: a line to a frame]. */
  readonly line: MessagePort;
  /** Whether the service worker has taken note of it; else it stays empty. */
  readonly noted: Promise<boolean>;
  /** Tells a frame that has something to show whether it is opened. See: [Note: no frame takes the keyboard]. */
  readonly tellOpen: (open: boolean) => void;
}

/**
 * Makes a frame of the extension for this document. It begins to load while the service worker takes note of its nonce: somebody
 * waits for it. Long before the frame can ask what it shall show, that is done.
 * @param onLost it is empty: nobody took note of it, or the page took the overlay out and in again, and so loaded it a second time
 * @returns null when the extension is gone
 */
export function openFrame(document: Document, panel: PanelId, onLost: () => void): OpenedFrame | null {
  if (!isConnected()) return null;
  const [secret, nonce] = [randomName(), randomName()];
  const noted = sendMessage({ kind: "frame/open", panel, line: secret, nonce }).then((good) => good === true, () => false);
  void noted.then((good) => good || onLost());
  const frame = make(document, "iframe");
  const address = extensionUrl("src/frame/frame.html");
  const { origin } = new URL(address);
  frame.src = `${address}#${nonce}`;
  const { port1, port2 } = new MessageChannel();
  let loads = 0;
  frame.addEventListener("load", () => {
    loads += 1;
    if (loads === 1) frame.contentWindow?.postMessage({ kind: "line", secret }, origin, [port2]);
    else onLost();
  });
  return { frame, line: port1, noted, tellOpen: (open) => frame.contentWindow?.postMessage({ kind: "opened", secret, open }, origin) };
}
