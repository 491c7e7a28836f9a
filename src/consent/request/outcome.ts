// What a request that arrived or was answered means for the record: a consent that is taken back, data that are gone. It is
// proposed to the person, who has seen the answer.
import { type Day, dayFromIso, dayInTbilisi, isoOf, startInTbilisi } from "../calendar/day.ts";
import { consentState, isValid } from "../record/consentState.ts";
import { type Consent, type Holding, unknownHandling } from "../record/record.ts";
import type { DataRequest } from "./request.ts";

/** The records as they would be. */
export type RequestOutcome = { readonly kind: "withdrawn"; readonly changed: readonly Consent[] } | { readonly kind: "ended"; readonly changed: readonly Holding[] };

/**
 * @param holdings those of the organisation asked
 * @param consents those given to it
 * @returns null: nothing follows, it is on record already, or nobody can tell which record is meant
 */
export function outcomeOf(request: DataRequest, holdings: readonly Holding[], consents: readonly Consent[], today: Day): RequestOutcome | null {
  if (request.asker !== "self") return null;
  if (request.kind === "withdraw") return withdrawn(request, consents, today);
  return request.kind === "erase" ? ended(request, holdings) : null;
}

/** A consent ends once its withdrawal has arrived, whatever is answered. */
function withdrawn({ holdingId, asked, events }: DataRequest, consents: readonly Consent[], today: Day): RequestOutcome | null {
  const day = dayOf(events, "received");
  if (day === null) return null;
  const lasting = consents.filter((one) => isValid(consentState(one, today)) && dayInTbilisi(Date.parse(one.events.at(-1)?.at ?? "")) <= day);
  const meant = lasting.filter((one) => holdingId === null || one.holdingId === holdingId);
  // A letter that names no consent takes all of them back; one that names one without its record could mean any.
  if (meant.length === 0 || (meant.length > 1 && holdingId === null && asked.consent !== null)) return null;
  return { kind: "withdrawn", changed: meant.map((one) => ({ ...one, events: [...one.events, { state: "withdrawn", at: atLeast(one.events.at(-1)?.at, day), note: null }] })) };
}

/** An erasure is over when the organisation says it is done. */
function ended({ holdingId, events }: DataRequest, holdings: readonly Holding[]): RequestOutcome | null {
  const day = dayOf(events, "satisfied");
  const held = holdings.filter((one) => !one.handling?.ended && (holdingId === null ? holdings.length === 1 : one.id === holdingId));
  if (day === null || held.length === 0) return null;
  return { kind: "ended", changed: held.map((one) => ({ ...one, handling: { ...(one.handling ?? unknownHandling), ended: { how: "destroyed", on: isoOf(day) } } })) };
}

function dayOf(events: DataRequest["events"], type: "received" | "satisfied"): Day | null {
  const found = events.findLast((one) => one.type === type);
  return found ? dayFromIso(found.on) : null;
}

/** The beginning of that day, or the last event's instant where that came later on the same day. */
function atLeast(last: string | undefined, day: Day): string {
  return new Date(Math.max(startInTbilisi(day), last === undefined ? 0 : Date.parse(last))).toISOString();
}
