// By when the person themself has to act: what is let pass here is lost, and nobody else's fault.
import { addMonths, type Day, dayFromIso } from "../calendar/day.ts";
import { administrativeComplaintFiling, administrativeSilenceFiling } from "../data/statutes.ts";
import { decidingTypes, type RequestEvent } from "./event.ts";
import type { Phase } from "./phase.ts";
import type { DataRequest } from "./request.ts";

type Filing = Pick<DataRequest, "kind" | "events" | "complainTo" | "decidedOn">;

/** The day on which the person got to know the answer that stands; null: none does. */
export function decidedOn(events: readonly RequestEvent[], phase: Phase): Day | null {
  if (phase !== "refused" && phase !== "partial") return null;
  return dayFromIso(events.findLast(({ type }) => decidingTypes.includes(type))?.on ?? "");
}

/** A complaint that is still to be filed with the body that decided, or the one above it. */
const unfiled: readonly Phase[] = ["draft", "signed", "returned"];

/** From which day the time for an administrative complaint runs: about the answer that stands, or, where the request is itself the complaint, about what was decided before; null: nobody said, or it is filed. */
export function filedFrom({ kind, events, complainTo, decidedOn: known }: Filing, phase: Phase): Day | null {
  if (kind !== "complaint") return decidedOn(events, phase);
  return complainTo?.kind === "higherBody" && unfiled.includes(phase) ? dayFromIso(known ?? "") : null;
}

/** The last day for an administrative complaint about what was decided on a day. Not moved to a working day: who is told of the earlier one is never late. */
export const lastFilingDay = (on: Day): Day => addMonths(on, administrativeComplaintFiling.months);

/**
 * The last day to file: a complaint about a decision that is written and not sent; one of what became of a request for public information, that
 * it was refused, all of it or a part, or that the time passed in silence, which may be complained of for longer: by the narrower reading nobody
 * is late. Null: nothing is to be complained of by any day that is known.
 * @param silentFrom the first day on which it is late by the earliest reading; null: it is not late
 */
export function filingDay(request: Filing, phase: Phase, silentFrom: Day | null): Day | null {
  if (request.kind !== "publicInformation" && request.kind !== "complaint") return null;
  const on = filedFrom(request, phase);
  if (on !== null) return lastFilingDay(on);
  return silentFrom === null || request.kind === "complaint" ? null : addMonths(silentFrom, administrativeSilenceFiling.months);
}
