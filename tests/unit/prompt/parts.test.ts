import { describe, expect, it } from "vitest";
import { PinBuffer } from "../../../src/prompt/pinBuffer.ts";
import { isPortal, isUnusual, siteName } from "../../../src/prompt/siteName.ts";

describe("digits being typed", () => {
  it("are taken up to the card's length, removed one by one, and handed out once", () => {
    const buffer = new PinBuffer();
    for (const digit of [1, 2, 3, 4]) expect(buffer.push(digit, 4)).toBe(true);
    expect(buffer.push(5, 4)).toBe(false);
    buffer.pop();
    buffer.push(9, 4);
    const taken = buffer.take();
    expect(new TextDecoder().decode(taken)).toBe("1239");
    expect(buffer.length).toBe(0);
    expect(buffer.take()).toHaveLength(0);
    // A buffer of its own, to be transferred without a copy.
    expect(taken.buffer.byteLength).toBe(4);
  });
  it("never more than sixteen, and removing from nothing is nothing", () => {
    const buffer = new PinBuffer();
    buffer.pop();
    for (let i = 0; i < 20; i += 1) buffer.push(i % 10, 99);
    expect(buffer.length).toBe(16);
    buffer.clear();
    expect(buffer.length).toBe(0);
  });
});

describe("who asks", () => {
  it.each([
    ["https://my.gov.ge", true],
    ["https://www.my.gov.ge", true],
    ["https://my.gov.ge:8443", false],
    ["http://my.gov.ge", false],
    ["https://my.gov.ge.evil.example", false],
    ["https://notmy.gov.ge", false],
    ["https://evil.example/my.gov.ge", false],
  ])("%s is the portal: %s", (origin, wanted) => expect(isPortal(origin)).toBe(wanted));
  it("a name with unusual letters stays as it is sent, and is warned of", () => {
    expect(siteName("https://xn--80ak6aa92e.com:444")).toBe("xn--80ak6aa92e.com:444");
    expect(isUnusual("https://xn--80ak6aa92e.com")).toBe(true);
    expect(isUnusual("https://www.xn--80ak6aa92e.com")).toBe(true);
    expect(isUnusual("https://my.gov.ge")).toBe(false);
  });
});
