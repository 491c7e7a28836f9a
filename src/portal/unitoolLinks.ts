// Clicks on links of the official desktop program's scheme: answered by the extension, and not given to the operating system.
// Nothing is read of the page but the link; what is behind it is looked at in the prompt window (src/unitool).
import { onPageCommand } from "../platform/pageCommands.ts";
import { randomName } from "../platform/randomName.ts";
import { isConnected, sendMessage } from "../platform/runtime.ts";
import { isUnitoolLink } from "../unitool/link.ts";
import { world } from "./world.ts";

/** A window that says what is wrong with a link is worth nothing for one that is longer. */
const longest = 4_000;

export function watchUnitoolLinks(): void {
  /** By the link's address: asked for, and while there is a window for it. */
  const open = new Map<string, { readonly ticket: string; asking: boolean }>();
  const heard = (event: MouseEvent): void => {
    const link = event.composedPath().find((one): one is HTMLAnchorElement | HTMLAreaElement => one instanceof HTMLAnchorElement || one instanceof HTMLAreaElement);
    const href = link?.href ?? "";
    if (!link || !isUnitoolLink(href) || !isConnected()) return;
    // A script's own click counts as the person's only right after one of theirs.
    if (!event.isTrusted && !navigator.userActivation.isActive) return event.preventDefault();
    if (event.button !== 0) return;
    event.preventDefault();
    const known = open.get(href);
    // A double click means one, and what has been asked for is on its way.
    if (event.detail > 1 || known?.asking === true) return;
    world.link = new WeakRef(link);
    // Asked for by the same name, a window that is open comes to the front; one that is gone unheard opens anew.
    const request = known ?? { ticket: randomName(), asking: true };
    request.asking = true;
    open.set(href, request);
    const message = { kind: "sign/request", ticket: request.ticket, link: href.slice(0, longest) } as const;
    const answered = (reply: unknown): void => {
      request.asking = false;
      // Its earlier window may have been found gone meanwhile, and its end told: this one is open all the same.
      if (reply === "waiting") open.set(href, request);
      else if (open.get(href) === request) open.delete(href);
    };
    void sendMessage(message).catch(() => sendMessage(message)).catch(() => null).then(answered);
  };
  // Before the page's own listeners: what they see is a click that has been taken care of.
  window.addEventListener("click", heard, { capture: true });
  onPageCommand((message) => {
    const href = "ticket" in message ? [...open].find(([, { ticket }]) => ticket === message.ticket)?.[0] : undefined;
    if (href === undefined) return undefined;
    if (message.kind === "webeid/waiting") return Promise.resolve(true);
    if (message.kind !== "sign/ended") return undefined;
    open.delete(href);
    return Promise.resolve(true);
  });
}
