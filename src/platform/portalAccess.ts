// How the person came into the portal, as far as the extension knows: a login with the card went through it; a password was sent
// off in a form of the portal (what was in it is not looked at). Gone with the browser, as the portal's own session is at the latest.
import { isFields } from "../codec/fields.ts";
import { onSessionChanged, sessionGet, sessionSet } from "./sessionStore.ts";

const key = "portal-access";

export interface PortalAccess {
  readonly way: "card" | "password";
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** @param now milliseconds since the epoch */
export async function noteAccess(way: PortalAccess["way"], now: number): Promise<void> {
  await sessionSet(key, { way, at: now } satisfies PortalAccess);
}

/** The portal asks for a password: whoever came in with one has gone, or was not let in. */
export async function forgetPasswordAccess(): Promise<void> {
  if ((await lastAccess())?.way === "password") await sessionSet(key, null);
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
