// A star beside every service link and on service pages, and the handle that opens the favourites menu (a frame).
import type { ServiceLink } from "../../platform/pageMessages.ts";
import { onMessage, sendMessage } from "../../platform/runtime.ts";
import { describeService, isPortalHost } from "../detect/services.ts";
import { textOf } from "../detect/text.ts";
import type { Feature, FeatureContext } from "../feature.ts";
import { findAnchors } from "../findAnchors.ts";
import { makeHandle } from "./handle.ts";
import { makePanel } from "./panel.ts";
import { makeStars, type Starred } from "./stars.ts";

export const favourites: Feature = { id: "favourites", start };

function start(context: FeatureContext): void {
  const { document, signal, watch } = context;
  let known = new Set<string>();
  let seen: readonly ServiceLink[] = [];

  const toggle = (service: ServiceLink): void => {
    void sendMessage({ kind: "favourites/toggle", service }).catch(() => undefined);
  };
  const stars = makeStars(context, toggle);
  const panel = makePanel(context, "favourites", () => ({ services: seen, pageService: servicePage(document)?.service ?? null }));
  makeHandle(context, panel.toggle);

  const load = async (): Promise<void> => {
    const reply: unknown = await sendMessage({ kind: "favourites/list" }).catch(() => null);
    if (signal.aborted || !Array.isArray(reply)) return;
    known = new Set(reply.filter((one): one is string => typeof one === "string"));
    stars.mark(known);
  };
  const look = (): void => {
    const starred: Starred[] = [];
    for (const element of findAnchors(document, "service-link")) {
      if (element instanceof HTMLAnchorElement) starred.push({ element, service: describeService(element) });
    }
    const own = servicePage(document);
    if (own) starred.push(own);
    seen = starred.map((one) => one.service);
    stars.show(starred, known);
  };
  watch.onChange(look);
  onMessage((message) => {
    if (signal.aborted) return undefined;
    if (message.kind === "favourites/changed") return load().then(() => true);
    if (message.kind === "page/toggle" && message.panel === "favourites") {
      panel.toggle();
      return Promise.resolve(true);
    }
    return undefined;
  });
  void load();
}

/** The service that this very page describes. */
function servicePage(document: Document): Starred | null {
  const sheet = findAnchors(document, "service-page")[0];
  const heading = sheet?.querySelector("h1, [role=heading][aria-level='1']") ?? null;
  if (!sheet || !heading || !isPortalHost(document.location.hostname)) return null;
  const url = document.location.href.split("#", 1)[0] ?? "";
  const service = { url, title: textOf(heading).slice(0, 160), category: null, needsCard: /ხელმოწერ|ბარათით/.test(textOf(sheet)) };
  return { element: heading, service };
}
