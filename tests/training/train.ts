// Makes src/consent/policy/sentenceModel.json anew: `npm run train`, some twenty seconds. `npm run train -- --judge` leaves the file as
// it is and says what a model that has not seen a writer makes of what the reader claimed of that writer's texts before it had learned
// from them (tests/vectors/policies/firstSight.json): some five minutes.
import { writeFileSync } from "node:fs";
import { examplesIn, learnedTexts, ownExamples, values } from "./examples.ts";
import { judge } from "./judge.ts";
import { trained } from "./sentenceModel.ts";

const file = new URL("../../src/consent/policy/sentenceModel.json", import.meta.url);
const about = "Weights of a linear model of sentences, made by tests/training/train.ts from tests/vectors/policies (strangers/ left out); how they lie here says src/consent/policy/likelihood.ts.";

if (process.argv.includes("--judge")) judge();
else writeFileSync(file, `${JSON.stringify({ about, ...trained([...ownExamples(), ...learnedTexts().flatMap(({ name, texts }) => texts.flatMap((one) => examplesIn(one, name)))], values) }, null, 1)}\n`);
