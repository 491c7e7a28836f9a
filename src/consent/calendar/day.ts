// [Note: days] Legal time limits run in whole days of Tbilisi, so inside the engine a day is a number: days since
// 1970-01-01 in the proleptic Gregorian calendar. At the edges it is an ISO date, `2026-11-24`. No Date object crosses
// this file, because a Date has the machine's time zone in it and a person abroad has the same deadlines.

/** Days since 1970-01-01. */
export type Day = number;

const msPerDay = 86_400_000;

/** Georgia has been at UTC+4 without summer time since 27 March 2005 (tz database, Asia/Tbilisi). */
const tbilisiMs = 4 * 3_600_000;

/** @returns the day it is in Tbilisi at `ms` (milliseconds since the epoch, from 28 March 2005 on). */
export function dayInTbilisi(ms: number): Day {
  return Math.floor((ms + tbilisiMs) / msPerDay);
}

/** @returns the instant at which that day begins in Tbilisi, in milliseconds since the epoch. */
export function startInTbilisi(day: Day): number {
  return day * msPerDay - tbilisiMs;
}

export function dayOf(year: number, month: number, date: number): Day {
  return Math.round(Date.UTC(year, month - 1, date) / msPerDay);
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export function civilDate(day: Day): CivilDate {
  const at = new Date(day * msPerDay);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/** `2026-11-24` (ISO 8601). */
export function isoOf(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** @returns null for anything but an existing day written as `YYYY-MM-DD`, 1900 to 2199. */
export function dayFromIso(text: string): Day | null {
  // Asked thousands of times when a page opens: digits are read where they stand.
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return null;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const date = digits(text, 8);
  return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month) ? dayOf(year, month, date) : null;
}

/** Two digits as a number; NaN if they are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The same date `months` later; where that month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilDate(day);
  const first = dayOf(year, month + months, 1);
  const next = dayOf(year, month + months + 1, 1);
  return Math.min(first + date - 1, next - 1);
}

/** `24.11.2026`, as dates are written in Georgia. */
export function georgianDate(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${String(date).padStart(2, "0")}.${String(month).padStart(2, "0")}.${year}`;
}

/**
 * `4.11.2026`, `04.11.2026`, or with another mark or a blank between the numbers (`4/11/2026`), as an ISO date; anything
 * else, and days that do not exist, as they are. A year of two digits is no date: which century, only the person knows.
 */
export function isoFromGeorgian(text: string): string {
  const match = /^(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{4})\.?$/.exec(text.trim());
  const iso = match ? `${match[3]}-${(match[2] ?? "").padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}` : "";
  return dayFromIso(iso) === null ? text.trim() : iso;
}

/** The day on which an ISO instant falls in Tbilisi, as Georgia writes it: on every computer the same, and the day that was entered. */
export function georgianInstant(instant: string): string {
  return georgianDate(dayInTbilisi(Date.parse(instant)));
}

/** An ISO date as Georgia writes it: 2026-11-24 → 24.11.2026. What is no date yet stays as it was typed. */
export function georgianIso(iso: string): string {
  return iso.split("-").toReversed().join(".");
}
