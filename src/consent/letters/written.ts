// What a letter writes where something may be missing.
import { dayFromIso, georgianDate } from "../calendar/day.ts";

/** What nobody has told us yet is a line to write on, never a hole. */
export const byHand = "____________________";

/** The text, trimmed; null for nothing or blanks. */
export function written(text: string | null | undefined): string | null {
  return text?.trim() || null;
}

/** An ISO date as Georgia writes it; what is none, as it is. */
export function writtenDay(iso: string): string {
  const day = dayFromIso(iso);
  return day === null ? iso : georgianDate(day);
}

/** A value of a template that only says that something is so. */
export const flag = (holds: boolean): "1" | null => (holds ? "1" : null);
