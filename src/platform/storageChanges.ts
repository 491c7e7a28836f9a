import { browser } from "./browser.ts";

/** Calls `listener` after each change of one of these entries in any context, until the returned function is called. */
export function onStored(area: "local" | "session", keys: readonly string[], listener: () => void): () => void {
  const heard = (changes: Readonly<Record<string, unknown>>): void => {
    if (keys.some((key) => key in changes)) listener();
  };
  browser.storage[area].onChanged.addListener(heard);
  return () => browser.storage[area].onChanged.removeListener(heard);
}
