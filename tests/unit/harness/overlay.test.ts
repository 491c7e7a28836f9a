// What the browser tests believe of a page that does not answer: nothing.
import type { Page } from "puppeteer";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { overlayElements, overlayTexts } from "../../e2e/harness/overlay.ts";

const root = { nodeId: 1, nodeName: "#document", children: [{ nodeId: 2, nodeName: "MOQALAQE-OVERLAY", shadowRoots: [{ nodeId: 3, nodeName: "DIV", attributes: ["class", "panel"] }] }] };
const never = new Promise<never>(() => {});

/** A page that leaves its first questions unanswered. */
function page(silent: number): Page {
  let asked = 0;
  const send = (): Promise<unknown> => ((asked += 1) > silent ? Promise.resolve({ root }) : never);
  return { createCDPSession: async () => ({ send }) } as unknown as Page;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([overlayElements, overlayTexts])("a page that stays silent has not said that it has no elements: %o", async (look) => {
  const outcome = look(page(Infinity), "panel").then(() => "an answer", (error: unknown) => String(error));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcome).toContain("the page does not say what is in it");
});

it("one that went while it was asked is asked again, and the one in its place answers", async () => {
  const found = overlayElements(page(1), "panel");
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await found).toMatchObject([{ nodeId: 3, hidden: false }]);
});
