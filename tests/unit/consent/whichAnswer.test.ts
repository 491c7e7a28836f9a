// Which answer a letter is: what its words decide, held against what its sentences are like; and how the model of sentences is made.
import { describe, expect, it } from "vitest";
import model from "../../../src/consent/answers/answerModel.json" with { type: "json" };
import { typeIn } from "../../../src/consent/answers/decision.ts";
import { letterText } from "../../../src/consent/answers/letterText.ts";
import { decidingIn } from "../../../src/consent/answers/said.ts";
import { signsOf } from "../../../src/consent/answers/sentenceSigns.ts";
import { learned, type Leanings, leaningsBy, none, sentenceKinds } from "../../../src/consent/answers/whichAnswer.ts";
import { settings } from "../../training/answerExamples.ts";
import { type Example, trained } from "../../training/sentenceModel.ts";

/** None of these is among the sentences that the model was trained on. */
const read = (words: string, leanings: Leanings = learned): string | null => {
  const letter = letterText(`${/[ა-ჰ]/u.test(words) ? "ქალბატონო ნინო,\n\nთქვენი 3 ნოემბრის განცხადება განვიხილეთ." : "Dear Ms Beridze,\n\nThank you for your request of 3 November."}\n\n${words}`);
  return typeIn(decidingIn(letter.sentences), letter, leanings)?.type ?? null;
};

describe("what a letter's sentences are like", () => {
  it.each([
    ["The ward's notes have to stay with the ward, whatever we may feel about it.", "refused"],
    ["The assessors' sheets are going to remain in our safe.", "refused"],
    ["ფურცლები კომისიის სეიფში რჩება და იქიდან არ გამოვა.", "refused"],
    ["ჩანაწერის ნახვას ვერ გაღირსებთ, ნუ მიწყენთ.", "refused"],
    ["ფაილს ხუთშაბათს ჩაგიგდებთ ფოსტაში.", "promised"],
  ])("tells which answer it is where its words are not known: %s", (words, type) => {
    expect(read(words, none)).toBeNull();
    expect(read(words)).toBe(type);
  });

  it("takes back that all is done where the letter also says \"no\" in words that are not known", () => {
    for (const words of ["We enclose a copy of your pay slips. The panel is keeping the sheets in its safe.", "გიგზავნით უწყისების ასლს. ფურცლები კომისიის სეიფიდან არ გამოვა."]) {
      expect(read(words, none), words).toBe("satisfied");
      expect(read(words), words).toBeNull();
    }
  });

  it("leaves what is only nearly like an answer to the person", () => {
    for (const words of ["We found your pay slips. The rest we keep under lock and will not show.", "ლიფტის შეკეთებას ვერ მოვასწრებთ 5 დეკემბრამდე.", "The museum has new windows."]) expect(read(words), words).toBeNull();
  });

  it("has no say in what a table or a sentence says in so many words", () => {
    expect(read("| 1 | Contract | enclosed |\n| 2 | Bills | refused |")).toBe("partly");
    expect(read("Your request was granted in part: the call recordings are refused.")).toBe("partly");
  });
});

describe("the model of answers' sentences", () => {
  it("is of the kinds that it is trained for, with no more weights than it was left", () => {
    expect(model.values).toEqual(sentenceKinds);
    expect(model.bias).toHaveLength(sentenceKinds.length);
    // Two bytes a weight, two or three a sign.
    expect(Buffer.from(model.weights, "base64").length).toBeLessThan(4 * settings.weights);
  });

  it("learns from sentences what such sentences say, denied or not, and is the same each time", () => {
    const say: readonly (readonly [text: string, says: number])[] = [["ჩანაწერს ვერ მოგცემთ", 1], ["ასლს ვერ მოგცემთ", 1], ["ჩანაწერს მოგცემთ", 0], ["ასლს მოგცემთ", 0]];
    const examples = ["one", "two"].flatMap((writer) => say.map(([text, says]): Example => ({ signs: signsOf(text), says: Int8Array.of(says), writer })));
    const small = { ...settings, rounds: 60, weights: 200 };
    const made = trained(examples, ["refused"], small);
    expect(trained(examples, ["refused"], small)).toEqual(made);
    const odds = (text: string): number => leaningsBy({ about: "", ...made })([{ sentence: text, decides: text }], () => true)[0]?.odds ?? Number.NaN;
    expect(odds("სიას ვერ მოგცემთ")).toBeGreaterThan(odds("სიას მოგცემთ"));
  });
});
