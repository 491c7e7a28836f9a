// [Note: ready before it is wanted] A frame is a page of another process: on a quick machine a tenth of a second goes by from the click to what it
// shows. So the menu's is made ready, out of sight, once somebody does something in the page and the browser has nothing else to do:
// what a pointer that comes to the handle makes ready, only earlier. Loading the page pays nothing for it, nor does a page that nobody is in.
import { ofPage, listen } from "../detect/unshadowed.ts";
import type { PageContext } from "../feature.ts";
import type { Panel } from "./panel.ts";

/** Twenty tabs hold no twenty frames: one that is not looked at for so long gives its own up. */
const awayMs = 30_000;

/** @returns to be told what somebody does in the page */
export function keepReady({ document, signal }: Pick<PageContext, "document" | "signal">, { prepare, putAway }: Pick<Panel, "prepare" | "putAway">): (event: Event | PointerEvent | KeyboardEvent) => void {
  // Once for each time that somebody comes: a page that breaks the frame is given no other for every movement.
  let wanted = true;
  let away: ReturnType<typeof setTimeout> | undefined;
  const isHidden = (): boolean => ofPage(document, "hidden");
  const giveUp = (): void => void (wanted = putAway());
  listen(document, "visibilitychange", () => {
    clearTimeout(away);
    if (isHidden()) away = setTimeout(giveUp, awayMs);
  }, { signal });
  // The browser keeps no page, to give it back at once, that has an extension's frame in it; and has made up its mind when it says that the page goes.
  addEventListener("beforeunload", giveUp, { signal });
  const begin = (): void => {
    if (signal.aborted) return;
    // Who has gone meanwhile may come back.
    if (isHidden()) wanted = true;
    else prepare();
  };
  return (event) => {
    // A page can scroll by itself.
    if (!wanted || event.type === "scroll") return;
    wanted = false;
    // Where the menu's keys begin so, the last of them comes in a moment.
    if ("altKey" in event && (event.altKey || event.ctrlKey || event.metaKey)) begin();
    else requestIdleCallback(begin);
  };
}
