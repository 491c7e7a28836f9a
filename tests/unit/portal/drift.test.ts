// When a page may be said to have lost something: not while nobody has looked for it by its words.
import { expect, it, vi } from "vitest";
import { learn } from "../../../src/portal/findAnchors.ts";
import { askStandIns } from "./standIns.ts";

// The browser's own messages, of which nothing is sent here.
vi.mock("../../../src/platform/runtime.ts", () => ({ sendMessage: () => Promise.resolve(null) }));
askStandIns();
const { canTell } = await import("../../../src/portal/drift.ts");

/** A page that has elements only for what is asked with one of these words. */
function pageWith(...words: readonly string[]): Document {
  const has = (selector: string): boolean => words.some((word) => selector.includes(word));
  const location = { href: "https://www.my.gov.ge/", hostname: "www.my.gov.ge", protocol: "https:", pathname: "/" };
  const page = { body: null, location, querySelector: (selector: string) => (has(selector) ? {} : null), querySelectorAll: () => [] };
  return page as unknown as Document;
}

it("what every page is looked at for can be missed at once", () => {
  expect(canTell(pageWith(), "service-link", [])).toBe(true);
});

it("a part that is switched off has looked for nothing, and one on its way not yet", () => {
  for (const anchor of ["application-form", "confirmation", "profile-form"] as const) {
    expect(canTell(pageWith(), anchor, ["signing"]), `${anchor}: nothing of a form in the page`).toBe(true);
    expect(canTell(pageWith("input[type=file]"), anchor, ["signing"]), `${anchor}: its part was called`).toBe(false);
    expect(canTell(pageWith(), anchor, ["favourites", "answers"]), `${anchor}: its part is off`).toBe(false);
  }
  expect(canTell(pageWith(), "personal-page", ["signing"])).toBe(false);
  expect(canTell(pageWith(), "personal-page", ["answers"])).toBe(true);
});

it("a page without a form may say that one has arrived: that was not looked for", () => {
  const said = { ...pageWith(), body: { querySelector: () => null, querySelectorAll: () => [], textContent: "განცხადება მიღებულია. განაცხადის ნომერი: MG-26-000123" } } as unknown as Document;
  expect(canTell(said, "confirmation", ["signing"])).toBe(false);
  expect(canTell(said, "application-form", ["signing"])).toBe(true);
});

it("a part that has come has looked, wherever and whatever is switched off later", () => {
  learn({ detectors: { "profile-form": () => [] }, sense: {}, share: () => undefined });
  expect(canTell(pageWith("input[type=file]"), "profile-form", [])).toBe(true);
});
