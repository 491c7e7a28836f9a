// [Note: working days] A working day in Georgia is a day from Monday to Friday that is no public holiday (Labour Code,
// Article 30) and that the government has not given off. Holidays that fall on a weekend are not moved. What the
// government declares can't be computed: it is data, and the person may correct it, because a wrong calendar moves a
// deadline.
import holidays from "../data/holidays.json" with { type: "json" };
import { civilDate, type Day, dayFromIso, weekday } from "./day.ts";
import { orthodoxEaster } from "./easter.ts";

export interface DayName {
  readonly ka: string;
  readonly en: string;
}

/** What the person has changed: days off the data doesn't know, and days off that turned out to be worked. */
export interface CalendarChanges {
  /** ISO dates. */
  readonly daysOff: readonly string[];
  readonly worked: readonly string[];
}

export const noChanges: CalendarChanges = { daysOff: [], worked: [] };

export interface WorkCalendar {
  isWorking(day: Day): boolean;
  /** The name of the public holiday or day off; null on any other day, weekends among them. */
  holiday(day: Day): DayName | null;
}

const fixedByDate = new Map(holidays.fixed.map((one) => [one.date, one]));
const governmentByDay = new Map(holidays.government.map((one) => [dayFromIso(one.date), one]));
const changedByPerson: DayName = { ka: "თქვენ მიერ მონიშნული დასვენების დღე", en: "day off entered by you" };

/** @throws if a changed day is no ISO date */
export function workCalendar(changes: CalendarChanges = noChanges): WorkCalendar {
  const daysOff = new Set(changes.daysOff.map(existing));
  const worked = new Set(changes.worked.map(existing));
  const holiday = (day: Day): DayName | null => {
    if (worked.has(day)) return null;
    return publicHoliday(day) ?? governmentByDay.get(day) ?? (daysOff.has(day) ? changedByPerson : null);
  };
  // Thousands of requests ask about the same few hundred days.
  const known = new Map<Day, boolean>();
  return {
    holiday,
    isWorking: (day) => {
      const at = weekday(day);
      // A Saturday that the government has made a working day, as the person has entered it.
      if (at === 0 || at === 6) return worked.has(day);
      let working = known.get(day);
      if (working === undefined) known.set(day, (working = holiday(day) === null));
      return working;
    },
  };
}

/** A public holiday of the Labour Code; null on any other day. */
export function publicHoliday(day: Day): DayName | null {
  const { year, month, date } = civilDate(day);
  const fixed = fixedByDate.get(`${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
  if (fixed && year >= (fixed.since ?? 0)) return fixed;
  const offset = day - orthodoxEaster(year);
  return holidays.easter.find((one) => one.offset === offset) ?? null;
}

/** The `count`th working day after `from`; day zero is not counted, whatever it is. */
export function addWorkingDays(from: Day, count: number, calendar: WorkCalendar): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  let day = from;
  for (let left = count; left > 0; ) {
    day += 1;
    if (calendar.isWorking(day)) left -= 1;
  }
  return day;
}

/** The day itself if it is worked, else the next one that is. */
export function workingDayFrom(day: Day, calendar: WorkCalendar): Day {
  let at = day;
  while (!calendar.isWorking(at)) at += 1;
  return at;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (calendar.isWorking(day)) count += 1;
  return count;
}

function existing(text: string): Day {
  const day = dayFromIso(text);
  if (day === null) throw new RangeError("a changed day of the calendar is no date");
  return day;
}
