import { isFields } from "../../codec/fields.ts";
import { dayFromIso } from "./day.ts";
import type { CalendarChanges } from "./workCalendar.ts";

/** Where the vault keeps the person's own days off: a record of `settings`. */
export const calendarRecordId = "work-calendar";

/** The person's own days off as they were stored; what is no date is left out. */
export function parseCalendarChanges(value: unknown): CalendarChanges {
  const list = (name: string): readonly string[] => {
    const found = isFields(value) ? value[name] : null;
    return Array.isArray(found) ? found.filter((one): one is string => typeof one === "string" && dayFromIso(one) !== null) : [];
  };
  return { daysOff: list("daysOff"), worked: list("worked") };
}
