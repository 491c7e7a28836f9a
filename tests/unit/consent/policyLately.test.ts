// What the reader has learned last: whole texts by writers of whom it knew nothing, and what it misread in them, said in the ways
// of ten others. docs/consent.md has what it made of these texts at first sight.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PolicyField } from "../../../src/consent/policy/proposal.ts";
import { aroundEnglish, aroundGeorgian, type Floors, folder, keep, read, readPolicy } from "./policyScore.ts";

const newlyLearned = ["learned21.json", "learned22.json", "learned23.json", "learned24.json"].flatMap(read);
const reached: Floors = { owner: [100, 88], purpose: [100, 80], retention: [99, 96], recipients: [100, 88], rights: [98, 94], deadlines: [100, 94], all: [99, 90] };

/** By one writer more, measured before it was read. */
const lastLearned = read("learned25.json");
const reachedLast: Floors = { owner: [100, 94], purpose: [100, 86], retention: [100, 100], recipients: [100, 90], rights: [98, 90], deadlines: [89, 89], all: [98, 91] };

/** By one more, the same. */
const newestLearned = read("learned26.json");
const reachedNewest: Floors = { owner: [95, 95], purpose: [100, 86], retention: [100, 92], recipients: [100, 88], rights: [100, 86], deadlines: [100, 90], all: [99, 88] };

describe("the policy reader, lately", () => {
  it("on 64 by four writers more, which it has learned from since", () => {
    expect(newlyLearned).toHaveLength(64);
    keep(newlyLearned, reached);
  });

  it("on 20 by one writer more", () => {
    expect(lastLearned).toHaveLength(20);
    keep(lastLearned, reachedLast);
  });

  it("on 24 by another", () => {
    expect(newestLearned).toHaveLength(24);
    keep(newestLearned, reachedNewest);
  });

  it("a whole term beside the usual one is the prolonged one", () => {
    const text = "მოთხოვნას ვპასუხობთ 10 სამუშაო დღეში; საერთო ვადა, თუ საქმე ძნელია, არის არაუმეტეს 21 სამუშაო დღისა.";
    expect(readPolicy(text).map(({ value }) => value)).toEqual(["fulfilment:10:workingDays", "extended:21:workingDays"]);
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
