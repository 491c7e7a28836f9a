import { describe, expect, it } from "vitest";
import { partsOfFragment } from "../../../src/codec/fragment.ts";

describe("the address's fragment", () => {
  it("is read in parts, and a damaged one is none", () => {
    expect(partsOfFragment("#documents/a%2Fb")).toEqual(["documents", "a/b"]);
    expect(partsOfFragment("")).toEqual([""]);
    expect(partsOfFragment("#documents/%")).toEqual([]);
  });
});
