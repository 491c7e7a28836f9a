// What a page is asked before any part of the tools comes: so often its elements are gone through.
import { expect, it } from "vitest";
import { learn, lookFor, rememberAnchors } from "../../../src/portal/findAnchors.ts";
import { mayUse } from "../../../src/portal/mayUse.ts";
import { askStandIns } from "./standIns.ts";

askStandIns();

/** A page of which every question finds nothing, and how often it was asked. */
function bareDocument(): { readonly document: Document; readonly asked: readonly string[] } {
  const asked: string[] = [];
  const note = <T>(selector: string, answer: T): T => {
    asked.push(selector);
    return answer;
  };
  const document = { body: null, location: { href: "https://www.my.gov.ge/", hostname: "www.my.gov.ge", protocol: "https:" }, querySelector: (selector: string) => note(selector, null), querySelectorAll: (selector: string) => note(selector, []) };
  return { document: document as unknown as Document, asked };
}

it("a page without a form is asked once for the tools for forms, and once for what there may be a form in, and eight times at most for those that read", () => {
  const { document, asked } = bareDocument();
  rememberAnchors(true);
  expect(mayUse(document, "forms")).toBe(false);
  expect(asked).toHaveLength(2);
  expect(mayUse(document, "reading")).toBe(false);
  expect(asked.length).toBeLessThanOrEqual(10);
  // A round later on, nothing of it is asked anew but what can't be kept.
  const before = asked.length;
  expect(mayUse(document, "forms") || mayUse(document, "reading")).toBe(false);
  expect(asked.length - before).toBeLessThanOrEqual(2);
  rememberAnchors(false);
});

it("an anchor whose part is not there is known to the site data alone, and found once the part has come", () => {
  const { document } = bareDocument();
  const found = [{ localName: "p" }] as unknown as Element[];
  const page = { ...document, querySelector: (selector: string) => (selector.includes("input[type=file]") ? found[0] : null), querySelectorAll: () => [] } as unknown as Document;
  expect(lookFor(page, "document-store").elements).toEqual([]);
  learn({ detectors: { "document-store": () => found }, sense: {}, share: () => undefined });
  expect(lookFor(page, "document-store")).toEqual({ elements: found, by: "words" });
});

it("the fields of a form are counted without asking it: a field may be named as what would be asked", () => {
  const { document } = bareDocument();
  const form = { get elements(): never { throw new TypeError("a field"); }, get querySelectorAll(): never { throw new TypeError("a field"); } };
  const typed = (around: unknown, owner: unknown): unknown => ({ form: owner, closest: () => around });
  const page = (...fields: readonly unknown[]): Document => ({ ...document, querySelector: (selector: string) => (selector.startsWith("form,") ? form : null), querySelectorAll: (selector: string) => (selector.includes("textarea") ? fields : []) }) as unknown as Document;
  expect(mayUse(page(typed(form, form)), "forms"), "a search").toBe(false);
  expect(mayUse(page(typed(form, form), typed(form, form)), "forms")).toBe(true);
  expect(mayUse(page(typed(form, form), typed(null, form)), "forms"), "one stands outside and names the form").toBe(true);
  expect(mayUse(page({ closest: () => form }, { closest: () => form }), "forms"), "a role alone").toBe(true);
  expect(mayUse(page(typed(form, form), typed({}, {}), typed(null, null), typed(null, null)), "forms"), "one each, and some in none").toBe(false);
});
