// The portal's help line: 10 to 18 on working days, as its terms of use say; not on public holidays. In the time of Tbilisi.
import { type Day, dayInTbilisi, startInTbilisi, weekday } from "../consent/calendar/day.ts";
import { type DayName, type WorkCalendar, workCalendar, workingDayFrom } from "../consent/calendar/workCalendar.ts";

const opensAt = 10;
const closesAt = 18;
const msPerHour = 3_600_000;

export interface SupportHours {
  readonly open: boolean;
  /** Open: when it closes. Closed: when it opens next. Milliseconds since the epoch. */
  readonly until: number;
  /** The day, in Tbilisi, of `until`; and today's. */
  readonly day: Day;
  readonly today: Day;
  /** Why it is closed all day; null: it is only too early or too late. */
  readonly closedFor: DayName | "weekend" | null;
}

/** @param now milliseconds since the epoch */
export function supportHours(now: number, calendar: WorkCalendar = workCalendar()): SupportHours {
  const today = dayInTbilisi(now);
  const sinceMidnight = now - startInTbilisi(today);
  const working = calendar.isWorking(today);
  const at = weekday(today);
  const closedFor = calendar.holiday(today) ?? (at === 0 || at === 6 ? "weekend" : null);
  if (working && sinceMidnight >= opensAt * msPerHour && sinceMidnight < closesAt * msPerHour) {
    return { open: true, until: startInTbilisi(today) + closesAt * msPerHour, day: today, today, closedFor: null };
  }
  const day = workingDayFrom(working && sinceMidnight < opensAt * msPerHour ? today : today + 1, calendar);
  return { open: false, until: startInTbilisi(day) + opensAt * msPerHour, day, today, closedFor };
}
