// By when the person themself has to act: what is let pass here is lost, and nobody else's fault.
import { addMonths, type Day, dayFromIso } from "../calendar/day.ts";
import { administrativeComplaintFiling } from "../data/statutes.ts";
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

/** The last day to complain of a refusal of public information, all of it or a part; null: nothing is to be complained of by any day that is known. */
export function filingDay(kind: RequestKind, events: readonly RequestEvent[], phase: Phase): Day | null {
  const on = kind === "publicInformation" ? decidedOn(events, phase) : null;
  return on === null ? null : lastFilingDay(on);
}
