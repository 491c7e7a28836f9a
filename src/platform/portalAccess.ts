// What src/favourites/access.ts decides of, kept. Gone with the browser, as the portal's own session is at the latest.
import { isFields } from "../codec/fields.ts";
import { accessAfter, type FormWay, type PortalAccess, sentAfter, type SentForm } from "../favourites/access.ts";
import { onSessionChanged, sessionGet, sessionRemove, sessionSet } from "./sessionStore.ts";

const key = "portal-access";
const prefix = "signing-in:";

/** @param now milliseconds since the epoch */
export async function noteCardAccess(now: number): Promise<void> {
  await sessionSet(key, { way: "card", at: now } satisfies PortalAccess);
}

/** A form to sign in with was sent in this tab. @param now milliseconds since the epoch */
export async function noteSignIn(tabId: number, way: FormWay, now: number): Promise<void> {
  await sessionSet(prefix + tabId, sentAfter(await sentIn(tabId), way, now));
}

async function sentIn(tabId: number): Promise<SentForm | null> {
  const kept = parseAccess(await sessionGet(prefix + tabId));
  return kept && kept.way !== "card" ? { way: kept.way, at: kept.at } : null;
}

/** Whether it is still to be seen whether somebody came in in this tab. */
export async function isSigningIn(tabId: number): Promise<boolean> {
  return (await sentIn(tabId)) !== null;
}

/** The portal has shown a page in this tab. @param seen see accessAfter @param now milliseconds since the epoch */
export async function settleSignIn(tabId: number, seen: "in" | "asked", now: number): Promise<void> {
  const known = await lastAccess();
  const after = accessAfter(known, await sentIn(tabId), seen, now);
  await forgetSignIn(tabId);
  if (after !== known) await sessionSet(key, after);
}

/** The tab is gone. */
export async function forgetSignIn(tabId: number): Promise<void> {
  await sessionRemove(prefix + tabId);
}

/** How the person came in last since the browser started; null: not that we know. */
export async function lastAccess(): Promise<PortalAccess | null> {
  return parseAccess(await sessionGet(key));
}

function parseAccess(kept: unknown): PortalAccess | null {
  if (!isFields(kept)) return null;
  const way = (["card", "password", "code", "both"] as const).find((one) => one === kept["way"]);
  const { at } = kept;
  return way && typeof at === "number" ? { way, at } : null;
}

/** Calls `listener` after each change, until the returned function is called. */
export function onAccessChanged(listener: () => void): () => void {
  return onSessionChanged(key, listener);
}
