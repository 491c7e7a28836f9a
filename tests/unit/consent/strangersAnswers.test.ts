// Letters by others than whoever wrote the reader, annotated by them (tests/vectors/answers/learned*.json): it has learned from these since.
// What it made of them at first sight is in docs/consent.md.
import { describe, expect, it } from "vitest";
import { type AnswerField, answerFields, answerTable, readLot, scoreAnswers, total } from "./answerScore.ts";

type Floors = Readonly<Record<AnswerField | "all", readonly [precision: number, recall: number]>>;

/** In hundredths, cut off. */
const learned: Floors = { type: [100, 95], official: [100, 94], sentOn: [100, 100], reason: [100, 100], legalGround: [100, 100], until: [100, 100], appeal: [100, 100], all: [100, 97] };

const hundredths = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((100 * part) / whole));

describe("letters in other people's words", () => {
  it("that it has learned from are read so well, each field by itself", () => {
    const letters = ["learned1.json", "learned2.json"].flatMap(readLot);
    expect(letters.length).toBe(48);
    const scores = scoreAnswers(letters);
    console.log(answerTable(scores));
    for (const field of answerFields) {
      const { right, claimed, said, amiss } = scores[field];
      const why = `${field}\n${amiss.join("\n")}`;
      expect(hundredths(right, claimed), why).toBeGreaterThanOrEqual(learned[field][0]);
      expect(hundredths(right, said), why).toBeGreaterThanOrEqual(learned[field][1]);
    }
    const { right, claimed, said } = total(scores);
    expect([hundredths(right, claimed), hundredths(right, said)].every((one, i) => one >= (learned.all[i] ?? 0))).toBe(true);
  });
});
