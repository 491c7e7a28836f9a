// What is no answer of an institution, though its words stand there.
import { afterEach, expect, it, vi } from "vitest";
import { findAnswers } from "../../../src/portal/detect/answers.ts";
import { registrationNumber } from "../../../src/portal/detect/forms.ts";
import { pageFacts } from "../../../src/portal/detect/page.ts";
import { askStandIns } from "./standIns.ts";

afterEach(() => void vi.unstubAllGlobals());

it("what stands in a form after the heading is no answer's: not for the first question to a page, nor for the closer look", () => {
  askStandIns();
  const page = (localName: string): Document => {
    const article = { querySelectorAll: () => [{}] };
    const heading = { textContent: "განაცხადი", nextElementSibling: { matches: (selector: string) => selector.startsWith(localName), textContent: "პასუხი განაცხადზე № MQ-2026-000123" }, closest: () => article };
    const main = { textContent: "განაცხადი პასუხი განაცხადზე № MQ-2026-000123", querySelector: (selector: string) => (selector.startsWith("h1") ? heading : null), querySelectorAll: () => [] };
    return { querySelector: () => main } as unknown as Document;
  };
  const says = (document: Document): readonly [boolean, number] => [pageFacts(document).head.includes("პასუხ"), findAnswers(document).length];
  expect(says(page("p"))).toEqual([true, 1]);
  expect(says(page("form"))).toEqual([false, 0]);
});

it.each([
  ["განაცხადის ნომერი: MQ-2026-000123.", "MQ-2026-000123"],
  ["№ GE-APP-2026-1", "GE-APP-2026-1"],
  ["ნომერი: ABCDE-2026-0001-ის მიხედვით", "ABCDE-2026-0001"],
  ["განაცხადი № 01/ა-2026/345, 12.11.2026", "01/ა-2026/345"],
  ["Application number 2026-100001", "2026-100001"],
  ["რეგისტრაციის ნომერი MQ2026000123", "MQ2026000123"],
  ["№ 12.11.2026", null],
  ["ნომერი ჯერ არ არის", null],
])("the number is taken whole: %s", (text, number) => {
  askStandIns();
  const element = { textContent: text, querySelectorAll: () => [] } as unknown as Element;
  expect(registrationNumber(element)).toBe(number);
});
