// What the page lists is found by the menu's search on other pages, too. It is told once somebody does something in the page:
// loading it costs nothing then, and a page that nobody looked at has shown nothing.
import { sendMessage } from "../../platform/runtime.ts";
import type { FeatureContext } from "../feature.ts";
import type { Starred } from "./stars.ts";

/** Services described at once. */
const piece = 25;
const most = 1_500;

/** @param listed what the page lists now, the same list as long as it lists the same */
export function noteServices({ document, signal }: FeatureContext, listed: () => readonly Starred[]): void {
  let noted: readonly Starred[] = [];
  const note = async (): Promise<void> => {
    const all = listed();
    if (all === noted) return;
    noted = all;
    const services = [];
    for (let at = 0; at < Math.min(all.length, most); at += piece) {
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
      if (signal.aborted || listed() !== all) return;
      for (const one of all.slice(at, at + piece)) services.push(one.service());
    }
    if (services.length > 0) void sendMessage({ kind: "favourites/seen", services }).catch(() => undefined);
  };
  const heard = (event: Event): void => {
    if (event.isTrusted) void note();
  };
  for (const type of ["pointermove", "pointerdown", "scroll", "keydown"]) document.addEventListener(type, heard, { signal, capture: true, passive: true });
}
