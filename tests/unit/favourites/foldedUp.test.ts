// The ten names of the menu come folded up or open, and stay as they came.
import { expect, it, vi } from "vitest";

vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));
const { foldedUp } = await import("../../../src/frame/favourites/CategoryList.tsx");

it("few are open once all are there, many are folded up at once, and a service more closes nothing", () => {
  expect(foldedUp(null, 3, false)).toBeNull();
  expect(foldedUp(null, 12, true)).toBe(false);
  expect(foldedUp(null, 100, false)).toBe(true);
  expect(foldedUp(false, 13, true), "one more was starred meanwhile").toBe(false);
  expect(foldedUp(true, 2, true)).toBe(true);
});
