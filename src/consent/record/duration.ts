import { addMonths, type Day } from "../calendar/day.ts";

/** The last day of an ISO 8601 duration that begins on `start`: `P1Y6M`, `P90D`, `P2W`. Null for anything else: hours and minutes keep nobody's file. */
export function endOfDuration(start: Day, duration: string): Day | null {
  const match = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,5})D)?$/.exec(duration);
  if (!match) return null;
  const [, years = 0, months = 0, weeks = 0, days = 0] = match.map((part) => Number(part ?? 0));
  const whole = years * 12 + months;
  return (whole === 0 ? start : addMonths(start, whole)) + weeks * 7 + days;
}
