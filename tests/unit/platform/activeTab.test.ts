// What the popup learns of a page that does not let it in, or never lets it begin.
import { expect, it, vi } from "vitest";
import { late } from "../../../src/async/within.ts";

const page = vi.hoisted(() => ({ asked: async (): Promise<unknown> => [{ result: "what it says" }] }));
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: { tabs: { query: async () => [{ id: 1 }] }, scripting: { executeScript: () => page.asked() } },
}));
const { askActiveTab } = await import("../../../src/platform/activeTab.ts");

const asked: number[] = [];
const over = { after: async (ms: number) => void asked.push(ms) };
const never = { after: () => new Promise<void>(() => {}) };

it("what the page says", async () => expect(await askActiveTab(() => "", never)).toBe("what it says"));

it("a page that the browser lets nobody into", async () => {
  page.asked = () => Promise.reject(new Error("cannot access a chrome:// URL"));
  expect(await askActiveTab(() => "", never)).toBeNull();
});

it("a page whose own script never ends is waited for some seconds, and is called what it is", async () => {
  page.asked = () => new Promise(() => {});
  expect(await askActiveTab(() => "", over)).toBe(late);
  expect(asked).toEqual([6_000]);
});
