// What the second opinion is worth on a writer whom nobody has met: each writer's texts are left out in turn, a model is trained on all
// others', and is asked about what the reader of that day claimed of these texts when it had learned nothing from them.
import { readFileSync } from "node:fs";
import { type PolicyField, policyFields } from "../../src/consent/policy/proposal.ts";
import { sentencesIn } from "../../src/consent/policy/readPolicy.ts";
import { type Opinion, opinionOf } from "../../src/consent/policy/secondOpinion.ts";
import { examplesIn, learnedTexts, ownExamples, type Text, values } from "./examples.ts";
import { trained } from "./sentenceModel.ts";

interface Claim {
  readonly field: PolicyField;
  readonly value: string;
  readonly start: number;
}

/** By a text's name: `field=value@start`. */
type Claims = Readonly<Record<string, readonly string[]>>;

interface Score {
  right: number;
  claimed: number;
  said: number;
}
type Scores = Record<PolicyField | "all", Score>;
const noScores = (): Scores => Object.fromEntries([...policyFields, "all"].map((field) => [field, { right: 0, claimed: 0, said: 0 }])) as Scores;

export function judge(): void {
  const { claims } = JSON.parse(readFileSync(new URL("../vectors/policies/firstSight.json", import.meta.url), "utf8")) as { readonly claims: Claims };
  const writers = learnedTexts().map(({ name, texts }) => ({ name, texts, examples: texts.flatMap((one) => examplesIn(one, name)) }));
  const own = ownExamples();
  const before = noScores();
  const after = noScores();
  for (const { name, texts } of writers) {
    if (!texts.some(({ id }) => id in claims)) continue;
    const opinion = opinionOf({ about: name, ...trained([...own, ...writers.filter((one) => one.name !== name).flatMap(({ examples }) => examples)], values) });
    for (const text of texts) {
      const first = (claims[text.id] ?? []).map(claimOf);
      add(before, text, first);
      add(after, text, heldAgainst(opinion, text, first));
    }
    console.log(`${name}: ${said(before.all)} → ${said(after.all)} (so far)`);
  }
  for (const field of [...policyFields, "all"] as const) console.log(`${field.padEnd(11)} ${said(before[field])} → ${said(after[field])}`);
}

function claimOf(written: string): Claim {
  const [, field, value, start] = /^(\w+)=(.+)@(\d+)$/su.exec(written) ?? [];
  return { field: field as PolicyField, value: value ?? "", start: Number(start) };
}

function heldAgainst(opinion: Opinion, { text }: Text, claims: readonly Claim[]): readonly Claim[] {
  const units = sentencesIn(text);
  const unitAt = (start: number) => units.find((one) => one.start === start) ?? units.find((one) => one.start <= start && start < one.start + one.text.length);
  const left = claims.filter(({ field, value, start }) => {
    const unit = unitAt(start);
    return unit === undefined || !opinion.doubts(field, value, unit);
  });
  const more = opinion.adds(units, ({ field, value }) => !left.some((one) => one.field === field && one.value === value));
  return [...left, ...more.map(({ field, value, unit }) => ({ field, value, start: unit.start }))];
}

function add(scores: Scores, { expected }: Text, claims: readonly Claim[]): void {
  for (const field of policyFields) {
    const own = claims.filter((one) => one.field === field);
    for (const score of [scores[field], scores.all]) {
      score.claimed += own.length;
      score.said += expected[field].length;
      score.right += own.filter(({ value }) => expected[field].includes(value)).length;
    }
  }
}

const said = ({ right, claimed, said: there }: Score): string => `${(right / claimed).toFixed(3)}, ${(right / there).toFixed(3)} (${right} of ${claimed}, of ${there})`;
