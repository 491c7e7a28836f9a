// A star beside every service link and on service pages, and the handle that opens the favourites menu (a frame).
import type { ToFrame } from "../../forms/line.ts";
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { isPortalHost } from "../../platform/portalHost.ts";
import { onPageCommand } from "../../platform/pageCommands.ts";
import { sendMessage } from "../../platform/runtime.ts";
import { describeService, nameService } from "../detect/services.ts";
import { textOf } from "../detect/text.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { makeHandle } from "./handle.ts";
import { favouritesLook } from "./handleLooks.ts";
import { knowFavourites } from "./knownFavourites.ts";
import { keepReady } from "./keepReady.ts";
import { noteServices } from "./noteServices.ts";
import { tellAccess } from "./tellAccess.ts";
import { makeStars, type Starred } from "./stars.ts";
import { firstWithin, listen, mainHeading, ofPage } from "../detect/unshadowed.ts";
import { world } from "../world.ts";

/** Services told at once. */
const piece = 100;

export const favourites: Feature = { id: "favourites", start };

function start(context: FeatureContext): void {
  const { document, signal, watch, find, t } = context;
  let starred: readonly Starred[] = [];
  /** What it lists of others, the same for as long as that is the same. */
  let listed = starred;
  /** Raised when the page lists other services than before. */
  let version = 0;

  const toggle = (service: ServiceLink): void => {
    sendMessage({ kind: "favourites/toggle", service }).then((outcome) => {
      // The menu says itself that it is locked, or full, and what can be done.
      if (typeof outcome === "string") panel.open();
    }, () => undefined);
  };
  const stars = makeStars(context, toggle);
  let line: MessagePort | null = null;
  const panel = context.panel("favourites", (opened) => {
    line = opened;
    // Once it shows something: that does not wait for a thousand services.
    opened.addEventListener("message", () => void tell(), { once: true });
  }, true);
  makeHandle(context, { ...favouritesLook, label: t("page_menu_open") }, panel.prepare, panel.toggle);

  /** Tells the menu what the page lists. A page may list a thousand: they are described once the browser has nothing else to do. */
  async function tell(): Promise<void> {
    const [to, all, told] = [line, starred, version];
    const pageService = servicePage(document, find)?.service() ?? null;
    for (let at = 0; at === 0 || at < all.length; at += piece) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
      if (!to || signal.aborted || line !== to || version !== told) return;
      to.postMessage({ kind: "services", first: at === 0, services: all.slice(at, at + piece).map((one) => one.service()), last: at + piece >= all.length, pageService } satisfies ToFrame);
    }
  }
  const known = knowFavourites(context.favourites, () => sendMessage({ kind: "favourites/list" }), (urls) => {
    if (!signal.aborted) stars.mark(urls);
  });
  const look = (): void => {
    const found: Starred[] = find("service-link")
      .filter((element) => element instanceof HTMLAnchorElement)
      .map((element) => ({ element, name: () => nameService(element), service: once(() => describeService(element)) }));
    const others = [...found];
    const own = servicePage(document, find);
    if (own) found.push(own);
    const changed = found.length !== starred.length || found.some(({ element }, i) => element !== starred[i]?.element);
    starred = found;
    if (changed) {
      listed = others;
      version += 1;
      void tell();
    }
    stars.show(starred, known.urls());
  };
  watch.onChange(look);
  const note = noteServices(context, () => listed);
  const ready = keepReady(context, panel);
  listen(document, ["pointermove", "pointerdown", "scroll", "keydown"], (event) => {
    if (!event.isTrusted) return;
    note();
    ready(event);
  }, { signal, capture: true, passive: true });
  tellAccess(context);
  onPageCommand((message) => {
    if (signal.aborted) return undefined;
    if (message.kind === "favourites/changed") return known.load().then(() => true);
    if (message.kind === "page/toggle" && message.panel === "favourites") {
      panel.toggle();
      return Promise.resolve(true);
    }
    return undefined;
  });
  // A vault with the favourites in it is opened in another tab.
  listen(document, "visibilitychange", () => {
    if (ofPage(document, "visibilityState") === "visible") void known.load();
  }, { signal });
  // What was changed since the page was told of them, and before anybody listened here, the page's first script has heard of.
  if (!context.favourites || world.changed === true) void known.load();
  world.changed = undefined;
}

/** The service that this very page describes. */
function servicePage(document: Document, find: FeatureContext["find"]): Starred | null {
  const sheet = find("service-page")[0];
  const heading = firstWithin(sheet, mainHeading);
  if (!sheet || !heading || !isPortalHost(document.location.hostname)) return null;
  const url = document.location.href.split("#", 1)[0] ?? "";
  const service = { url, title: textOf(heading).slice(0, 160), category: null, needsCard: /ხელმოწერ|ბარათით/.test(textOf(sheet)) };
  return { element: heading, name: () => service, service: () => service };
}

/** The value of `make`, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
