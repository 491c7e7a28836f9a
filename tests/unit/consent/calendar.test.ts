// The calendar against an independent computation: another algorithm for Easter (Gauss's, by way of the Julian day
// number), Intl for the time zone and the weekday, and a walk over every day from 1990 to 2099.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMonths, civilDate, dayFromIso, dayInTbilisi, dayOf, georgianDate, isoFromGeorgian, isoOf, startInTbilisi, weekday } from "../../../src/consent/calendar/day.ts";
import { orthodoxEaster } from "../../../src/consent/calendar/easter.ts";
import { addWorkingDays, publicHoliday, workCalendar, workingDayFrom, workingDaysBetween } from "../../../src/consent/calendar/workCalendar.ts";
import { easterByTables, isRestDay, walk } from "./independentCalendar.ts";

const day = (iso: string): number => {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(`no date: ${iso}`);
  return found;
};
const calendar = workCalendar();
const first = dayOf(1990, 1, 1);
const last = dayOf(2099, 12, 31);

describe("Orthodox Easter", () => {
  it("as another algorithm has it, in every year from 1900 to 2199", () => {
    for (let year = 1900; year <= 2199; year += 1) expect(isoOf(orthodoxEaster(year)), String(year)).toBe(easterByTables(year));
  });
  it.each([
    "2020-04-19", "2021-05-02", "2022-04-24", "2023-04-16", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28",
    "2031-04-13", "2032-05-02", "2033-04-24", "2034-04-09", "2035-04-29", "2036-04-20", "2037-04-05", "2038-04-25", "2039-04-17", "2040-05-06",
  ])("%s", (iso) => {
    expect(isoOf(orthodoxEaster(Number(iso.slice(0, 4))))).toBe(iso);
    expect(weekday(day(iso))).toBe(0);
  });
});

describe("days off", () => {
  it("every day from 1990 to 2099 is work or rest, as the independent walk says", () => {
    for (let at = first; at <= last; at += 1) {
      if (calendar.isWorking(at) === isRestDay(isoOf(at))) throw new Error(`they differ on ${isoOf(at)}`);
    }
  });
  it("a year has 18 holidays, 17 before 2024, fewer only where two fall on one day", () => {
    for (let year = 1990; year <= 2099; year += 1) {
      let count = 0;
      for (let at = dayOf(year, 1, 1); at < dayOf(year + 1, 1, 1); at += 1) if (publicHoliday(at)) count += 1;
      const easter = orthodoxEaster(year);
      const fixed = ["04-09", "05-09", "05-12", ...(year >= 2024 ? ["05-17"] : [])].map((date) => day(`${year}-${date}`));
      const clashes = fixed.filter((one) => one - easter >= -2 && one - easter <= 1).length;
      expect(count, String(year)).toBe((year >= 2024 ? 18 : 17) - clashes);
    }
  });
  // The collisions of fixed and movable feasts, each with the first working day that follows a rest.
  it.each([
    ["2023-04-13", "2023-04-18", "Good Friday to Easter Monday, 14 to 17 April"],
    ["2024-05-02", "2024-05-13", "Easter, two days off, 9 May, another day off, a weekend, 12 May on a Sunday"],
    ["2027-04-29", "2027-05-04", "Easter on 2 May"],
    ["2034-04-06", "2034-04-11", "Easter Sunday on 9 April, a holiday already"],
    ["2040-05-03", "2040-05-08", "Good Friday 4 May to Monday 7 May"],
    ["2040-05-08", "2040-05-10", "and 9 May right after it"],
    ["2026-01-02", "2026-01-08", "the government's 5 and 6 January between New Year and Christmas"],
    ["2024-05-16", "2024-05-20", "17 May is a holiday since 2024"],
    ["2023-05-16", "2023-05-17", "and was none before"],
  ])("after %s the next working day is %s: %s", (from, next) => {
    expect(isoOf(addWorkingDays(day(from), 1, calendar))).toBe(next);
  });
  it("the person adds days off and takes others back; what is no date is refused", () => {
    const own = workCalendar({ daysOff: ["2026-11-25"], worked: ["2026-01-05", "2026-11-23"] });
    expect(own.isWorking(day("2026-11-25"))).toBe(false);
    expect(own.holiday(day("2026-11-25"))?.en).toContain("you");
    expect(own.isWorking(day("2026-01-05"))).toBe(true);
    expect(own.isWorking(day("2026-11-23"))).toBe(true);
    // A Saturday that is worked counts; the next one, and the Sunday, do not.
    const saturday = workCalendar({ daysOff: [], worked: ["2026-11-28"] });
    expect([dayOf(2026, 11, 28), dayOf(2026, 11, 29), dayOf(2026, 12, 5)].map((one) => saturday.isWorking(one))).toEqual([true, false, false]);
    expect(isoOf(addWorkingDays(dayOf(2026, 11, 27), 1, saturday))).toBe("2026-11-28");
    expect(isoOf(addWorkingDays(dayOf(2026, 11, 27), 1, workCalendar()))).toBe("2026-11-30");
    expect(() => workCalendar({ daysOff: ["2026-02-30"], worked: [] })).toThrow("no date");
  });
});

describe("counting", () => {
  const anyDay = fc.integer({ min: first, max: last - 400 });
  it("working days: the same as a walk day by day that shares no code", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count, calendar);
        expect(isoOf(to)).toBe(walk(isoOf(from), count));
        expect(workingDaysBetween(from, to, calendar)).toBe(count);
        expect(workingDaysBetween(to, from, calendar) + count).toBe(0);
        if (count > 0) expect(calendar.isWorking(to)).toBe(true);
        expect(to).toBeGreaterThanOrEqual(from + count);
      }),
      { numRuns: 2000 },
    );
  });
  it("more days are never earlier; a later receipt never has an earlier end", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 }), (from, count, more) => {
        expect(addWorkingDays(from, count + more, calendar)).toBeGreaterThanOrEqual(addWorkingDays(from, count, calendar));
        expect(addWorkingDays(from + more, count, calendar)).toBeGreaterThanOrEqual(addWorkingDays(from, count, calendar));
        expect(workingDayFrom(from, calendar) - from).toBeLessThan(12);
      }),
    );
  });
  it("no half days and no days backwards", () => {
    expect(() => addWorkingDays(first, -1, calendar)).toThrow(RangeError);
    expect(() => addWorkingDays(first, 1.5, calendar)).toThrow(RangeError);
  });
});

describe("days", () => {
  it("ISO dates there and back; what is no date is null", () => {
    for (let at = first; at <= last; at += 1) if (dayFromIso(isoOf(at)) !== at) throw new Error(isoOf(at));
    for (const wrong of ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-00-10", "1826-01-01", "2026-01-01T00:00"]) expect(dayFromIso(wrong), wrong).toBeNull();
    expect(georgianDate(day("2026-11-04"))).toBe("04.11.2026");
    expect(["4.11.2026", " 04.11.2026", "4/11/2026", "4 11 2026", "4-11-2026.", "31.02.2026", "2026-11-04", "4.11", "1.1.26", ""].map(isoFromGeorgian)).toEqual(["2026-11-04", "2026-11-04", "2026-11-04", "2026-11-04", "2026-11-04", "31.02.2026", "2026-11-04", "4.11", "1.1.26", ""]);
    expect(civilDate(day("2028-02-29"))).toEqual({ year: 2028, month: 2, date: 29 });
  });
  it("the weekday is Intl's", () => {
    const names = new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "UTC" });
    for (let at = first; at <= last; at += 13) expect(names.format(new Date(at * 86_400_000))).toBe(["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday(at)]);
  });
  it("the day in Tbilisi is Intl's, to the second, from 2005 on", () => {
    const there = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tbilisi" });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2005, 2, 28), max: Date.UTC(2037, 11, 31) }), (ms) => {
        expect(isoOf(dayInTbilisi(ms))).toBe(there.format(new Date(ms)));
        const start = startInTbilisi(dayInTbilisi(ms));
        expect(dayInTbilisi(start)).toBe(dayInTbilisi(ms));
        expect(dayInTbilisi(start - 1)).toBe(dayInTbilisi(ms) - 1);
      }),
      { numRuns: 500 },
    );
  });
  it("months end where the month ends", () => {
    expect(isoOf(addMonths(day("2026-01-31"), 1))).toBe("2026-02-28");
    expect(isoOf(addMonths(day("2027-12-31"), 2))).toBe("2028-02-29");
    expect(isoOf(addMonths(day("2026-11-24"), 3))).toBe("2027-02-24");
  });
});
