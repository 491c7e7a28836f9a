// The calendar file, and the vault's memory of what it gave out: see [Note: given out].
import type { Day } from "../../consent/calendar/day.ts";
import { type CalendarEntry, icsFile } from "../../consent/ics.ts";
import { type GivenEntry, givenAfter, givenRecordId, parseGiven } from "../../consent/view/calendarGiven.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { saveFile } from "./files.ts";

export async function readGiven(): Promise<readonly GivenEntry[]> {
  return parseGiven((await vaultOfPage().records.get("settings", givenRecordId))?.value);
}

/** @returns what is remembered now. Remembered first: a file that was saved and forgotten could never be taken back. */
export async function saveCalendar(name: string, entries: readonly CalendarEntry[], today: Day): Promise<readonly GivenEntry[]> {
  const given = givenAfter(await readGiven(), entries, today);
  await vaultOfPage().records.put("settings", givenRecordId, { entries: given.map(({ uid, day, cancelled }) => ({ uid, day, cancelled })) });
  saveFile(name, icsFile(entries, Date.now()), "text/calendar");
  return given;
}
