// What the model of sentences is trained on: the texts and the single sentences in tests/vectors/policies that the reader may learn
// from. Those in strangers/ are not among them: they measure only while nothing is learned from them.
import { readFileSync } from "node:fs";
import { valueName } from "../../src/consent/policy/likelihood.ts";
import { type PolicyField, policyFields } from "../../src/consent/policy/proposal.ts";
import { readPolicy, sentencesIn } from "../../src/consent/policy/readPolicy.ts";
import { none } from "../../src/consent/policy/secondOpinion.ts";
import { signsOf } from "../../src/consent/policy/signs.ts";
import { type Unit, unitsOf } from "../../src/consent/policy/units.ts";
import type { Example } from "./sentenceModel.ts";

const named = (field: PolicyField, values: string): readonly string[] => values.split(" ").map((value) => `${field}=${value}`);

/** Whoever is told "nobody" is told of no recipient, and a name is no kind of sentence. */
export const values: readonly string[] = [
  ...named("purpose", "service marketing health payment identity legal delivery security statistics support education research hiring"),
  ...named("recipients", "contractor health insurer state auditor payment delivery group abroad partners"),
  ...named("retention", "purpose consent law contract P"),
  ...named("rights", "access information whereWho recipients rectify erase block stop objection withdraw portability complaint court"),
  "deadlines",
];

export interface Text {
  readonly id: string;
  readonly text: string;
  readonly expected: Readonly<Record<PolicyField, readonly string[]>>;
}

const folder = new URL("../vectors/policies/", import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), "utf8"));

/** Sets by writers who had not seen the reader; those of one line are by the same two. */
const writers: readonly (readonly [writer: string, sets: readonly number[]])[] = [
  ["1 to 4", [1, 2, 3, 4]],
  ["5 to 8", [5, 6, 7, 8]],
  ["9 to 12", [9, 10, 11, 12]],
  ...[13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26].map((set): readonly [string, readonly number[]] => [`${set}`, [set]]),
];

export interface Writer {
  readonly name: string;
  readonly texts: readonly Text[];
}

export const learnedTexts = (): readonly Writer[] => writers.map(([name, sets]) => ({ name, texts: sets.flatMap((set) => read(`learned${set}.json`) as readonly Text[]) }));

/**
 * Where a text is known to say a thing, its sentences are no examples against it, save the one that the words' claim rests on, which is
 * one for it; all sentences of a text that does not say it are examples against it.
 */
export function examplesIn({ text, expected }: Text, writer: string): readonly Example[] {
  const said = new Set(policyFields.flatMap((field) => expected[field].map((value) => valueName(field, value))));
  const claims = readPolicy(text, none).filter(({ field, value }) => expected[field].includes(value));
  return sentencesIn(text).map((unit) => {
    const here = new Set(claims.filter(({ start }) => start === unit.start).map(({ field, value }) => valueName(field, value)));
    return { signs: signsOf(unit), says: Int8Array.from(values, (name) => (here.has(name) ? 1 : said.has(name) ? -1 : 0)), writer };
  });
}

interface Phrase {
  readonly field: PolicyField;
  readonly value: string;
  readonly text: string;
}

/** All that a sentence says of a field. */
interface Only {
  readonly field: PolicyField;
  readonly values: readonly string[];
  readonly text: string;
}

/** All that a sentence says of any field. */
interface Whole {
  readonly says: readonly string[];
  readonly text: string;
}

const last = (text: string): Unit => unitsOf(text).at(-1) ?? { text, start: 0, heading: "", nearest: "", before: "", paragraph: text, isHeading: false };

/** As it stands in a text that speaks of data. */
const underHeading = (text: string): string => `${/[ა-ჰ]/u.test(text) ? "თქვენი მონაცემები" : "Your data"}\n\n${text}`;

/** So many ways of saying it have no one writer's words: each half of them counts as one. */
const plainWriter = (nth: number): string => `plain ${nth % 2}`;

/** Of a single sentence one thing is known that it says, or that it says nothing; of some all that they say of a field. */
function phrases(): readonly Example[] {
  const example = (text: string, writer: string, says: (name: string) => number): Example => ({ signs: signsOf(last(text)), says: Int8Array.from(values, says), writer });
  const says = ({ field, value, text }: Phrase, writer: string): Example => example(text, writer, (name) => (name === valueName(field, value) ? 1 : -1));
  const saysOnly = (text: string, field: PolicyField, own: readonly string[], writer: string): Example => {
    const names = new Set(own.map((value) => valueName(field, value)));
    return example(text, writer, (name) => (names.has(name) ? 1 : name.startsWith(field) ? 0 : -1));
  };
  const sets = ["phrases1", "phrases2"].map((file) => [file, read(`${file}.json`) as { readonly said: readonly Phrase[]; readonly nothing: readonly (string | { readonly text: string })[] }] as const);
  const plain = read("plain.json") as { readonly said: readonly Phrase[]; readonly nothing: readonly string[] };
  const statements = read("statements.json") as readonly { readonly field: PolicyField; readonly text: string; readonly values: readonly (readonly string[])[] }[];
  const exact = [...(read("exact.json") as readonly Only[]), ...(read("among.json") as readonly Only[])];
  const whole = read("whole.json") as readonly Whole[];
  const times = read("times.json") as readonly { readonly text: string; readonly values: readonly string[] }[];
  return [
    ...sets.flatMap(([file, { said, nothing }]) => [...said.map((one) => says(one, file)), ...nothing.map((one) => example(typeof one === "string" ? one : one.text, file, () => 0))]),
    ...(read("said.json") as readonly Phrase[]).map((one) => says(one, "said")),
    // What is said plainly is for one thing; to whom and what may be asked can be two ("our sister firm in Denmark").
    ...plain.said.map((one, nth) => (one.field === "purpose" ? saysOnly(one.text, one.field, [one.value], plainWriter(nth)) : says(one, plainWriter(nth)))),
    ...plain.nothing.flatMap((text, nth) => [example(text, plainWriter(nth), () => 0), example(underHeading(text), plainWriter(nth), () => 0)]),
    ...whole.flatMap(({ text, says: all }, nth) => {
      const names = new Set(all);
      const own = (written: string): Example => example(written, `whole ${nth % 2}`, (name) => (names.has(name) ? 1 : 0));
      return [own(text), own(underHeading(text))];
    }),
    ...statements.map(({ field, text, values: [first = []] }) => saysOnly(text, field, first, "statements")),
    ...exact.map(({ field, text, values: own }) => saysOnly(text, field, own, "exact")),
    ...times.map(({ text, values: own }) => saysOnly(underHeading(text), "deadlines", own, "times")),
    ...(read("nothing.json") as readonly string[]).map((text) => example(text, "nothing", () => 0)),
    ...(read("beside.json") as readonly string[]).map((text) => example(underHeading(text), "beside", () => 0)),
  ];
}

/** What was made with the reader. */
export const ownExamples = (): readonly Example[] => [...phrases(), ...["texts.json", "more.json", "fresh.json"].flatMap((file) => (read(file) as readonly Text[]).flatMap((one) => examplesIn(one, "own")))];
