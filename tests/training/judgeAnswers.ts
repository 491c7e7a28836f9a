// What the model of answers' sentences is worth on a writer whom it has not met: each lot of letters is left out in turn, and read by a
// model that was trained on everything else. The words of the reader itself have learned from these lots, save where that is said.
import { typeIn } from "../../src/consent/answers/decision.ts";
import { letterText } from "../../src/consent/answers/letterText.ts";
import { decidingIn } from "../../src/consent/answers/said.ts";
import { leaningsBy } from "../../src/consent/answers/whichAnswer.ts";
import { letters, trainedOnAnswers } from "./answerExamples.ts";

export function judgeAnswers(): void {
  for (const [lot, all] of Object.entries(letters()).filter(([name]) => name.startsWith("learned"))) {
    const leanings = leaningsBy({ about: lot, ...trainedOnAnswers([lot]) });
    const read = all.map(({ type, text }) => {
      const letter = letterText(text);
      return { type, found: typeIn(decidingIn(letter.sentences), letter, leanings)?.type ?? null };
    });
    const claimed = read.filter(({ found }) => found !== null);
    console.log(`${lot}: ${claimed.filter(({ type, found }) => type === found).length} right of ${claimed.length}, of ${read.filter(({ type }) => type !== null).length}`);
  }
}
