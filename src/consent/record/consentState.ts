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
 * The event that a consent stands on: the last that decided something, else the last. What another program, or the person, has written
 * down for a day to come has not come yet: neither an end nor a beginning.
 */
export function decidedBy<T extends Happened>(events: readonly T[], today: Day): T | undefined {
  const come = events.filter((one) => dayOfEvent(one) <= today);
  return come.findLast((one) => !undecided.includes(one.state)) ?? come.at(-1);
}

/** The day to come from which it is given, where it is not today; null: there is none, or it was called off. */
export function beginsOn(consent: Granted, today: Day): Day | null {
  if (isValid(consentState(consent, today))) return null;
  const coming = consent.events.find((one) => dayOfEvent(one) > today && isValid(one.state) && isValid(consentState(consent, dayOfEvent(one))));
  return coming ? dayOfEvent(coming) : null;
}

/** The day in Tbilisi on which it happened. */
export const dayOfEvent = ({ at }: Pick<ConsentEvent, "at">): Day => dayInTbilisi(Date.parse(at));

/** The last that had happened by the end of that day. */
export function lastBy<T extends Happened>(events: readonly T[], day: Day): T | undefined {
  return events.findLast((one) => dayOfEvent(one) <= day);
}

/** The day on which it was given last, by the end of `day`; null: never, as far as is known. */
export function givenOn(events: readonly Happened[], day: Day): Day | null {
  const given = events.findLast((one) => isValid(one.state) && dayOfEvent(one) <= day);
  return given ? dayOfEvent(given) : null;
}

/** What takes a consent back, or finds that it is none: no other follows of its own accord. */
const callingOff: readonly ConsentState[] = ["refused", "withdrawn", "terminated", "invalidated"];

/**
 * With one more, in its place: not behind what is written down for a later day. Only what takes the consent back stands behind a grant
 * for a later day, which is known by then and is called off by it.
 */
export function withEvent<T extends Happened>(events: readonly T[], event: T): readonly T[] {
  const day = dayOfEvent(event);
  const callsOff = callingOff.includes(event.state);
  return events.toSpliced(events.findLastIndex((one) => dayOfEvent(one) <= day || (callsOff && isValid(one.state))) + 1, 0, event);
}

/** Whether it is a grant that was called off before its day: it never came about. @param events all of that consent, in their order */
export function isCalledOff<T extends Happened>(one: T, events: readonly T[]): boolean {
  return isValid(one.state) && events.slice(events.indexOf(one) + 1).some((later) => callingOff.includes(later.state) && dayOfEvent(later) < dayOfEvent(one));
}

/** What really came about, or may: without grants that were called off before their day. */
export function withoutCalledOff<T extends Happened>(events: readonly T[]): readonly T[] {
  return events.filter((one) => !isCalledOff(one, events));
}

/** The state on that day: that of the event it stands on, or `expired` once its last day has passed. */
export function consentState(consent: Granted, today: Day): ConsentState {
  const decided = decidedBy(consent.events, today)?.state ?? "unknown";
  return isValid(decided) && today > (lastDayOf(consent, today) ?? Infinity) ? "expired" : decided;
}

/**
 * Its last day; null: none is stated, or it was given anew after that day, and nobody has said until when. Giving it anew on a day to
 * come goes on from a last day only if nothing lies between the two.
 */
export function lastDayOf({ validUntil, events }: Granted, today: Day): Day | null {
  const day = validUntil === null ? null : dayFromIso(validUntil);
  if (day === null) return null;
  const given = events.filter((one) => isValid(one.state) && dayOfEvent(one) <= Math.max(today, day + 1));
  const last = given.at(-1);
  const anew = last !== undefined && (last.state === "renewed" || given.length > 1);
  return anew && dayOfEvent(last) > day ? null : day;
}

/** The day on which it was first given, where the last day that is stated comes before it: a slip of the hand. Null: no slip. */
export function givenAfterEnd({ validUntil, events }: Granted): Day | null {
  const day = validUntil === null ? null : dayFromIso(validUntil);
  const first = events.find(({ state }) => isValid(state));
  return day !== null && first !== undefined && dayOfEvent(first) > day ? dayOfEvent(first) : null;
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
  if (isValid(decided.state)) return (lastDayOf(consent, today) ?? today) + 1;
  // Who only ever refused gave nothing that could end.
  if (state === "refused" && !consent.events.some((one) => isValid(one.state))) return null;
  return state === "expired" || callingOff.includes(state) ? dayOfEvent(decided) : null;
}
