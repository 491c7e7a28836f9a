// A page may ask again after the person said no, but not for ever: three times in a minute, then that tab's origin is
// answered without a window until the minute is over.
import { sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";

const most = 3;
const windowMs = 60_000;

function key(tabId: number): string {
  return `cancelled:${tabId}`;
}

interface Cancellations {
  readonly origin: string;
  readonly times: readonly number[];
}

export async function noteCancellation(tabId: number, origin: string, now: number): Promise<void> {
  await sessionSet(key(tabId), { origin, times: [...(await recent(tabId, origin, now)), now] } satisfies Cancellations);
}

export async function mayAskAgain(tabId: number, origin: string, now: number): Promise<boolean> {
  return (await recent(tabId, origin, now)).length < most;
}

export async function forgetCancellations(tabId: number): Promise<void> {
  await sessionRemove(key(tabId));
}

async function recent(tabId: number, origin: string, now: number): Promise<readonly number[]> {
  const stored = await sessionGet(key(tabId));
  return isCancellations(stored) && stored.origin === origin ? stored.times.filter((time) => now - time < windowMs) : [];
}

function isCancellations(value: unknown): value is Cancellations {
  return typeof value === "object" && value !== null && "origin" in value && "times" in value;
}
