// Several times for an answer, and what is claimed only if something else bears it out.
import { describe, expect, it } from "vitest";
import { asSteps } from "../../../src/consent/policy/answerSteps.ts";
import type { PolicyField } from "../../../src/consent/policy/proposal.ts";
import { readPolicy } from "../../../src/consent/policy/readPolicy.ts";
import { none } from "../../../src/consent/policy/secondOpinion.ts";

const times = (...values: readonly string[]): readonly string[] => asSteps(values.map((value, at) => ({ field: "deadlines" as const, value, sentence: "", start: at * 50 }))).map(({ value }) => value);

describe("times for an answer beside each other", () => {
  it("are a first word and the deed where two sentences have one each", () => {
    expect(times("fulfilment:5:workingDays", "fulfilment:30:days")).toEqual(["firstAnswer:5:workingDays", "fulfilment:30:days"]);
    expect(times("fulfilment:30:days", "fulfilment:5:workingDays")).toEqual(["fulfilment:30:days", "firstAnswer:5:workingDays"]);
    expect(times("firstAnswer:3:days", "firstAnswer:20:days")).toEqual(["firstAnswer:3:days", "fulfilment:20:days"]);
  });

  it("stay what they are where both steps are there, where there are more, and in one sentence", () => {
    for (const values of [["firstAnswer:3:days", "fulfilment:10:days", "fulfilment:20:days"], ["fulfilment:1:days", "fulfilment:2:days", "fulfilment:3:days"], ["fulfilment:10:days", "extended:20:days"], ["firstAnswer:3:days", "extended:20:days"]]) expect(times(...values)).toEqual(values);
    const together = ["fulfilment:14:days", "fulfilment:30:days"].map((value) => ({ field: "deadlines" as const, value, sentence: "", start: 0 }));
    expect(asSteps(together)).toEqual(together);
  });

  it("weigh five working days as a week", () => {
    expect(times("fulfilment:6:days", "fulfilment:5:workingDays")).toEqual(["firstAnswer:6:days", "fulfilment:5:workingDays"]);
  });
});

describe("a claim that was wrong nearly as often as right where it was found once", () => {
  const around = (...middle: readonly string[]): string => ["Corner Shop news", "Open daily from nine. Bread is baked here.", "Your data", "We write down your name and telephone number.", ...middle, "Parking is behind the church.", "Thank you for reading."].join("\n\n");
  const read = (field: PolicyField, text: string): readonly string[] => readPolicy(text).filter((one) => one.field === field).map(({ value }) => value);

  it("waits for a second way of saying it", () => {
    const aside = "Your name is there so we can hold your table.";
    expect(readPolicy(around(aside), none).filter(({ field }) => field === "purpose")).toEqual([]);
    // The second opinion is one, where it is sure.
    expect(read("purpose", around(aside))).toEqual(["service"]);
    expect(read("purpose", around(aside, "Names are kept so that we can run the waiting list."))).toEqual(["service"]);
  });

  it("is claimed alone where nothing could bear it out", () => {
    expect(read("purpose", "Your name is there so we can hold your table.")).toEqual(["service"]);
  });
});
