// [Note: given out] A calendar file is gone from our hands once it is saved, and what it said stays in the person's calendar.
// So the vault remembers the names and days that it gave out, and nothing else of them: a record that was removed since, or that
// has no such day any more, still goes out as cancelled, by a name that says nothing. A day that has passed reminds nobody, and
// is forgotten.
import { isFields } from "../../codec/fields.ts";
import type { Day } from "../calendar/day.ts";
import type { CalendarEntry } from "../ics.ts";

export interface GivenEntry extends Pick<CalendarEntry, "uid" | "day" | "cancelled"> {}

/**
 * Where the vault keeps them: records of `settings` whose names begin so. Each file writes a new one in place of those that it
 * has read, so that two computers that share a folder never have two versions of one.
 */
export const givenRecords = "calendar-given-";

/** @param values as they were stored. What is no such entry is left out; of one that stands in several, the last saved counts. */
export function parseGiven(values: readonly unknown[]): readonly GivenEntry[] {
  const kept = values.flatMap((value) => (isFields(value) && typeof value["savedAt"] === "number" && Array.isArray(value["entries"]) ? [{ savedAt: value["savedAt"], entries: value["entries"] }] : []));
  const all = kept.toSorted((a, b) => a.savedAt - b.savedAt).flatMap(({ entries }) => entries.flatMap((one: unknown) => entryOf(one)));
  return [...new Map(all.map((one) => [one.uid, one])).values()];
}

function entryOf(value: unknown): readonly GivenEntry[] {
  if (!isFields(value)) return [];
  const { uid, day, cancelled } = value;
  return typeof uid === "string" && typeof day === "number" && Number.isInteger(day) && typeof cancelled === "boolean" ? [{ uid, day, cancelled }] : [];
}

/**
 * What may be counted as gone. While anything can't be read, nothing: a day may stand on a consent or an organisation that is
 * still there, and the person's calendar is to keep it.
 */
export const countedGiven = (given: readonly GivenEntry[], unreadable: readonly unknown[]): readonly GivenEntry[] => (unreadable.length === 0 ? given : []);

/**
 * What the person's calendar still has of records that are gone, as a file would take it out.
 * @param entries of the records as they are now
 * @param summary what a calendar shows of an entry that it keeps as cancelled
 */
export function goneEntries(given: readonly GivenEntry[], entries: readonly CalendarEntry[], today: Day, summary: string): readonly CalendarEntry[] {
  const known = new Set(entries.map(({ uid }) => uid));
  return given.filter(({ uid, day }) => !known.has(uid) && day >= today).map(({ uid, day }) => ({ uid, day, summary, description: "", cancelled: true }));
}

/** How many entries of the person's calendar are not as the records say now: moved, over, or gone. */
export function staleCount(given: readonly GivenEntry[], entries: readonly CalendarEntry[], today: Day): number {
  const now = new Map(entries.map((one) => [one.uid, one]));
  return given.filter(({ uid, day, cancelled }) => {
    const one = now.get(uid);
    return one && !one.cancelled ? cancelled || one.day !== day : !cancelled && day >= today;
  }).length;
}

/** What is to be remembered once these have been saved. */
export function givenAfter(before: readonly GivenEntry[], saved: readonly CalendarEntry[], today: Day): readonly GivenEntry[] {
  const all = new Map([...before, ...saved].map(({ uid, day, cancelled }) => [uid, { uid, day, cancelled }]));
  return [...all.values()].filter(({ day }) => day >= today);
}
