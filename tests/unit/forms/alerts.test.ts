// What a page calls out after "send", told apart from what stood there before.
import { describe, expect, it } from "vitest";
import { newlyCalled } from "../../../src/portal/detect/forms.ts";

const banner = (isConnected: boolean): Element => ({ isConnected }) as Element;

describe("what a page calls out", () => {
  it("a banner that is drawn anew with the same words says nothing new", () => {
    const before = new Map([[banner(false), "შეავსეთ ველები"]]);
    expect(newlyCalled(new Map([[banner(true), "შეავსეთ ველები"]]), before)).toBe("");
    expect(newlyCalled(new Map([[banner(true), "ვადა გავიდა"]]), before)).toBe("ვადა გავიდა");
  });
  it("the same words beside a banner that still stands are new, and so are other words in it", () => {
    const one = banner(true);
    const before = new Map([[one, "შეავსეთ ველები"]]);
    expect(newlyCalled(before, before)).toBe("");
    expect(newlyCalled(new Map([...before, [banner(true), "შეავსეთ ველები"]]), before)).toBe("შეავსეთ ველები");
    expect(newlyCalled(new Map([[one, "ვადა გავიდა"]]), before)).toBe("ვადა გავიდა");
  });
});
