import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesOf } from "../../../src/personal/changes.ts";
import { mostRows, parseRegister, parseSnapshot, type SeenRegister, snapshotJson } from "../../../src/personal/register.ts";
import { byRegister, type KeptSnapshot, pastsOf, sortSnapshots } from "../../../src/personal/snapshots.ts";

const columns = ["მისამართი", "კოდი", "ფართობი"];
const home = ["თბილისი", "01.10", "64"];
const field = ["სოფელი", "38.06", "1250"];

describe("what changed between two snapshots", () => {
  it("nothing, when the page only sorts otherwise, or moves its columns", () => {
    expect(changesOf({ columns, rows: [home, field] }, { columns, rows: [field, home] })).toEqual([]);
    expect(changesOf({ columns, rows: [home] }, { columns: ["ფართობი", "მისამართი", "კოდი"], rows: [["64", "თბილისი", "01.10"]] })).toEqual([]);
  });
  it("an entry that came, one that went, one that says something else", () => {
    const wider = ["თბილისი", "01.10", "66"];
    expect(changesOf({ columns, rows: [home, field] }, { columns, rows: [wider, ["ბათუმი", "05.20", "40"]] })).toEqual([
      { kind: "changed", row: wider, cells: [{ column: "ფართობი", before: "64", after: "66" }] },
      { kind: "added", row: ["ბათუმი", "05.20", "40"] },
      { kind: "removed", row: field },
    ]);
  });
  it("the same entry twice counts twice", () => {
    expect(changesOf({ columns, rows: [home, home] }, { columns, rows: [home] })).toEqual([{ kind: "removed", row: home }]);
  });
  it("the likest counterpart is taken, not the first", () => {
    const before = { columns, rows: [["ა", "1", "x"], ["ა", "2", "y"]] };
    const [change] = changesOf(before, { columns, rows: [["ა", "2", "z"], ["ა", "1", "x"]] });
    expect(change).toEqual({ kind: "changed", row: ["ა", "2", "z"], cells: [{ column: "ფართობი", before: "y", after: "z" }] });
  });
  it("a new column is said, as such", () => {
    expect(changesOf({ columns: ["ა", "ბ"], rows: [["1", "2"]] }, { columns: ["ა", "ბ", "გ"], rows: [["1", "2", "3"]] })).toEqual([{ kind: "changed", row: ["1", "2", "3"], cells: [{ column: "გ", before: null, after: "3" }] }]);
  });
  it("columns without names go by their place", () => {
    expect(changesOf({ columns: [], rows: [["1", "2", "3"]] }, { columns: [], rows: [["1", "2", "4"]] })).toEqual([{ kind: "changed", row: ["1", "2", "4"], cells: [{ column: "", before: "3", after: "4" }] }]);
  });

  it("a register of two thousand entries that all say something else now is compared in a moment, and so is one that is only sorted otherwise", () => {
    const rows = Array.from({ length: mostRows }, (_, n) => [`ქუჩა ${n}`, `01.${n}`, String(n)]);
    const other = rows.map(([street = "", code = ""]) => [street, code, "0 მ²"]);
    const began = performance.now();
    expect(changesOf({ columns, rows }, { columns, rows: rows.toReversed() })).toEqual([]);
    expect(changesOf({ columns, rows }, { columns, rows: other }).every(({ kind }) => kind === "changed")).toBe(true);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  const cell = fc.constantFrom("1", "2", "3", "4");
  const rows = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 });
  it("every entry of the newer is accounted for, every one that is gone is named, and no change is no difference", () => {
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        const [before, after] = [{ columns, rows: one }, { columns, rows: other }];
        expect(changesOf(before, before)).toEqual([]);
        const changes = changesOf(before, after);
        const count = (kind: string): number => changes.filter((change) => change.kind === kind).length;
        const same = after.rows.length - count("added") - count("changed");
        expect(before.rows.length).toBe(same + count("changed") + count("removed"));
        for (const change of changes) if (change.kind === "changed") expect(change.cells.length).toBeGreaterThan(0);
      }),
    );
  });
});

const pastOf = (all: readonly KeptSnapshot[], seen: SeenRegister): readonly string[] => pastsOf(all, [seen], 0)[0]?.kept.map(({ snapshotId }) => snapshotId) ?? [];

describe("a snapshot", () => {
  const register: SeenRegister = { kind: "property", title: "ქონება", registerKey: "https://www.my.gov.ge/personal#property", url: "https://www.my.gov.ge/personal", columns, rows: [home] };
  const kept = snapshotJson({ type: "snapshot", ...register, sha256: "ab", savedAt: 5 });
  it("is read as it was kept", () => expect(parseSnapshot(JSON.parse(JSON.stringify(kept)))).toEqual(kept));
  it.each([
    ["another type", { ...register, type: "notice", sha256: "ab", savedAt: 5 }],
    ["no kind", { ...register, kind: "secret", type: "snapshot", sha256: "ab", savedAt: 5 }],
    ["rows that are none", { ...register, rows: ["a"], type: "snapshot", sha256: "ab", savedAt: 5 }],
    ["no time", { ...register, type: "snapshot", sha256: "ab" }],
    ["nothing", null],
  ])("%s is none", (_, value) => expect(parseSnapshot(value)).toBeNull());
  it("too much for one is refused", () => {
    expect(parseRegister({ ...register, rows: Array.from({ length: mostRows + 1 }, () => home) })).toBeNull();
    expect(parseRegister({ ...register, rows: [["x".repeat(1_001)]] })).toBeNull();
  });
  it("the newest comes first, each register by itself", () => {
    const at = (id: string, savedAt: number, registerKey: string) => ({ id, version: "v", value: { ...snapshotJson({ type: "snapshot", ...register, registerKey, sha256: "", savedAt }) as object } });
    const all = sortSnapshots([at("a", 1, "k"), at("b", 3, "k"), at("c", 2, "other"), { id: "d", version: "v", value: 7 }]);
    expect(all.map(({ snapshotId }) => snapshotId)).toEqual(["b", "c", "a"]);
    expect(pastOf(all, { ...register, registerKey: "k" })).toEqual(["b", "a"]);
    expect(byRegister(all).map(({ kept: group }) => group.map(({ snapshotId }) => snapshotId))).toEqual([["b", "a"], ["c"]]);
  });
  it("of two registers of a kind each has its own past, in whatever order they stand, or alone; in another language neither has one", () => {
    const page = register.registerKey;
    const [land, cars] = [{ ...register, title: "უძრავი ქონება" }, { ...register, title: "სატრანსპორტო საშუალებები" }];
    const at = (id: string, savedAt: number, seen: SeenRegister) => ({ id, version: "v", value: { ...snapshotJson({ type: "snapshot", ...seen, sha256: "", savedAt }) as object } });
    const all = sortSnapshots([at("land", 1, land), at("cars", 2, { ...cars, registerKey: `${page} ${cars.title}` })]);
    const past = (seen: SeenRegister): readonly string[] => pastOf(all, seen);
    expect(past(cars)).toEqual(["cars"]);
    expect(past({ ...land, registerKey: `${page} ${land.title}` })).toEqual(["land"]);
    // The portal calls it otherwise, in the same place.
    expect(past({ ...land, title: "ჩემი უძრავი ქონება" })).toEqual(["land"]);
    expect(past({ ...land, title: "Real estate" })).toEqual([]);
    expect(past({ ...land, kind: "crossings" })).toEqual([]);
    // Two of one name are told apart by their place.
    const twins = sortSnapshots([at("first", 1, land), at("second", 2, { ...land, registerKey: `${page} ${land.title}` })]);
    expect(pastOf(twins, land)).toEqual(["first"]);
  });

  /** What the home page shows after the person has kept each of these visits' registers in the panel, or, while the vault was locked, without its past. */
  function visited(...visits: readonly { readonly shown: readonly SeenRegister[]; readonly locked?: true }[]) {
    let all: readonly KeptSnapshot[] = [];
    visits.forEach(({ shown, locked }, visit) => {
      const pasts = pastsOf(all, shown, visit);
      const now = shown.map((seen, i) => ({ id: `${visit}${seen.title}`, version: "v", value: snapshotJson({ type: "snapshot", ...seen, sha256: "", savedAt: visit, ...(locked ? {} : { line: pasts[i]?.line ?? "" }) }) }));
      all = sortSnapshots([...all.map(({ snapshotId, version, snapshot }) => ({ id: snapshotId, version, value: snapshotJson(snapshot) })), ...now]);
    });
    return { all, atHome: byRegister(all).map(({ kept: group }) => group.map(({ snapshotId }) => snapshotId)) };
  }
  const page = register.registerKey;
  const [land, cars, flats] = ["მიწა", "მანქანები", "ბინები"].map((title) => ({ ...register, title }));
  if (!land || !cars || !flats) throw new Error("no registers");
  const beside = (seen: SeenRegister): SeenRegister => ({ ...seen, registerKey: `${page} ${seen.title}` });

  it("that is called otherwise goes on, and is one register in the panel and at home, also when it is kept again", () => {
    const { all, atHome } = visited({ shown: [land] }, { shown: [flats] }, { shown: [flats], locked: true });
    expect(atHome).toEqual([["2ბინები", "1ბინები", "0მიწა"]]);
    expect(pastOf(all, flats)).toEqual(["2ბინები", "1ბინები", "0მიწა"]);
  });
  it("that stands elsewhere in the page goes on, and is one register in both", () => {
    const { all, atHome } = visited({ shown: [land] }, { shown: [cars, beside(land)] });
    expect(atHome).toEqual([["1მანქანები"], ["1მიწა", "0მიწა"]]);
    expect(pastOf(all, land)).toEqual(["1მიწა", "0მიწა"]);
  });
  it("of two that stood in one place each keeps its own past, and a third one there has neither's", () => {
    const { all, atHome } = visited({ shown: [land, beside(cars)] }, { shown: [cars, beside(land)] });
    expect(atHome).toEqual([["1მანქანები", "0მანქანები"], ["1მიწა", "0მიწა"]]);
    const alone = visited({ shown: [land] }, { shown: [cars, beside(land)] }, { shown: [land] });
    expect(pastsOf(alone.all, [flats], 9)).toEqual([{ line: `${page}\nბინები`, kept: [] }]);
    expect(pastOf(all, { ...land, title: "Land" })).toEqual([]);
  });
  it("whose name another one has by now has a line of its own", () => {
    const renamed = visited({ shown: [land] }, { shown: [flats] }, { shown: [flats, beside(land)] }, { shown: [land, beside(flats)] });
    expect(renamed.atHome).toEqual([["3მიწა", "2მიწა"], ["3ბინები", "2ბინები", "1ბინები", "0მიწა"]]);
  });
});
