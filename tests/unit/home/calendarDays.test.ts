// The person's own days off: two windows enter them at the same time.
import { expect, it } from "vitest";
import { changeDays, readDays, withDay, withoutDay } from "../../../src/home/data/calendarDays.ts";
import { fullDisk } from "../vault/fullDisk.ts";
import { World } from "../vault/world.ts";

it("a day that another window has entered meanwhile is not lost, nor comes one back that it took out", async () => {
  const { service } = await made();
  // Both windows have read nothing yet.
  await Promise.all(["2027-01-04", "2027-01-05", "2027-01-06"].map((iso) => changeDays(service, (now) => withDay(now, iso, true))));
  expect((await readDays(service)).daysOff.toSorted()).toEqual(["2027-01-04", "2027-01-05", "2027-01-06"]);
  await Promise.all([changeDays(service, (now) => withoutDay(now, "2027-01-05")), changeDays(service, (now) => withDay(now, "2027-01-07", false))]);
  const { daysOff, worked } = await readDays(service);
  expect([daysOff.toSorted(), worked]).toEqual([["2027-01-04", "2027-01-06"], ["2027-01-07"]]);
});

it("a day is off or worked, never both, and stands once", () => {
  const off = withDay({ daysOff: ["2027-01-07"], worked: ["2027-01-08"] }, "2027-01-08", true);
  expect(off).toEqual({ daysOff: ["2027-01-07", "2027-01-08"], worked: [] });
  expect(withDay(off, "2027-01-08", true)).toEqual(off);
  expect(withDay(off, "2027-01-07", false)).toEqual({ daysOff: ["2027-01-08"], worked: ["2027-01-07"] });
});

it("a full disk is said, and what was there stays", async () => {
  const { service } = await made();
  await changeDays(service, (now) => withDay(now, "2027-01-04", true));
  const room = fullDisk();
  await expect(changeDays(service, (now) => withDay(now, "2027-01-05", true))).rejects.toMatchObject({ code: "QUOTA_FULL" });
  room();
  expect((await readDays(service)).daysOff).toEqual(["2027-01-04"]);
});

async function made(): Promise<World> {
  const world = await World.make();
  await world.created();
  return world;
}
