import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "../../../src/codec/base64.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";

describe("base64", () => {
  it("is written as Node writes it, and read back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(fromBase64(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it("has one spelling: whatever else is read by others is refused", () => {
    const wrong: string[] = [];
    const check = (text: string): void => {
      const bytes = fromBase64(text);
      const canonical = Buffer.from(text, "base64").toString("base64") === text;
      if ((bytes !== null) !== canonical || (bytes && toBase64(bytes) !== text)) wrong.push(text);
    };
    // Every last group of two or three letters, with every padding.
    for (const a of alphabet) for (const b of alphabet) for (const rest of ["", "=", "==", "A", "A=", "B=", "AA", "=A"]) check(a + b + rest);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), check), { numRuns: 2_000 });
    for (const text of [" AAAA", "AAAA\n", "AA AA", "AAAA====", "АААА", "AA-_"]) check(text);
    expect(wrong).toEqual([]);
  });
});
