import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PinContext, weaknessOf, type Weakness } from "../../../src/prompt/weakPin.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const nobody: PinContext = { holder: { birthDate: null, personalNumber: null }, current: null };
const nino: PinContext = { holder: { birthDate: "19840517", personalNumber: "01024098765" }, current: bytes("9274") };

describe("a new PIN", () => {
  it.each<[string, Weakness]>([
    ["111111", "same"],
    ["0000", "same"],
    ["123456", "sequence"],
    ["987654", "sequence"],
    ["678901", "sequence"],
    ["1234", "sequence"],
    ["121212", "repeated"],
    ["837837", "repeated"],
    ["583958", "repeated"],
    ["2727", "repeated"],
    ["112233", "common"],
    ["147258", "common"],
    ["2580", "common"],
    ["170584", "birth"],
    ["051784", "birth"],
    ["840517", "birth"],
    ["051984", "birth"],
    ["198437", "birth"],
    ["371984", "birth"],
    ["1705", "birth"],
    ["1984", "birth"],
    ["024098", "number"],
    ["2409", "number"],
    ["1977", "year"],
    ["2013", "year"],
    ["927431", "old"],
    ["9274", "old"],
  ])("%s is refused: %s", (pin, weakness) => expect(weaknessOf(bytes(pin), nino)).toBe(weakness));

  it.each(["739154", "860293", "4827", "6193"])("%s may be used", (pin) => expect(weaknessOf(bytes(pin), nino)).toBeNull());

  it("what is not known of the holder is not held against a PIN", () => {
    expect(weaknessOf(bytes("170584"), nobody)).toBeNull();
    expect(weaknessOf(bytes("024098"), nobody)).toBeNull();
  });

  it("of all six-digit PINs fewer than one in thirty is refused: the rest keep a thief guessing", () => {
    let refused = 0;
    for (let n = 0; n < 1_000_000; n += 97) if (weaknessOf(bytes(String(n).padStart(6, "0")), nino)) refused += 1;
    expect(refused / (1_000_000 / 97)).toBeLessThan(1 / 30);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 16 }), fc.option(fc.string()), (digits, birthDate) => {
      weaknessOf(digits, { holder: { birthDate, personalNumber: null }, current: null });
    }));
  });
});
