// Clicks on links of the official desktop program's scheme: answered by the extension, and not given to the operating system.
// Nothing is read of the page but the link; what is behind it is looked at in the prompt window (src/unitool).
import { randomName } from "../platform/randomName.ts";
import { isConnected, onMessage, sendMessage } from "../platform/runtime.ts";
import { isUnitoolLink } from "../unitool/link.ts";

/** A window that says what is wrong with a link is worth nothing for one that is longer. */
const longest = 4_000;

export function watchUnitoolLinks(): void {
  const open = new Set<string>();
  const heard = (event: MouseEvent): void => {
    const link = event.composedPath().find((one): one is HTMLAnchorElement | HTMLAreaElement => one instanceof HTMLAnchorElement || one instanceof HTMLAreaElement);
    const href = link?.href ?? "";
    if (!link || !isUnitoolLink(href) || !isConnected()) return;
    // A script's own click counts as the person's only right after one of theirs.
    if (!event.isTrusted && !navigator.userActivation.isActive) return event.preventDefault();
    if (event.button !== 0) return;
    event.preventDefault();
    globalThis.moqalaqeLink = new WeakRef(link);
    const ticket = randomName();
    open.add(ticket);
    const message = { kind: "sign/request", ticket, link: href.slice(0, longest) } as const;
    void sendMessage(message).catch(() => sendMessage(message)).catch(() => null).then((reply) => (reply === "waiting" ? undefined : open.delete(ticket)));
  };
  // Before the page's own listeners: what they see is a click that has been taken care of.
  window.addEventListener("click", heard, { capture: true });
  onMessage((message) => {
    if (!("ticket" in message) || !open.has(message.ticket)) return undefined;
    if (message.kind === "webeid/waiting") return Promise.resolve(true);
    if (message.kind !== "sign/ended") return undefined;
    open.delete(message.ticket);
    return Promise.resolve(true);
  });
}
