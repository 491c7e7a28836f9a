// Makes the linear models of sentences anew: `npm run train` src/consent/policy/sentenceModel.json, some twenty seconds; `npm run train --
// answers` src/consent/answers/answerModel.json, some ten. `npm run train -- --judge` leaves the file as it is and says what a model that has
// not seen a writer makes of what the reader claimed of that writer's texts before it had learned from them
// (tests/vectors/policies/firstSight.json): some five minutes. `npm run train -- answers --judge` likewise for the lots of letters.
import { writeFileSync } from "node:fs";
import { trainedOnAnswers } from "./answerExamples.ts";
import { examplesIn, learnedTexts, ownExamples, values } from "./examples.ts";
import { judge } from "./judge.ts";
import { judgeAnswers } from "./judgeAnswers.ts";
import { trained } from "./sentenceModel.ts";

const consent = new URL("../../src/consent/", import.meta.url);
const about = (from: string): string => `Weights of a linear model of sentences, made by tests/training/train.ts from ${from}; how they lie here says src/consent/sentences/linearModel.ts.`;
const write = (file: string, model: object): void => writeFileSync(new URL(file, consent), `${JSON.stringify(model, null, 1)}\n`);

const isJudged = process.argv.includes("--judge");
if (process.argv.includes("answers")) {
  if (isJudged) judgeAnswers();
  else write("answers/answerModel.json", { about: about("tests/vectors/answers (frozen*.json left out)"), ...trainedOnAnswers() });
} else if (isJudged) judge();
else write("policy/sentenceModel.json", { about: about("tests/vectors/policies (strangers/ left out)"), ...trained([...ownExamples(), ...learnedTexts().flatMap(({ name, texts }) => texts.flatMap((one) => examplesIn(one, name)))], values) });
