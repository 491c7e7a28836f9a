// How well texts are read: precision and recall by field, and that neither falls below what was reached.
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { type PolicyField, policyFields } from "../../../src/consent/policy/proposal.ts";
import { readPolicy as readAnew } from "../../../src/consent/policy/readPolicy.ts";

export interface Vector {
  readonly id: string;
  readonly text: string;
  readonly expected: Readonly<Record<PolicyField, readonly string[]>>;
}

/** Each text is read once, however many tests ask for it. */
const readings = new Map<string, ReturnType<typeof readAnew>>();
export function readPolicy(text: string): ReturnType<typeof readAnew> {
  const known = readings.get(text) ?? readAnew(text);
  readings.set(text, known);
  return known;
}

export const folder = new URL("../../vectors/policies/", import.meta.url);
export const read = (file: string): readonly Vector[] => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Vector[];
type Floor = readonly [precision: number, recall: number];
export type Floors = Readonly<Record<PolicyField | "all", Floor>>;
export const aroundEnglish = "Corner Shop news\n\nOpen daily from nine. Bread is baked here.\n\nYour data\n\nWhen you order we write down your name and telephone number.\n\n¤\n\nParking is behind the church.\n\nThank you for reading.";
export const aroundGeorgian = "კუთხის მაღაზია\n\nღია ვართ ყოველდღე ცხრიდან. პურს აქვე ვაცხობთ.\n\nთქვენი მონაცემები\n\nშეკვეთისას ვიწერთ თქვენს სახელსა და ტელეფონს.\n\n¤\n\nავტოსადგომი ეკლესიის უკანაა.\n\nგმადლობთ.";
interface Score {
  right: number;
  proposed: number;
  expected: number;
}

export function score(vectors: readonly Vector[]): Readonly<Record<PolicyField | "all", Score>> {
  const scores = Object.fromEntries([...policyFields, "all"].map((field) => [field, { right: 0, proposed: 0, expected: 0 }])) as Record<PolicyField | "all", Score>;
  for (const { text, expected } of vectors) {
    const proposals = readPolicy(text);
    for (const field of policyFields) {
      const values = proposals.filter((one) => one.field === field).map(({ value }) => value);
      for (const one of [scores[field], scores.all]) {
        one.proposed += values.length;
        one.expected += expected[field].length;
        one.right += values.filter((value) => expected[field].includes(value)).length;
      }
    }
  }
  return scores;
}

export const table = (scores: Readonly<Record<string, Score>>): string =>
  Object.entries(scores).map(([field, { right, proposed, expected }]) => `${field.padEnd(11)} precision ${(right / proposed).toFixed(2)}  recall ${(right / expected).toFixed(2)}  (${right} right, ${proposed} proposed, ${expected} there)`).join("\n");

export function hold({ all }: ReturnType<typeof score>, { precision, recall }: { readonly precision: number; readonly recall: number }): void {
  expect(all.right / all.proposed).toBeGreaterThanOrEqual(precision);
  expect(all.right / all.expected).toBeGreaterThanOrEqual(recall);
}

/** A field that is read worse may not hide behind one that is read better. */
export function keep(vectors: readonly Vector[], floors: Floors): void {
  const scores = score(vectors);
  console.log(table(scores));
  for (const field of [...policyFields, "all"] as const) {
    const { right, proposed, expected } = scores[field];
    expect.soft(Math.floor((right / proposed) * 100), `precision of ${field}`).toBeGreaterThanOrEqual(floors[field][0]);
    expect.soft(Math.floor((right / expected) * 100), `recall of ${field}`).toBeGreaterThanOrEqual(floors[field][1]);
  }
}
