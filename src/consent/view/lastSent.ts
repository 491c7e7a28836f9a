import type { TrackedRequest } from "./overview.ts";

/** A request that is there for something on record. */
export interface Asking {
  readonly requestId: string;
  /** ISO date; null: not sent yet. */
  readonly sentOn: string | null;
}

/** The day on which it was sent last, as an ISO date; null: not sent yet. */
export function sentOn(events: TrackedRequest["request"]["events"]): string | null {
  return events.findLast(({ type }) => type === "sent")?.on ?? null;
}

/** @returns the last request sent of these, else one that is begun; null: there is none */
export function lastSent(meant: readonly TrackedRequest[]): Asking | null {
  const all = meant.map(({ request }): Asking => ({ requestId: request.id, sentOn: sentOn(request.events) }));
  return all.toSorted((a, b) => ((a.sentOn ?? "") < (b.sentOn ?? "") ? 1 : -1))[0] ?? null;
}
