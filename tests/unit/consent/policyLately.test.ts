// What the reader has learned last: whole texts by writers of whom it knew nothing, and what it misread in them, said in the ways
// of ten others. docs/consent.md has what it made of these texts at first sight.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyField } from "../../../src/consent/policy/proposal.ts";
import { aroundEnglish, aroundGeorgian, type Floors, folder, keep, read, readPolicy } from "./policyScore.ts";

const newlyLearned = ["learned21.json", "learned22.json", "learned23.json", "learned24.json"].flatMap(read);
const reached: Floors = { owner: [100, 88], purpose: [95, 67], retention: [100, 93], recipients: [98, 86], rights: [97, 91], deadlines: [100, 90], all: [98, 85] };

/** By one writer more, measured before it was read. */
const lastLearned = read("learned25.json");
const reachedLast: Floors = { owner: [100, 94], purpose: [94, 83], retention: [97, 95], recipients: [96, 92], rights: [96, 87], deadlines: [88, 78], all: [95, 89] };

describe("the policy reader, lately", () => {
  it("on 64 by four writers more, which it has learned from since", () => {
    expect(newlyLearned).toHaveLength(64);
    keep(newlyLearned, reached);
  });

  it("on 20 by one writer more", () => {
    expect(lastLearned).toHaveLength(20);
    keep(lastLearned, reachedLast);
  });

  it("what such a writer said and it misread, as ten others would say it: nothing but what it says", () => {
    const among = JSON.parse(readFileSync(new URL("among.json", folder), "utf8")) as readonly { readonly field: PolicyField; readonly text: string; readonly values: readonly string[] }[];
    expect(among.length).toBeGreaterThan(110);
    for (const { field, text, values } of among) {
      const around = /[ა-ჰ]/u.test(text) ? aroundGeorgian : aroundEnglish;
      expect.soft(readPolicy(around.replace("¤", text)).filter((one) => one.field === field).map(({ value }) => value).toSorted(), text).toEqual(values.toSorted());
    }
  });
});
