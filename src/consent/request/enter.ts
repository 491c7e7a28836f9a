import { dayFromIso, isoOf } from "../calendar/day.ts";
import type { EventType, RequestEvent } from "./event.ts";
import { type Appended, canHaveHappened, place } from "./phase.ts";
import type { Situation } from "./situation.ts";

/** What rests on it that nothing came in time, or comes after it. */
const afterSilence: readonly EventType[] = ["complained", "sued", "reminded", "satisfied", "partly", "refused", "promised", "deferred"];

/**
 * Adds what happened. Where the clock has found that the last day passed in silence, that is entered right before it, under its own day: what
 * a complaint rests on stays on record with it, and a late answer is known to have come late. Once only, and never behind an answer that
 * was entered before it: silence is not the last word there.
 * @param situation where the request stands today
 */
export function enter(events: readonly RequestEvent[], event: RequestEvent, { overdue, phase, complainFrom, restOwed }: Pick<Situation, "overdue" | "phase" | "complainFrom" | "restOwed">): Appended {
  const on = dayFromIso(event.on);
  const found = overdue && !restOwed && phase !== "silent" && complainFrom !== null && on !== null && on >= complainFrom && afterSilence.includes(event.type);
  const placed = place(events, event);
  if (!found || "refused" in placed) return placed;
  const silent: RequestEvent = { type: "silent", id: `silent-${event.id}`, on: isoOf(complainFrom), papers: [], note: null };
  if (events.some(({ type, on: known }) => type === "silent" && known === silent.on)) return placed;
  const all = placed.events.toSpliced(placed.events.findLastIndex(({ id }) => id === event.id), 0, silent);
  return canHaveHappened(all) ? { events: all } : placed;
}
