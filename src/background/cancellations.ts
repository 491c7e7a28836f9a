// A page may ask again after the person said no, but not for ever: three times in a minute, then that tab's origin is
// answered without a window until the minute is over. Requests that the page itself lets drop (it reloads) count half:
// they, too, open a window each.
import { sessionGet, sessionRemove, sessionSet } from "../platform/sessionStore.ts";

const most = 6;
const weights = { declined: 2, dropped: 1 } as const;
const windowMs = 60_000;

function key(tabId: number): string {
  return `cancelled:${tabId}`;
}

interface Cancellations {
  readonly origin: string;
  readonly times: readonly number[];
}

/** @param how the person said no or let the time run out; or nobody waited any more. */
export async function noteCancellation(tabId: number, origin: string, now: number, how: keyof typeof weights): Promise<void> {
  const added = Array.from({ length: weights[how] }, () => now);
  await sessionSet(key(tabId), { origin, times: [...(await recent(tabId, origin, now)), ...added] } satisfies Cancellations);
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
