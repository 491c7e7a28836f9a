import { type Day, dayFromIso, dayInTbilisi } from "../calendar/day.ts";
import type { Consent, ConsentEvent } from "./record.ts";
import type { ConsentState } from "./vocabulary.ts";

/** As much of a consent as says whether it holds. */
export interface Granted extends Pick<Consent, "validUntil"> {
  readonly events: readonly Pick<ConsentEvent, "state" | "at">[];
}

/** The state on that day: the last event's, or `expired` once its last day has passed. */
export function consentState(consent: Granted, today: Day): ConsentState {
  const last = consent.events.at(-1)?.state ?? "unknown";
  return isValid(last) && today > (lastDayOf(consent) ?? Infinity) ? "expired" : last;
}

/** Its last day; null: none is stated, or it was given anew after that day, and nobody has said until when. */
export function lastDayOf({ validUntil, events }: Granted): Day | null {
  const day = validUntil === null ? null : dayFromIso(validUntil);
  const last = events.at(-1);
  return day !== null && last?.state === "renewed" && dayInTbilisi(Date.parse(last.at)) > day ? null : day;
}

/** Only a consent that was given, or given anew, carries processing (ISO/IEC TS 27560, event states). */
export function isValid(state: ConsentState): boolean {
  return state === "given" || state === "renewed";
}

/** The day on which a consent stopped carrying anything; null: it never did, or still does. */
export function endedOn(consent: Granted, today: Day): Day | null {
  const state = consentState(consent, today);
  if (isValid(state)) return null;
  if (state === "expired" && isValid(consent.events.at(-1)?.state ?? "unknown")) return (lastDayOf(consent) ?? today) + 1;
  if (!["withdrawn", "expired", "terminated", "invalidated"].includes(state)) return null;
  const ended = consent.events.at(-1);
  return ended ? dayInTbilisi(Date.parse(ended.at)) : null;
}
