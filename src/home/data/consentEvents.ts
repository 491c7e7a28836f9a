// What became of a consent, day by day, as the person enters it. Days are compared and not instants: what happened on the day of
// the last event happened after it, whatever the hour was, and an import may have written its hours in another zone.
import { type Day, dayInTbilisi } from "../../consent/calendar/day.ts";
import type { Consent, ConsentEvent } from "../../consent/record/record.ts";
import { atLeast } from "../../consent/request/outcome.ts";

/**
 * What happened today happened now; what happened on another day, at its beginning in Tbilisi; never before what was last.
 * @param now milliseconds since the epoch
 * @returns an ISO instant
 */
export function instantOn(day: Day, now: number, last: ConsentEvent | undefined): string {
  const at = atLeast(last?.at, day);
  return day === dayInTbilisi(now) ? new Date(Math.max(now, Date.parse(at))).toISOString() : at;
}

/**
 * Whether the person entered it, and may take it back: nothing that was seen elsewhere bears it out. Of what was entered before that
 * was noted, an imported consent tells only by its time: whatever came with the file had happened by then.
 */
export function isOwnEvent({ confidence, createdAt, evidence }: Consent, { at, enteredAt }: ConsentEvent): boolean {
  if (enteredAt !== null) return true;
  const witnessed = evidence.some(({ kind, seenAt }) => kind !== "own" && Date.parse(seenAt) === Date.parse(at));
  return !witnessed && (confidence !== "imported" || Date.parse(at) > Date.parse(createdAt));
}

/** A consent that the person let a letter's outcome change: what that added is theirs. @param before as it is on record @param now ISO instant */
export function enteredSince(consent: Consent, before: Consent | undefined, now: string): Consent {
  return { ...consent, events: consent.events.map((one) => (before?.events.includes(one) ? one : { ...one, enteredAt: now })) };
}
