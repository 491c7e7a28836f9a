// Letters of ours as institutions write them (tests/vectors/answers), read from their words. What counts first is that nothing is claimed
// that a letter does not say: the floors of precision are the whole. docs/consent.md has the figures at first sight.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type AnswerReading, readAnswer } from "../../../src/consent/answers/readAnswer.ts";
import { letterText } from "../../../src/consent/answers/letterText.ts";
import { wrap } from "./answerScore.ts";
import { datesIn } from "../../../src/consent/answers/dates.ts";

const folder = fileURLToPath(new URL("../../vectors/answers/", import.meta.url));

/** One of several that may be said. */
type OneOf<T> = T | readonly T[];

interface Expected {
  /** null: it is no answer (received, passed on, another matter). */
  readonly type: OneOf<AnswerReading["type"] | null>;
  readonly official?: OneOf<string | null>;
  readonly sentOn?: OneOf<string | null>;
  /** Words of the sentence that says it. */
  readonly reason?: OneOf<string | null>;
  readonly legalGround?: OneOf<string | null>;
  readonly until?: OneOf<string | null>;
  /** True where it says to whom and within which time; a mere mention is none. */
  readonly appeal?: true | null;
}

const fields = ["type", "official", "sentOn", "reason", "legalGround", "until", "appeal"] as const;
type Field = (typeof fields)[number];

/** In hundredths. */
const floors: Readonly<Record<Field, { readonly precision: number; readonly recall: number }>> = {
  type: { precision: 100, recall: 98 },
  official: { precision: 100, recall: 100 },
  sentOn: { precision: 100, recall: 100 },
  reason: { precision: 100, recall: 95 },
  legalGround: { precision: 100, recall: 100 },
  until: { precision: 100, recall: 100 },
  appeal: { precision: 100, recall: 100 },
};

const letters = readdirSync(folder).filter((one) => one.endsWith(".txt")).map((one) => one.slice(0, -4));
const expected = JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Readonly<Record<string, Expected>>;
const textOf = (name: string): string => readFileSync(`${folder}${name}.txt`, "utf8");
const listOf = <T>(value: OneOf<T> | undefined): readonly T[] => (Array.isArray(value) ? value : value === undefined ? [] : [value as T]);

interface Figures {
  right: number;
  claimed: number;
  /** What the letters say. */
  said: number;
  readonly wrong: string[];
}

function measure(): Readonly<Record<Field, Figures>> {
  const none = (): Figures => ({ right: 0, claimed: 0, said: 0, wrong: [] });
  const figures: Record<Field, Figures> = { type: none(), official: none(), sentOn: none(), reason: none(), legalGround: none(), until: none(), appeal: none() };
  const count = (name: string, field: Field, claim: string | true | null, wanted: readonly (string | true | null)[]): void => {
    const { [field]: one } = figures;
    const quotes = field === "reason" || field === "legalGround";
    const fits = wanted.some((want) => (quotes && typeof want === "string" && typeof claim === "string" ? claim.includes(want) : want === claim));
    if (!wanted.includes(null)) one.said += 1;
    if (claim !== null) one.claimed += 1;
    if (claim !== null && fits) one.right += wanted.includes(null) ? 0 : 1;
    if (claim !== null && fits && wanted.includes(null)) one.claimed -= 1;
    if (!fits) one.wrong.push(`${name}: ${String(claim)}`);
  };
  for (const name of letters) {
    const want = expected[name];
    if (!want) throw new Error(`nothing is expected of ${name}`);
    const found = readAnswer(textOf(name));
    count(name, "type", found?.type ?? null, listOf(want.type));
    if (found?.type !== "deferred" && found?.type !== "refused") continue;
    const { notice } = found;
    count(name, "official", notice.official, listOf(want.official));
    count(name, "sentOn", notice.sentOn, listOf(want.sentOn));
    count(name, "reason", notice.reason, listOf(want.reason));
    if (found.type === "refused") count(name, "legalGround", notice.legalGround, listOf(want.legalGround));
    if (found.type === "deferred") count(name, "until", notice.until, listOf(want.until));
    count(name, "appeal", notice.explainsAppeal || null, listOf(want.appeal));
  }
  return figures;
}

describe("letters as they come", () => {
  it("are read without a claim that they do not bear", () => {
    expect(Object.keys(expected).toSorted()).toEqual(letters.toSorted());
    expect(letters.filter((one) => one.startsWith("ka")).length).toBeGreaterThanOrEqual(45);
    const figures = measure();
    const hundredths = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((100 * part) / whole));
    console.log(Object.entries(figures).map(([field, { right, claimed, said }]) => `${field} ${right}/${claimed} of ${said}`).join(" · "));
    for (const field of fields) {
      const { right, claimed, said, wrong } = figures[field];
      const why = `${field}\n${wrong.join("\n")}`;
      if (wrong.length > 0) console.log(why);
      expect(hundredths(right, claimed), why).toBeGreaterThanOrEqual(floors[field].precision);
      expect(hundredths(right, said), why).toBeGreaterThanOrEqual(floors[field].recall);
    }
  });

  it("whatever the paper's width: a narrow column says the same", () => {
    const cut = (text: string, width: number): string => letterText(text).paragraphs.map((one) => wrap(one, width).join("\n")).join("\n\n");
    for (const name of letters.filter((one) => expected[one]?.type === "refused" || expected[one]?.type === "deferred")) {
      const whole = readAnswer(textOf(name));
      const narrow = readAnswer(cut(textOf(name), 44));
      expect(narrow?.type, name).toBe(whole?.type);
      expect(narrow?.notice.explainsAppeal, name).toBe(whole?.notice.explainsAppeal);
    }
  });

  it("an appeal explains itself with whom and when; one of them alone is for the person to look at, and no word is none", () => {
    const of = (words: string) => readAnswer(`თქვენს მოთხოვნას უარი ეთქვა.\n${words}`)?.notice.explainsAppeal;
    expect(of("შეგიძლიათ გაასაჩივროთ სახელმწიფო აუდიტის სამსახურში ერთი თვის ვადაში.")).toBe(true);
    expect(of("შეგიძლიათ გაასაჩივროთ სასამართლოში. ვადაა 1 თვე.")).toBe(true);
    expect(of("შეგიძლიათ გაასაჩივროთ სასამართლოში.")).toBeNull();
    expect(of("შეგიძლიათ გაასაჩივროთ ერთი თვის ვადაში.")).toBeNull();
    expect(of("You may appeal.")).toBeNull();
    expect(of("You may appeal to the court within 30 days.")).toBe(true);
    expect(of("პატივისცემით.")).toBe(false);
  });

  it("a period without a last day is quoted, and counted only where it begins with the letter's own day", () => {
    const of = (words: string) => readAnswer(`03.11.2026\n\nთქვენს მოთხოვნაზე პასუხის ვადა გაგრძელდა. ${words}`);
    expect(of("პასუხს მიიღებთ ამ წერილის თარიღიდან 30 კალენდარული დღის ვადაში.")).toMatchObject({ term: null, notice: { until: "2026-12-03" } });
    expect(of("პასუხს მიიღებთ 30 კალენდარული დღის ვადაში.")).toMatchObject({ term: expect.stringContaining("30 კალენდარული"), notice: { until: null } });
    expect(of("პასუხს მიიღებთ ამ წერილის თარიღიდან 10 სამუშაო დღის ვადაში.")).toMatchObject({ term: expect.stringContaining("10 სამუშაო"), notice: { until: null } });
  });
});

describe("days as they are written", () => {
  it.each([
    ["2026 წლის 3 ნოემბერს", "2026-11-03"], ["03.11.2026", "2026-11-03"], ["3/11/2026", "2026-11-03"], ["03-11-2026", "2026-11-03"], ["2026-11-03", "2026-11-03"], ["ა.წ. 3 ნოემბერი", "2026-11-03"],
    ["მიმდინარე წლის 3 ნოემბრამდე", "2026-11-03"], ["„3“ ნოემბერი 2026 წ.", "2026-11-03"], ["3 ნოემბერი, 2026 წელი", "2026-11-03"], ["3 ნოე. 2026", "2026-11-03"], ["03.11.26", "2026-11-03"],
    ["2026 წლის 5 მარტს", "2026-03-05"], ["2026 წლის 31 მაისის ჩათვლით", "2026-05-31"], ["1 აგვისტოს", "2026-08-01"], ["3 November 2026", "2026-11-03"], ["November 3rd, 2026", "2026-11-03"], ["the 3rd of November 2026", "2026-11-03"],
    ["31.02.2026", null], ["3 მარტო", null], ["13/13/2026", null], ["№ 1.12.2026.4", null], ["MES 5 26 0139", null], ["2026 წლის 30 თებერვალი", null],
  ])("%s", (words, iso) => {
    expect(datesIn(words, 2026).map((one) => one.iso)).toEqual(iso === null ? [] : [iso]);
  });
});
