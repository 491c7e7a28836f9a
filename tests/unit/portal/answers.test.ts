// What is no answer of an institution, though its words stand there.
import { afterEach, expect, it, vi } from "vitest";
import { findAnswers } from "../../../src/portal/detect/answers.ts";
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
