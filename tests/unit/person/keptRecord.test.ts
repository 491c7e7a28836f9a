// What the portal showed and was kept becomes a record of who holds it: names of data only, with its evidence.
import { describe, expect, it } from "vitest";
import { exportRecords, importRecords } from "../../../src/consent/record/exportFile.ts";
import { holdingOfSnapshot, linesAfter, proposeRecord, provenBy, recordOf } from "../../../src/home/data/keptRecord.ts";
import type { Snapshot } from "../../../src/personal/register.ts";
import { holdingOf, organisationOf } from "../consent/build.ts";

const seen: Snapshot = {
  type: "snapshot", kind: "property", title: "უძრავი ქონება", registerKey: "https://www.my.gov.ge/personal#property", url: "https://www.my.gov.ge/personal",
  columns: ["მისამართი", "საკადასტრო კოდი", " ", "მისამართი"], rows: [["ქუთაისი, რუსთაველის 1", "03.01.02.003", "", ""]], sha256: "ab".repeat(32), savedAt: Date.UTC(2026, 10, 20),
};
const id = "00000000-0000-4000-8000-00000000000a";

describe("a record of what the portal showed", () => {
  it("proposes names of data, never what they say; who holds it only where that is known", () => {
    expect(proposeRecord(seen)).toEqual({ institution: "napr", database: "უძრავი ქონება", data: "მისამართი\nსაკადასტრო კოდი" });
    expect(proposeRecord({ ...seen, kind: "civilActs" }).institution).toBe("sda");
    expect(proposeRecord({ ...seen, title: "სატრანსპორტო საშუალებები" }).institution).toBe("sa");
    for (const kind of ["crossings", "other"] as const) expect(proposeRecord({ ...seen, kind }).institution, kind).toBeNull();
    // Columns without names, and numbers instead of them: the title has to do.
    expect(proposeRecord({ ...seen, columns: [] }).data).toBe("უძრავი ქონება");
    expect(proposeRecord({ ...seen, columns: ["1", "#"] }).data).toBe("უძრავი ქონება");
  });

  it("has the page, the hash and the day as evidence, and goes out and in again whole", () => {
    const holding = holdingOfSnapshot(seen, id, { ...proposeRecord(seen), data: "მისამართი\n\nმისამართი\n ჯანმრთელობის მდგომარეობა " }, null);
    expect(holding).toMatchObject({ organisationId: id, confidence: "portal", database: { name: "უძრავი ქონება" }, evidence: [{ kind: "portalPage", where: seen.registerKey, sha256: seen.sha256, seenAt: "2026-11-20T00:00:00.000Z" }], reach: { answered: true } });
    expect(holding.data.map(({ name, special }) => [name, special])).toEqual([["მისამართი", null], ["ჯანმრთელობის მდგომარეობა", "health"]]);
    expect(JSON.stringify(holding)).not.toContain("რუსთაველის");
    const records = [organisationOf({ id }), holding];
    expect(importRecords(JSON.parse(exportRecords(records, Date.now())))).toEqual(records);
  });

  it("what another window changed meanwhile is taken in, and what was written here stays", () => {
    const withData = (...names: readonly string[]) => ({ ...holdingOf({ id: "b" }), data: names.map((name) => ({ name, special: null })) });
    const before = withData("მისამართი", "ფართობი");
    expect(linesAfter(["მისამართი", "ფართობი", "ჩემი"], before, withData("მისამართი", "კოდი"))).toEqual(["მისამართი", "ჩემი", "კოდი"]);
    // What was taken out here stays out unless the other window put it in anew.
    expect(linesAfter(["ჩემი"], before, before)).toEqual(["ჩემი"]);
    expect(linesAfter(["მისამართი"], null, withData("მისამართი", "კოდი"))).toEqual(["მისამართი", "კოდი"]);
  });

  it("is found again, and a newer copy adds to it without losing what the person wrote", () => {
    const first = { ...holdingOfSnapshot(seen, id, proposeRecord(seen), null), purposes: ["რეგისტრაცია"], data: [{ name: "მისამართი", special: "health" as const }] };
    const newer: Snapshot = { ...seen, sha256: "cd".repeat(32), savedAt: seen.savedAt + 86_400_000 };
    expect(recordOf([holdingOf({ id: "b" }), first], [newer])).toBe(first);
    expect(recordOf([first], [{ ...newer, registerKey: "https://www.my.gov.ge/personal#crossings" }])).toBeNull();
    // Another register in its place is another record's; the same one under another name by now is this one's.
    const called = { ...newer, title: "ბინები" };
    expect([recordOf([first], [called]), recordOf([first], [called, seen])]).toEqual([null, first]);
    expect([provenBy(first, seen), provenBy(first, newer)]).toEqual([true, false]);
    const renewed = holdingOfSnapshot(newer, "another", { database: "", data: "მისამართი\nფართობი" }, first);
    expect(renewed).toMatchObject({ id: first.id, organisationId: id, purposes: ["რეგისტრაცია"], database: { name: "უძრავი ქონება" } });
    expect(renewed.data).toEqual([{ name: "მისამართი", special: "health" }, { name: "ფართობი", special: null }]);
    expect(renewed.evidence).toHaveLength(2);
    expect(holdingOfSnapshot(newer, id, { database: "", data: "მისამართი" }, renewed).evidence).toHaveLength(2);
  });
});
