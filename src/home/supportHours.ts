// The portal's help line: 10 to 18 on working days, as its terms of use say. Tbilisi is UTC+4 all year.
const tbilisiMs = 4 * 3_600_000;

/** @param now milliseconds since the epoch */
export function supportIsOpen(now: number): boolean {
  const there = new Date(now + tbilisiMs);
  const day = there.getUTCDay();
  const hour = there.getUTCHours();
  return day >= 1 && day <= 5 && hour >= 10 && hour < 18;
}
