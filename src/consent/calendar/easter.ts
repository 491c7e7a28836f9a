import { type Day, dayOf } from "./day.ts";

/**
 * Orthodox Easter Sunday in the Gregorian calendar: Meeus's Julian computus, and the days by which the two calendars
 * differ. Astronomical Algorithms, 2nd edition, chapter 8.
 * @param year 1900 to 2199
 */
export function orthodoxEaster(year: number): Day {
  const a = year % 4;
  const b = year % 7;
  const c = year % 19;
  const d = (19 * c + 15) % 30;
  const e = (2 * a + 4 * b - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const date = ((d + e + 114) % 31) + 1;
  return dayOf(year, month, date) + julianLag(year);
}

/** Days between a Julian date and the Gregorian date written the same, for Easter (after 28 February) of that year. */
function julianLag(year: number): number {
  return Math.floor(year / 100) - Math.floor(year / 400) - 2;
}
