// What src/favourites/access.ts decides of, kept. Gone with the browser, as the portal's own session is at the latest.
import { isFields } from "../codec/fields.ts";
import { accessAfter, type PortalAccess } from "../favourites/access.ts";
import { onSessionChanged, sessionGet, sessionRemove, sessionSet } from "./sessionStore.ts";

const key = "portal-access";
const prefix = "signing-in:";

/** @param now milliseconds since the epoch */
export async function noteCardAccess(now: number): Promise<void> {
  await sessionSet(key, { way: "card", at: now } satisfies PortalAccess);
}

/** A form to sign in with was sent in this tab. @param now milliseconds since the epoch */
export async function noteSignIn(tabId: number, now: number): Promise<void> {
  await sessionSet(prefix + tabId, now);
}

/** Whether it is still to be seen whether somebody came in in this tab. */
export async function isSigningIn(tabId: number): Promise<boolean> {
  return typeof (await sessionGet(prefix + tabId)) === "number";
}

/** The portal has shown a page in this tab. @param seen see accessAfter @param now milliseconds since the epoch */
export async function settleSignIn(tabId: number, seen: "in" | "asked", now: number): Promise<void> {
  const sent = await sessionGet(prefix + tabId);
  const known = await lastAccess();
  const after = accessAfter(known, typeof sent === "number" ? sent : null, seen, now);
  await forgetSignIn(tabId);
  if (after !== known) await sessionSet(key, after);
}

/** The tab is gone. */
export async function forgetSignIn(tabId: number): Promise<void> {
  await sessionRemove(prefix + tabId);
}

/** How the person came in last since the browser started; null: not that we know. */
export async function lastAccess(): Promise<PortalAccess | null> {
  const kept = await sessionGet(key);
  if (!isFields(kept)) return null;
  const { way, at } = kept;
  return (way === "card" || way === "password") && typeof at === "number" ? { way, at } : null;
}

/** Calls `listener` after each change, until the returned function is called. */
export function onAccessChanged(listener: () => void): () => void {
  return onSessionChanged(key, listener);
}
