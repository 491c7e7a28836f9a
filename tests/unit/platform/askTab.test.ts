// A tab whose tools are on their way is asked again when they are there, and once only.
import { expect, it, vi } from "vitest";

const answers = vi.hoisted(() => [] as unknown[]);
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: {
    tabs: {
      sendMessage: async () => {
        if (answers.length === 0) throw new Error("nobody listens");
        return answers.shift();
      },
    },
  },
}));
const { askTab } = await import("../../../src/platform/tabs.ts");

it.each([
  [[true], true],
  [[false], false],
  [[undefined], null],
  [["again", true], true],
  [["again"], null],
  [[], null],
])("%j is %j", async (given, expected) => {
  answers.splice(0, answers.length, ...given);
  expect(await askTab(1, { kind: "sign/begin" })).toBe(expected);
  expect(answers).toEqual([]);
});
