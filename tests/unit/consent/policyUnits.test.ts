// The policy reader's pieces: what is a list's number, and what an amount at a line's beginning.
import { describe, expect, it } from "vitest";
import { unitsOf } from "../../../src/consent/policy/units.ts";

describe("a line's first number", () => {
  it.each([
    ["3. წერილები", "წერილები"],
    ["1. თვითმმართველობა, რომელიც მონაცემებს იღებს.", "თვითმმართველობა, რომელიც მონაცემებს იღებს."],
    ["2. წესები", "წესები"],
    ["4. დღგ", "დღგ"],
    ["4) დღგ", "დღგ"],
    ["5 წესები და პირობები.", "წესები და პირობები."],
    ["2.1. Days off are noted.", "Days off are noted."],
    ["3. Working hours", "Working hours"],
    ["6 Daysail club.", "Daysail club."],
  ])("of a list is no part of what is said: %s", (line, said) => {
    expect(unitsOf(line).map(({ text }) => text)).toEqual([said]);
  });

  it.each(["10 სამუშაო დღე მოთხოვნიდან.", "30 კალენდარული დღის ვადაში.", "5 წლის განმავლობაში.", "6 თვე.", "2 კვირაში.", "3 წელიწადი.", "10 working days after you ask.", "12 months.", "48 საათში."])("with a unit after it is an amount: %s", (line) => {
    expect(unitsOf(line).map(({ text }) => text)).toEqual([line]);
  });
});
