// By when the person themself has to act: what is let pass here is lost, and nobody else's fault.
import { addMonths, type Day, dayFromIso } from "../calendar/day.ts";
import { administrativeComplaintFiling, administrativeSilenceFiling } from "../data/statutes.ts";
import { decidingTypes, type RequestEvent } from "./event.ts";
import type { Phase } from "./phase.ts";
import type { RequestKind } from "../law/requestKind.ts";

/** The day on which the person got to know the answer that stands; null: none does. */
export function decidedOn(events: readonly RequestEvent[], phase: Phase): Day | null {
  if (phase !== "refused" && phase !== "partial") return null;
  return dayFromIso(events.findLast(({ type }) => decidingTypes.includes(type))?.on ?? "");
}

/** The last day for an administrative complaint about what was decided on a day. Not moved to a working day: who is told of the earlier one is never late. */
export const lastFilingDay = (on: Day): Day => addMonths(on, administrativeComplaintFiling.months);

/**
 * The last day to complain of what became of a request for public information: that it was refused, all of it or a part, or that the time passed
 * in silence, which may be complained of for longer: by the narrower reading nobody is late. Null: nothing is to be complained of by any day that is known.
 * @param silentFrom the first day on which it is late by the earliest reading; null: it is not late
 */
export function filingDay(kind: RequestKind, events: readonly RequestEvent[], phase: Phase, silentFrom: Day | null): Day | null {
  if (kind !== "publicInformation") return null;
  const on = decidedOn(events, phase);
  if (on !== null) return lastFilingDay(on);
  return silentFrom === null ? null : addMonths(silentFrom, administrativeSilenceFiling.months);
}
