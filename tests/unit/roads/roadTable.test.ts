// The table of roads, the README that is made from it, and the advice for a reader in hand.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import en from "../../../public/_locales/en/messages.json" with { type: "json" };
import { classOf, conditions, obstacles, ownRoads, readerClasses, systems, way } from "../../../src/card/roads/roadTable.ts";
import { advised, waysTo } from "../../../src/card/roads/waysTo.ts";
import { reader } from "./fakeRoad.ts";
import { readmeTable } from "./readmeTable.ts";

const texts = en as Readonly<Record<string, { readonly message: string } | undefined>>;

describe("README", () => {
  it("has the table as the data has it", () => {
    const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
    const [, shown] = /<!-- roads -->\n([\s\S]*?)<!-- \/roads -->/.exec(readme) ?? [];
    expect(shown).toBe(readmeTable());
  });
});

describe("the table", () => {
  it("has words for every condition and obstacle, and names nothing that is not used", () => {
    for (const one of conditions) for (const part of ["if", "step"]) expect(texts[`road_${part}_${one}`], one).toBeDefined();
    for (const one of obstacles) expect(texts[`road_closed_${one}`], one).toBeDefined();
    const all = readerClasses.flatMap((kind) => ownRoads.flatMap((road) => systems.flatMap((system) => (["chrome", "edge"] as const).map((browser) => way(kind, road, system, browser)))));
    expect(new Set(all.flatMap((one) => ("needs" in one ? one.needs : [])))).toEqual(new Set(conditions));
    expect(new Set(all.flatMap((one) => ("closed" in one ? [one.closed] : [])))).toEqual(new Set(obstacles));
  });

  it("leaves no reader without a road on any system", () => {
    for (const kind of readerClasses) for (const system of systems) expect(ownRoads.some((road) => "needs" in way(kind, road, system)), `${kind} ${system}`).toBe(true);
  });
});

describe("a reader in hand", () => {
  const refused = reader("webusb", { refusal: "READER_PROTECTED" });
  const held = reader("webusb", { refusal: "READER_HELD" });

  it("that the browser refuses is of the common class", () => {
    expect([classOf(refused), classOf(held), classOf(reader("connector"))]).toEqual(["smartcard", "vendor", "smartcard"]);
  });

  it.each([
    ["linux", "bridge", ["bridge", "pcscd"]],
    ["windows", "bridge", ["bridge", "winusb"]],
    ["macos", "bridge", ["bridge", "ifdreader"]],
    ["chromeos", "connector", ["connector"]],
  ] as const)("refused, on %s: by the %s", (system, road, needs) => {
    expect(advised(waysTo(refused, system, "chrome"))).toEqual({ road, state: { kind: "open", needs } });
  });

  it("held by the system: freed, and no other road is advised", () => {
    expect(advised(waysTo(held, "linux", "chrome"))).toEqual({ road: "webusb", state: { kind: "barred", by: "READER_HELD", needs: ["pcscd"] } });
    expect(advised(waysTo(held, "chromeos", "chrome"))?.road).toBe("webusb");
  });

  it("in use by another window of ours: nothing is to be freed", () => {
    const busy = reader("webusb", { refusal: "READER_BUSY" });
    for (const system of ["linux", "windows", "macos", "chromeos"] as const) expect(advised(waysTo(busy, system, "chrome"))).toEqual({ road: "webusb", state: { kind: "barred", by: "READER_BUSY", needs: [] } });
  });

  it("held by another program behind the Connector: nothing is to be installed or freed", () => {
    const shared = reader("connector", { refusal: "READER_HELD", roads: [{ road: "connector", refusal: "READER_HELD" }] });
    expect(advised(waysTo(shared, "chromeos", "chrome"))).toEqual({ road: "connector", state: { kind: "barred", by: "READER_HELD", needs: [] } });
  });

  it("in Edge the bridge is called untried", () => {
    expect(advised(waysTo(refused, "windows", "edge"))?.state).toMatchObject({ needs: ["bridge", "winusb", "untried"] });
  });

  it("that works needs no advice: each road says what it is worth", () => {
    const works = reader("connector", { roads: [{ road: "connector", refusal: null }, { road: "webusb", refusal: "READER_PROTECTED" }] });
    const ways = waysTo(works, "chromeos", "chrome");
    expect(ways.map(({ road, state }) => [road, state.kind])).toEqual([["webusb", "closed"], ["bridge", "open"], ["connector", "taken"]]);
    expect(advised(ways)).toBeNull();
    const both = reader("webusb", { roads: [{ road: "webusb", refusal: null }, { road: "bridge", refusal: null }] });
    expect(waysTo(both, "linux", "chrome").map(({ state }) => state.kind)).toEqual(["taken", "works", "closed"]);
  });

  it("what works is said to work even where the table would not have it", () => {
    const ways = waysTo(reader("connector", { roads: [{ road: "connector", refusal: null }] }), "linux", "chrome");
    expect(ways.at(-1)?.state.kind).toBe("taken");
  });
});
