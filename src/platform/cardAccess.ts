// How the person came into the portal, as far as the extension knows: a login with the card went through it. Gone with the
// browser, as the portal's own session is at the latest.
import { sessionGet, sessionSet } from "./sessionStore.ts";

const key = "card-access";

/** @param now milliseconds since the epoch */
export async function noteCardAccess(now: number): Promise<void> {
  await sessionSet(key, now);
}

/** When the card was last used to log in to the portal since the browser started; null: it was not. */
export async function lastCardAccess(): Promise<number | null> {
  const kept = await sessionGet(key);
  return typeof kept === "number" ? kept : null;
}
