// khal, a calendar by others, judges our calendar files: a later one moves and cancels what the first one brought.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { dayOf } from "../../src/consent/calendar/day.ts";
import { type CalendarEntry, icsFile } from "../../src/consent/ics.ts";
import { givenAfter, goneEntries } from "../../src/consent/view/calendarGiven.ts";

const folder = mkdtempSync(join(tmpdir(), "mq-khal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = `[calendars]
[[own]]
path = ${folder}/calendar
[locale]
local_timezone = Asia/Tbilisi
default_timezone = Asia/Tbilisi
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = ${folder}/index
`;

async function khal(...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)("khal", ["-c", join(folder, "config"), ...words], { env: { ...process.env, LC_ALL: "C.UTF-8" } });
  return stdout;
}

async function importInto(entries: readonly CalendarEntry[], now: number): Promise<readonly string[]> {
  const file = join(folder, "moqalaqe.ics");
  writeFileSync(file, icsFile(entries, now));
  await khal("import", "--batch", "-a", "own", file);
  return (await khal("list", "-df", "", "-f", "{start-date} {status}{title}", "2026-12-01", "60d")).trim().split("\n").toSorted();
}

it("a calendar takes in a day, its move, and the cancellation of what was removed here", async () => {
  mkdirSync(join(folder, "calendar"));
  writeFileSync(join(folder, "config"), config);
  const entry = (uid: string, date: number): CalendarEntry => ({ uid, day: dayOf(2026, 12, date), summary: `პასუხის ვადა: შპს „${uid}“, ქ. 5; ბ. 7`, description: "ნომერი\n10 სამუშაო დღე", cancelled: false });
  const today = dayOf(2026, 11, 26);
  const first = [entry("moved", 8), entry("removed", 9), entry("stays", 10)];
  expect(await importInto(first, Date.UTC(2026, 10, 26, 8))).toEqual(first.map(({ summary }, i) => `2026-12-${["08", "09", "10"][i]} CONFIRMED ${summary}`));
  const left = [entry("moved", 15), entry("stays", 10)];
  const gone = goneEntries(givenAfter([], first, today), left, today, "გაუქმებულია");
  expect(await importInto([...left, ...gone], Date.UTC(2026, 10, 26, 9))).toEqual(["2026-12-09 CANCELLED გაუქმებულია", `2026-12-10 CONFIRMED ${entry("stays", 10).summary}`, `2026-12-15 CONFIRMED ${entry("moved", 15).summary}`]);
});
