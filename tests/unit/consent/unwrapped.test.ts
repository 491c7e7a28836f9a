import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPolicy } from "../../../src/consent/policy/readPolicy.ts";
import { unwrapped } from "../../../src/consent/policy/unwrapped.ts";

const policy = "კონფიდენციალურობის პოლიტიკა\n\nშპს „მარანი“ ამუშავებს მონაცემებს შეკვეთის შესასრულებლად. მონაცემები ინახება ხუთი წლის განმავლობაში. მისამართი გადაეცემა საკურიერო კომპანიას.\n\nთქვენი უფლებები\n- უფლება გაქვთ გაეცნოთ თქვენს მონაცემებს\n- უფლება გაქვთ მოითხოვოთ მათი გასწორება";

/** As a page of that width breaks it. */
function wrapped(text: string, width: number): string {
  return text.split("\n").map((line) => line.split(" ").reduce((so, word) => (so.length - so.lastIndexOf("\n") + word.length > width ? `${so}\n${word}` : so === "" ? word : `${so} ${word}`), "")).join("\n");
}

describe("text with a page's line ends", () => {
  it("says the same as before it was broken into lines", () => {
    for (const width of [50, 60, 72, 90]) {
      const said = readPolicy(unwrapped(wrapped(policy, width))).map(({ field, value }) => `${field}=${value}`);
      expect(said, `${width}`).toEqual(readPolicy(policy).map(({ field, value }) => `${field}=${value}`));
    }
  });
  it("a word that was cut at the line's end is whole again", () => {
    expect(unwrapped("We keep the records of every customer for five ye-\nars after the last order.")).toBe("We keep the records of every customer for five years after the last order.");
  });
  it("paragraphs in one line each, headings and items stay apart", () => {
    expect(unwrapped(policy)).toBe(policy);
    expect(unwrapped("Your rights\n- see the data that we hold of you and have\n  it put right\n- complain")).toBe("Your rights\n- see the data that we hold of you and have it put right\n- complain");
  });
  it("loses no word of any text", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("a", "ბანკი", "five years.", "- ", "\n", "\n\n", "1. ", "long enough to be a line of a page"), { maxLength: 60 }), (parts) => {
      const text = parts.join(" ");
      const words = (one: string): string => one.replaceAll(/[\s-]+/gu, "");
      expect(words(unwrapped(text))).toBe(words(text));
    }));
  });
});
