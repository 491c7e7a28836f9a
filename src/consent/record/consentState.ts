import { type Day, dayFromIso, dayInTbilisi } from "../calendar/day.ts";
import type { Consent, ConsentEvent } from "./record.ts";
import type { ConsentState } from "./vocabulary.ts";

/** As much of a consent as says whether it holds. */
export interface Granted extends Pick<Consent, "validUntil"> {
  readonly events: readonly Happened[];
}

type Happened = Pick<ConsentEvent, "state" | "at">;

/** Being asked, or putting the answer off, decides nothing: what was given is given still, and what was taken back is not there again. */
const undecided: readonly ConsentState[] = ["requested", "deferred"];

/**
 * The event that a consent stands on: the last that decided something, else the last. An end that another program has written down
 * for a day to come has not come yet.
 */
export function decidedBy<T extends Happened>(events: readonly T[], today: Day = Infinity): T | undefined {
  return events.findLast((one) => !undecided.includes(one.state) && (isValid(one.state) || dayOfEvent(one) <= today)) ?? events.at(-1);
}

/** The day in Tbilisi on which it happened. */
export const dayOfEvent = ({ at }: Pick<ConsentEvent, "at">): Day => dayInTbilisi(Date.parse(at));

/** The last that had happened by the end of that day. */
export function lastBy<T extends Happened>(events: readonly T[], day: Day): T | undefined {
  return events.findLast((one) => dayOfEvent(one) <= day);
}

/** The day on which it was given last; null: never, as far as is known. */
export function givenOn(events: readonly Happened[]): Day | null {
  const given = events.findLast(({ state }) => isValid(state));
  return given ? dayOfEvent(given) : null;
}

/** With one more, in its place: not behind what is written down for a later day. */
export function withEvent<T extends Happened>(events: readonly T[], event: T): readonly T[] {
  return events.toSpliced(events.findLastIndex((one) => dayOfEvent(one) <= dayOfEvent(event)) + 1, 0, event);
}

/** The state on that day: that of the event it stands on, or `expired` once its last day has passed. */
export function consentState(consent: Granted, today: Day): ConsentState {
  const decided = decidedBy(consent.events, today)?.state ?? "unknown";
  return isValid(decided) && today > (lastDayOf(consent) ?? Infinity) ? "expired" : decided;
}

/** Its last day; null: none is stated, or it was given anew after that day, and nobody has said until when. */
export function lastDayOf({ validUntil, events }: Granted): Day | null {
  const day = validUntil === null ? null : dayFromIso(validUntil);
  const given = events.filter(({ state }) => isValid(state));
  const last = given.at(-1);
  const anew = last !== undefined && (last.state === "renewed" || given.length > 1);
  return day !== null && anew && dayOfEvent(last) > day ? null : day;
}

/** Only a consent that was given, or given anew, carries processing (ISO/IEC TS 27560, event states). */
export function isValid(state: ConsentState): boolean {
  return state === "given" || state === "renewed";
}

/** The day on which a consent stopped carrying anything; null: it never did, or still does. */
export function endedOn(consent: Granted, today: Day): Day | null {
  const state = consentState(consent, today);
  if (isValid(state)) return null;
  const decided = decidedBy(consent.events, today);
  if (!decided) return null;
  if (isValid(decided.state)) return (lastDayOf(consent) ?? today) + 1;
  // Who only ever refused gave nothing that could end.
  if (state === "refused" && !consent.events.some((one) => isValid(one.state))) return null;
  return ["refused", "withdrawn", "expired", "terminated", "invalidated"].includes(state) ? dayOfEvent(decided) : null;
}
