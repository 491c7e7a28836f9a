// The person's own days off in the vault. Each change begins with what lies there: a day that another window has entered since is not
// lost, because a wrong calendar moves a deadline.
import { calendarRecordId, parseCalendarChanges } from "../../consent/calendar/calendarChanges.ts";
import type { CalendarChanges } from "../../consent/calendar/workCalendar.ts";
import type { VaultApi } from "../../vault/api.ts";
import { codeOf } from "../../vault/error.ts";

type Kept = Pick<VaultApi, "records">;

/** Another window may be faster once or twice, and no more. */
const tries = 5;

export async function readDays({ records }: Kept): Promise<CalendarChanges> {
  return parseCalendarChanges((await records.get("settings", calendarRecordId))?.value);
}

/** @returns the days as they are now. @throws if the vault does not take them */
export async function changeDays({ records }: Kept, change: (now: CalendarChanges) => CalendarChanges): Promise<CalendarChanges> {
  for (let left = tries; ; left -= 1) {
    const stored = await records.get("settings", calendarRecordId);
    const next = change(parseCalendarChanges(stored?.value));
    try {
      await records.put("settings", calendarRecordId, { daysOff: [...next.daysOff], worked: [...next.worked] }, stored?.version ?? null);
      return next;
    } catch (error) {
      if (codeOf(error) !== "CONFLICT" || left <= 1) throw error;
    }
  }
}

/** With a day that is off, or worked; it is never both. */
export function withDay(changes: CalendarChanges, iso: string, off: boolean): CalendarChanges {
  const { daysOff, worked } = withoutDay(changes, iso);
  return off ? { daysOff: [...daysOff, iso], worked } : { daysOff, worked: [...worked, iso] };
}

export function withoutDay({ daysOff, worked }: CalendarChanges, iso: string): CalendarChanges {
  return { daysOff: daysOff.filter((one) => one !== iso), worked: worked.filter((one) => one !== iso) };
}
