// A second Georgian calendar that shares nothing with src/consent/calendar: Easter by the paschal full moon of the
// 19-year tables and the Julian day number, days as native dates, holidays typed anew.

/** Julian (calendar) paschal full moons by golden number, as church tables print them: [month, day]. */
const paschalMoons: readonly (readonly [number, number])[] = [
  [4, 5], [3, 25], [4, 13], [4, 2], [3, 22], [4, 10], [3, 30], [4, 18], [4, 7], [3, 27],
  [4, 15], [4, 4], [3, 24], [4, 12], [4, 1], [3, 21], [4, 9], [3, 29], [4, 17],
];

/** Julian day number of a date of the Julian calendar at noon. */
function julianDayNumber(year: number, month: number, date: number): number {
  return 367 * year - Math.floor((7 * (year + 5001 + Math.trunc((month - 9) / 7))) / 4) + Math.floor((275 * month) / 9) + date + 1_729_777;
}

/** ISO date of Orthodox Easter in the Gregorian calendar. */
export function easterByTables(year: number): string {
  const [month, date] = paschalMoons[year % 19] ?? [0, 0];
  let number = julianDayNumber(year, month, date);
  // The Sunday after the full moon, never on it. A Julian day number divisible by 7 is a Monday.
  do number += 1;
  while (number % 7 !== 6);
  // 2440588 is 1970-01-01.
  return new Date((number - 2_440_588) * 86_400_000).toISOString().slice(0, 10);
}

const fixed = "01-01 01-02 01-07 01-19 03-03 03-08 04-09 05-09 05-12 05-26 08-28 10-14 11-23".split(" ");
const declared = "2024-05-07 2024-05-08 2024-05-10 2026-01-05 2026-01-06".split(" ");

const shift = (iso: string, days: number): string => {
  const at = new Date(`${iso}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

const easterDays = new Map<number, readonly string[]>();

export function isRestDay(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  let easter = easterDays.get(year);
  if (!easter) {
    const sunday = easterByTables(year);
    easter = [shift(sunday, -2), shift(sunday, -1), sunday, shift(sunday, 1)];
    easterDays.set(year, easter);
  }
  const name = new Date(`${iso}T12:00:00Z`).toUTCString().slice(0, 3);
  return name === "Sat" || name === "Sun" || fixed.includes(iso.slice(5)) || (year >= 2024 && iso.endsWith("-05-17")) || declared.includes(iso) || easter.includes(iso);
}

/** The `count`th working day after `from`, one step at a time. */
export function walk(from: string, count: number): string {
  let at = from;
  let left = count;
  while (left > 0) {
    at = shift(at, 1);
    if (!isRestDay(at)) left -= 1;
  }
  return at;
}
