// A page whose heading has changed is known again by the words of a map from a file; what is pressed for the person never is.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findApplicationForms, maySend, saysSend } from "../../../src/portal/detect/forms.ts";
import { findTerms } from "../../../src/portal/detect/terms.ts";
import { headSays, learn, lookFor } from "../../../src/portal/findAnchors.ts";
import { usePageMap } from "../../../src/portal/sites/bySiteData.ts";
import type { MoreWords } from "../../../src/portal/sites/site.ts";
import { askStandIns } from "./standIns.ts";

const learnFrom = (words: MoreWords): void => usePageMap({ format: 1, site: "my.gov.ge", name: "new", date: "2099-01-01", generations: [], pages: [], words });
const element = (more: object): Element => Object.assign(Object.create(Element.prototype) as object, { localName: "p", nextElementSibling: null, ...more }) as unknown as Element;

describe("words from a map", () => {
  beforeEach(() => {
    askStandIns();
    vi.stubGlobal("HTMLInputElement", Map);
  });
  afterEach(() => {
    usePageMap(null);
    vi.unstubAllGlobals();
  });

  it("lead to a page that no built-in word leads to", () => {
    const heading = element({ textContent: "სარგებლობის რეგლამენტი" });
    const paragraphs = [heading, heading, heading];
    const main = element({ textContent: "სარგებლობის რეგლამენტი", querySelector: (selector: string) => (selector.startsWith("h1") ? heading : null), querySelectorAll: (selector: string) => (selector === "h1, h2" ? [heading] : paragraphs) });
    const page = Object.assign(Object.create(Document.prototype) as object, { querySelector: (selector: string) => (selector.startsWith("main") ? main : null), querySelectorAll: () => [] }) as unknown as Document;
    learn({ detectors: { terms: findTerms }, sense: {}, share: () => undefined });
    expect([headSays(page, "terms"), lookFor(page, "terms").elements]).toEqual([false, []]);
    learnFrom({ terms: ["რეგლამენტი"] });
    expect([headSays(page, "terms"), lookFor(page, "terms")]).toEqual([true, { elements: [main], by: "words" }]);
    // For that alone.
    expect(headSays(page, "registration")).toBe(false);
  });

  it("know a form by what its button says, and press none", () => {
    const button = element({ textContent: "ჩაბარება" });
    const form = element({ matches: () => false, querySelector: () => null, querySelectorAll: (selector: string) => (selector.startsWith("button") ? [button] : selector.includes("textarea") ? [button, button, button] : []) });
    const page = Object.assign(Object.create(Document.prototype) as object, { querySelectorAll: () => [form] }) as unknown as Document;
    expect(findApplicationForms(page)).toEqual([]);
    learnFrom({ "application-form": ["ჩაბარ"] });
    expect(findApplicationForms(page)).toEqual([form]);
    expect([maySend(button), saysSend(button)]).toEqual([true, false]);
    // Nor does it lead to a form that is signed.
    expect(findApplicationForms(page, saysSend)).toEqual([]);
  });
});
