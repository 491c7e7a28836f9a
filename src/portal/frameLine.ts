import type { PanelId } from "../platform/pageMessages.ts";
import { randomName } from "../platform/randomName.ts";
import { extensionUrl, sendMessage } from "../platform/runtime.ts";
import { make } from "./detect/unshadowed.ts";

export interface OpenedFrame {
  /** To be put into the overlay: it loads there. */
  readonly frame: HTMLIFrameElement;
  /** Our end of the line. See: [Note: a line to a frame]. */
  readonly line: MessagePort;
  /** Tells a frame that has something to show whether it is opened. See: [Note: no frame takes the keyboard]. */
  readonly tellOpen: (open: boolean) => void;
}

/**
 * Makes a frame of the extension for this document.
 * @param onReload the page took the overlay out and in again, and so loaded the frame a second time: it is empty now
 */
export async function openFrame(document: Document, panel: PanelId, onReload: () => void): Promise<OpenedFrame | null> {
  const secret = randomName();
  const nonce: unknown = await sendMessage({ kind: "frame/open", panel, line: secret }).catch(() => null);
  if (typeof nonce !== "string") return null;
  const frame = make(document, "iframe");
  const address = extensionUrl("src/frame/frame.html");
  const { origin } = new URL(address);
  frame.src = `${address}#${nonce}`;
  const { port1, port2 } = new MessageChannel();
  let loads = 0;
  frame.addEventListener("load", () => {
    loads += 1;
    if (loads === 1) frame.contentWindow?.postMessage({ kind: "line", secret }, origin, [port2]);
    else onReload();
  });
  return { frame, line: port1, tellOpen: (open) => frame.contentWindow?.postMessage({ kind: "opened", secret, open }, origin) };
}
