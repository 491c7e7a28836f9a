// What the page lists is found by the menu's search on other pages, too. It is told once somebody does something in the page:
// loading it costs nothing then, and a page that nobody looked at has shown nothing.
import { sendMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";
import type { AnchorId } from "../sites/site.ts";
import type { Starred } from "./stars.ts";

/** Services described at once. */
const piece = 25;
/** Told in one message. */
const most = 1_500;
/** A list that grows while somebody scrolls is told this often. */
const restMs = 3_000;
/** Pages of what is the person's own: which services they use, what they were answered. */
const ownPages: readonly AnchorId[] = ["personal-page", "answer", "document-store"];

/**
 * @param listed what the page lists of other services now, the same list as long as it lists the same
 * @returns to be called when somebody does something in the page
 */
export function noteServices({ signal, find }: FeatureContext, listed: () => readonly Starred[]): () => void {
  let noted: readonly Starred[] = [];
  /** Links that were told, and where they led then: a page may use an element again for another one. */
  const told = new WeakMap<Element, string>();
  let restUntil = 0;
  const addressOf = ({ element }: Starred): string => (element instanceof HTMLAnchorElement ? element.href : "");
  const note = async (): Promise<void> => {
    const all = listed();
    if (all === noted || performance.now() < restUntil) return;
    noted = all;
    restUntil = performance.now() + restMs;
    const fresh = all.filter((one) => told.get(one.element) !== addressOf(one)).slice(0, most);
    if (fresh.length === 0 || ownPages.some((anchor) => find(anchor).length > 0)) return;
    const services = [];
    for (let at = 0; at < fresh.length; at += piece) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
      if (signal.aborted) return;
      for (const one of fresh.slice(at, at + piece)) {
        if (!one.element.isConnected) continue;
        told.set(one.element, addressOf(one));
        services.push(one.service());
      }
    }
    if (services.length > 0) void sendMessage({ kind: "favourites/seen", services }).catch(() => undefined);
  };
  return () => void note();
}
