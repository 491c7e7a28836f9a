// Reminders for the calendar a person already uses (RFC 5545, RFC 7986). Each deadline keeps its UID for ever, and each
// later file has a higher SEQUENCE, so importing it again replaces the reminder instead of doubling it. The sequence is the
// file's own time: a day moves with what happens to a request, but with a day off of the government's and with the
// organisation's policy as well, and nothing of the person's counts all of them.
import { type Day, isoOf } from "./calendar/day.ts";

export interface CalendarEntry {
  /** Stable: `request id`-`rule set`-`stage`. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  /** The request is over: calendars take the entry out. */
  readonly cancelled: boolean;
}

/**
 * @param now milliseconds since the epoch
 * @returns the file's text, lines folded at 75 octets and ended by CRLF
 */
export function icsFile(entries: readonly CalendarEntry[], now: number): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const sequence = Math.max(0, Math.floor((now - epoch) / 1000));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Moqalaqe//Data requests//KA",
    "METHOD:PUBLISH",
    ...entries.flatMap((one) => [
      "BEGIN:VEVENT",
      `UID:${escape(one.uid)}@moqalaqe.invalid`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${dateOf(one.day)}`,
      `DTEND;VALUE=DATE:${dateOf(one.day + 1)}`,
      `SUMMARY:${escape(one.summary)}`,
      `DESCRIPTION:${escape(one.description)}`,
      `STATUS:${one.cancelled ? "CANCELLED" : "CONFIRMED"}`,
      "TRANSP:TRANSPARENT",
      ...(one.cancelled ? [] : ["BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escape(one.summary)}`, "TRIGGER:-P1D", "END:VALARM"]),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

/** Seconds since then fit the 31 bits of an iCalendar integer until 2094. */
const epoch = Date.UTC(2026, 0, 1);

const dateOf = (day: Day): string => isoOf(day).replaceAll("-", "");

/** Control characters are no part of a text (RFC 5545, 3.3.11), and a name that was read from a file may have them. */
const escape = (text: string): string => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`).replaceAll(/(?!\t)\p{Cc}/gu, "");

const encoder = new TextEncoder();

/** RFC 5545, 3.1: at most 75 octets a line, and no letter cut in two: a Georgian one has three octets. */
function fold(line: string): string {
  let folded = "";
  let length = 0;
  for (const letter of line) {
    const octets = encoder.encode(letter).length;
    if (length + octets > 75) {
      folded += "\r\n ";
      length = 1;
    }
    folded += letter;
    length += octets;
  }
  return folded;
}
