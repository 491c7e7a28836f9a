import { browser } from "./browser.ts";

/** The system locked its screen. Not every Linux desktop says so: the vault locks by time as well. */
export function onSystemLocked(listener: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === "locked") listener();
  });
}
