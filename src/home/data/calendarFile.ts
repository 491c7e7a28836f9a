// The calendar file, and the vault's memory of what it gave out: see [Note: given out].
import type { Day } from "../../consent/calendar/day.ts";
import { type CalendarEntry, icsFile } from "../../consent/ics.ts";
import { type GivenEntry, givenAfter, givenRecords, parseGiven } from "../../consent/view/calendarGiven.ts";
import type { StoredRecord } from "../../vault/api.ts";
import { vaultOfPage } from "../vault/useVault.ts";
import { saveFile } from "./files.ts";

const stored = async (): Promise<readonly StoredRecord[]> => (await vaultOfPage().records.list("settings")).filter(({ id }) => id.startsWith(givenRecords));

export async function readGiven(): Promise<readonly GivenEntry[]> {
  return parseGiven((await stored()).map(({ value }) => value));
}

/** @returns what is remembered now. Remembered first: a file that was saved and forgotten could never be taken back. */
export async function saveCalendar(name: string, entries: readonly CalendarEntry[], today: Day): Promise<readonly GivenEntry[]> {
  const before = await stored();
  const given = givenAfter(parseGiven(before.map(({ value }) => value)), entries, today);
  const savedAt = Date.now();
  await vaultOfPage().records.commit([
    { collection: "settings", id: `${givenRecords}${crypto.randomUUID()}`, value: { savedAt, entries: given.map(({ uid, day, cancelled }) => ({ uid, day, cancelled })) } },
    ...before.map(({ id }) => ({ collection: "settings" as const, id, remove: true as const })),
  ]);
  saveFile(name, icsFile(entries, savedAt), "text/calendar");
  return given;
}
