import { describe, expect, it } from "vitest";
import { cellAt, RecordTable } from "../../../src/vault/store/recordTable.ts";

describe("the records in memory", () => {
  it("a list is the same array until something in its own collection changes, and then the newest", () => {
    const table = new RecordTable();
    table.apply(["consents", "a", "v1", 1, { n: 1 }]);
    table.apply(["requests", "r", "v2", 1, { n: 1 }]);
    const before = table.list("consents");
    expect(table.list("consents")).toBe(before);
    table.apply(["requests", "r", "v3", 2, { n: 2 }]);
    expect(table.list("consents")).toBe(before);
    table.apply(["consents", "b", "v4", 3, { n: 2 }]);
    expect(table.list("consents").map(({ id }) => id)).toEqual(["a", "b"]);
    table.apply(["consents", "a", "v5", 4]);
    expect(table.list("consents").map(({ id, version }) => [id, version])).toEqual([["b", "v4"]]);
    expect(before.map(({ id }) => id)).toEqual(["a"]);
  });

  it("what stands at a path: through lists to a list, and null where there is nothing", () => {
    const value = { name: "ა", to: [{ name: "ბ" }, { name: null }, "x", { other: 1 }], deep: { in: { it: 7 } } };
    const at = (path: string) => cellAt(value, path.split("."));
    expect([at("name"), at("to.name"), at("deep.in.it"), at("deep.in"), at("no.such"), at("name.length"), at("constructor")]).toEqual(["ა", ["ბ", null, null, null], 7, { it: 7 }, null, null, null]);
  });
});
