// Letters by others than whoever wrote the reader, annotated by them (tests/vectors/answers): from learned*.json it has learned since, of frozen*.json it knows figures alone.
// What it made of them at first sight is in docs/consent.md. phrases.json is ours, made with it.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAnswer } from "../../../src/consent/answers/readAnswer.ts";
import { type AnnotatedLetter, type AnswerField, answerFields, answerTable, readLot, scoreAnswers, total, wrap } from "./answerScore.ts";

const learnedLots = ["learned1.json", "learned2.json", "learned3.json"];

type Floors = Readonly<Record<AnswerField | "all", readonly [precision: number, recall: number]>>;

/** In hundredths, cut off. */
const learned: Floors = { type: [100, 91], official: [100, 96], sentOn: [100, 100], reason: [100, 100], legalGround: [100, 100], until: [100, 100], appeal: [100, 100], all: [100, 96] };
/** By two more writers, whose letters nobody who works on the reader has read. */
const frozen: Readonly<Record<string, Floors>> = {
  "frozen1.json": { type: [80, 54], official: [100, 37], sentOn: [100, 44], reason: [85, 66], legalGround: [100, 50], until: [75, 100], appeal: [100, 62], all: [87, 55] },
  "frozen2.json": { type: [76, 52], official: [100, 57], sentOn: [100, 88], reason: [75, 37], legalGround: [75, 75], until: [100, 33], appeal: [83, 83], all: [84, 59] },
};

const hundredths = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((100 * part) / whole));

/** @param amissToo what was amiss is said: of a lot that stays unread it is not */
function keep(letters: readonly AnnotatedLetter[], floors: Floors, amissToo: boolean): void {
  const scores = scoreAnswers(letters);
  console.log(answerTable(scores));
  for (const field of [...answerFields, "all"] as const) {
    const { right, claimed, said } = field === "all" ? total(scores) : scores[field];
    const why = field === "all" || !amissToo ? field : `${field}\n${scores[field].amiss.join("\n")}`;
    expect(hundredths(right, claimed), why).toBeGreaterThanOrEqual(floors[field][0]);
    expect(hundredths(right, said), why).toBeGreaterThanOrEqual(floors[field][1]);
  }
}

describe("letters in other people's words", () => {
  it("that it has learned from are read so well, each field by itself", () => {
    const letters = learnedLots.flatMap(readLot);
    expect(letters.length).toBe(78);
    keep(letters, learned, true);
  });

  it.each([90, 72, 48])("with their lines cut at %i letters, as a PDF has them, the same", (width) => {
    const cut = ({ text }: AnnotatedLetter): string => text.split("\n").flatMap((one) => (/^\s*[>|]/u.test(one) ? [one] : wrap(one, width))).join("\n");
    const { right, claimed, said } = total(scoreAnswers(learnedLots.flatMap(readLot).map((one) => ({ ...one, text: cut(one) }))));
    expect(hundredths(right, claimed)).toBeGreaterThanOrEqual(98);
    expect(hundredths(right, said)).toBeGreaterThanOrEqual(95);
  });

  it.each(Object.entries(frozen))("that nobody who works on it has read are read so well; they measure only while that is so: %s", (file, floors) => {
    const letters = readLot(file);
    expect(letters.length).toBeGreaterThanOrEqual(24);
    keep(letters, floors, false);
  });
});

interface Phrase {
  readonly type: AnnotatedLetter["type"];
  readonly text: string;
  /** Of a refusal or a deferral: words of the sentence that says why. */
  readonly reason?: string;
}

describe("an answer in a sentence or three", () => {
  it("which it is, said in as many ways as came to mind, and what answers nothing", () => {
    const phrases = JSON.parse(readFileSync(new URL("../../vectors/answers/phrases.json", import.meta.url), "utf8")) as readonly Phrase[];
    const read = phrases.map((one) => ({ ...one, found: readAnswer(`X\n\n${one.text}`) }));
    const claimed = read.filter(({ found }) => found !== null);
    const right = claimed.filter(({ type, found }) => found?.type === type);
    const said = read.filter(({ type }) => type !== null);
    console.log(`${right.length} right of ${claimed.length}, of ${said.length}`);
    const wrong = claimed.filter((one) => !right.includes(one)).map(({ type, found, text }) => `${type}, not ${found?.type}: ${text}`).join("\n");
    expect(hundredths(right.length, claimed.length), wrong).toBeGreaterThanOrEqual(97);
    expect(hundredths(right.length, said.length)).toBeGreaterThanOrEqual(88);
    const reasons = right.filter(({ reason }) => reason !== undefined);
    expect(hundredths(reasons.filter(({ found, reason }) => found?.notice.reason?.includes(reason ?? "")).length, reasons.length)).toBeGreaterThanOrEqual(88);
  });
});
