// Weights come out of a model's file as they went in, whatever they are.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoring } from "../../../src/consent/sentences/linearModel.ts";
import { signBits } from "../../../src/consent/sentences/sign.ts";
import { packed, type Weight } from "../../training/packed.ts";

const size = fc.integer({ min: -127, max: 127 }).filter((one) => one !== 0);
const weights = fc.uniqueArray(fc.record({ sign: fc.integer({ min: 0, max: 2 ** signBits - 1 }), size }), { selector: ({ sign }) => sign, maxLength: 60 }).map((all) => all.toSorted((a, b) => a.sign - b.sign));

describe("a model's weights", () => {
  it("are read as they were written, for every sign and value", () => {
    fc.assert(
      fc.property(fc.array(weights, { minLength: 1, maxLength: 6 }), (all) => {
        const evidenceOf = scoring({ about: "", values: all.map((_, nth) => `${nth}`), bias: all.map(() => 0), step: 1, weights: packed(all) });
        const signs = new Set([0, 2 ** signBits - 1, ...all.flat().map(({ sign }) => sign)]);
        for (const sign of signs) expect([...evidenceOf(new Set([sign]))]).toEqual(all.map((own: readonly Weight[]) => own.find((one) => one.sign === sign)?.size ?? 0));
      }),
    );
  });

  it("of several signs are added, and divided by the root of how many signs are known", () => {
    const evidenceOf = scoring({ about: "", values: ["a", "b"], bias: [0, 0], step: 0.5, weights: packed([[{ sign: 3, size: 4 }, { sign: 9, size: -2 }], [{ sign: 9, size: 7 }]]) });
    expect([...evidenceOf(new Set([3, 9, 77]))]).toEqual([1 / Math.sqrt(2), 3.5 / Math.sqrt(2)]);
    expect([...evidenceOf(new Set([77]))]).toEqual([0, 0]);
  });
});
