// How well letters are read that others wrote and annotated: what is claimed, what of it is right, and how much there was to say, by field.
import { readFileSync } from "node:fs";
import { type AnswerReading, readAnswer } from "../../../src/consent/answers/readAnswer.ts";

export const answerFields = ["type", "official", "sentOn", "reason", "legalGround", "until", "appeal"] as const;
export type AnswerField = (typeof answerFields)[number];

export interface AnnotatedLetter {
  readonly id: string;
  readonly text: string;
  readonly type: AnswerReading["type"] | null;
  /** The items of a deferral and a refusal; of any other all of it is null. */
  readonly official: string | null;
  readonly sentOn: string | null;
  readonly reason: string | null;
  readonly legalGround: string | null;
  readonly until: string | null;
  /** "part": there are words of it, and to whom or within which time is wanting. */
  readonly appeal: boolean | "part" | null;
}

export interface Figures {
  right: number;
  claimed: number;
  /** What the letters say. */
  said: number;
  /** For whoever works on the reader; of a lot that stays unread it is never printed. */
  readonly amiss: string[];
}

const folder = new URL("../../vectors/answers/", import.meta.url);
export const readLot = (file: string): readonly AnnotatedLetter[] => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as AnnotatedLetter[];

type Value = string | boolean | null;

/** The items count where the annotation has a notice: with a wrong type they are missed, and not wrong once more. That no appeal is spoken of is a claim as well. */
export function scoreAnswers(letters: readonly AnnotatedLetter[]): Readonly<Record<AnswerField, Figures>> {
  const none = (): Figures => ({ right: 0, claimed: 0, said: 0, amiss: [] });
  const all: Record<AnswerField, Figures> = { type: none(), official: none(), sentOn: none(), reason: none(), legalGround: none(), until: none(), appeal: none() };
  for (const letter of letters) {
    const read = readAnswer(letter.text);
    const count = (field: AnswerField, claim: Value, truth: Value): void => {
      const { [field]: figures } = all;
      const isRight = claim !== null && fits(field, claim, truth);
      figures.said += Number(truth !== null);
      figures.claimed += Number(claim !== null);
      figures.right += Number(isRight);
      if (!isRight && claim !== truth) figures.amiss.push(`${letter.id} (${letter.type}): ${claim} | ${truth}`);
    };
    count("type", read?.type ?? null, letter.type);
    if (letter.type !== "deferred" && letter.type !== "refused") continue;
    const notice = read?.type === "deferred" || read?.type === "refused" ? read.notice : null;
    for (const field of ["official", "sentOn", "reason", "legalGround", "until"] as const) count(field, notice?.[field] ?? null, letter[field]);
    count("appeal", notice?.explainsAppeal ?? null, letter.appeal === "part" ? null : letter.appeal);
  }
  return all;
}

/** What is quoted may be longer or shorter than what the annotation marks, by two words at least. */
function fits(field: AnswerField, claim: Value, truth: Value): boolean {
  if (field !== "reason" && field !== "legalGround") return claim === truth;
  if (typeof claim !== "string" || typeof truth !== "string") return false;
  const [said, marked] = [claim, truth].map((one) => one.replace(/\s+/gu, " ").trim()) as [string, string];
  const shorter = said.length < marked.length ? said : marked;
  return (said.includes(marked) || marked.includes(said)) && shorter.split(" ").length >= 2;
}

export const answerTable = (scores: Readonly<Record<AnswerField, Figures>>): string =>
  [...answerFields.map((field) => [field, scores[field]] as const), ["all", total(scores)] as const]
    .map(([field, { right, claimed, said }]) => `${field.padEnd(11)} precision ${(right / claimed).toFixed(3)}  recall ${(right / said).toFixed(3)}  (${right} right, ${claimed} claimed, ${said} there)`)
    .join("\n");

export function total(scores: Readonly<Record<AnswerField, Figures>>): Omit<Figures, "amiss"> {
  const sum = (item: "right" | "claimed" | "said"): number => answerFields.reduce((so, field) => so + scores[field][item], 0);
  return { right: sum("right"), claimed: sum("claimed"), said: sum("said") };
}

/** As paper of a width has it; columns keep their gaps. */
export function wrap(line: string, width: number): readonly string[] {
  if (line.length <= width || /\s{4,}/u.test(line)) return [line];
  const out: string[] = [""];
  for (const word of line.split(" ")) {
    const last = out.at(-1) ?? "";
    if (last !== "" && last.length + word.length + 1 > width) out.push(word);
    else out[out.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return out;
}
