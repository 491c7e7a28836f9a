// A map of the portal's pages from a file: what is taken, what is refused, and that a broken one is never taken by halves.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import fixtures from "../../../src/portal/sites/my-gov-ge.fixtures.json" with { type: "json" };
import schema from "../../../src/portal/sites/pageMap.schema.json" with { type: "json" };
import { builtIn } from "../../../src/portal/sites/builtIn.ts";
import { expectationFor } from "../../../src/portal/sites/expectation.ts";
import { isPlainSelector, mayComeFromFile, parsePageMap } from "../../../src/portal/sites/parsePageMap.ts";
import { anchorIds, type PageMap } from "../../../src/portal/sites/site.ts";

const runs = process.env["SLOW"] ? 20_000 : 1_500;
const fits = new Ajv2020().compile(schema);
const copy = (): Record<string, unknown> => structuredClone(builtIn) as unknown as Record<string, unknown>;
const taken = (value: unknown): PageMap | null => {
  const map = parsePageMap(value);
  return "refused" in map ? null : map;
};
const withSelector = (selector: unknown): unknown => ({ ...copy(), generations: [{ name: "new", anchors: { terms: { selector } } }] });

describe("the built-in map", () => {
  it("is itself a file that is taken, but for what no file may say", () => {
    expect(fits(builtIn), JSON.stringify(fits.errors)).toBe(true);
    const map = taken(copy());
    expect(map?.generations.map(({ name }) => name)).toEqual(builtIn.generations.map(({ name }) => name));
    expect(map?.pages).toEqual(builtIn.pages);
    for (const [at, { anchors }] of builtIn.generations.entries()) {
      for (const id of anchorIds) expect(map?.generations[at]?.anchors[id]?.selector, id).toBe(mayComeFromFile(id) ? anchors[id]?.selector : undefined);
    }
    expect(anchorIds.filter((id) => !mayComeFromFile(id))).toEqual(["confirmation", "signature-field", "password-form", "first-password"]);
  });

  it("expects of a page what its address says, whatever stands in the place of a star", () => {
    const of = (path: string) => expectationFor(path, builtIn.pages)?.page ?? null;
    expect(["/services", "/services/", "/services/x", "/services/x/apply", "/answers/17", "/services/x/y/z", "/", "/services//apply"].map(of)).toEqual(["/services", "/services", "/services/…", "/services/…/apply", "/answers/…", null, null, null]);
    expect(expectationFor("/a", [{ path: "/a", anchors: ["of a later version"] }])).toBeNull();
  });
});

it("each rule of the built-in map has a fixture that it must match, and each fixture its rule", () => {
  const rules = builtIn.generations.map(({ name, anchors }) => [name, Object.keys(anchors)]);
  expect(Object.entries(fixtures).map(([name, anchors]) => [name, Object.keys(anchors)])).toEqual(rules);
  for (const anchors of Object.values(fixtures)) for (const holds of Object.values(anchors)) expect(holds.length).toBeGreaterThan(0);
});

describe("a selector from a file", () => {
  it.each(["main > .terms", "[data-view=rules] li:nth-child(2)", "a[href^='/s/']", 'main:has(> [role="table"])', ".წესები", ":is(main, [role=main]) > p:first-of-type", "p:not([title=')'])"])("may say where an element stands: %s", (selector) => {
    expect(isPlainSelector(selector)).toBe(true);
    expect(fits(withSelector(selector)) && taken(withSelector(selector)) !== null).toBe(true);
  });

  it.each(["", "  ", "a:visited", "a:hover", "p::before", "div:has(p:has(a))", "x:has(a):has(b)", "a\\:b", "a{}", "a;b", "@import 'x'", "<script>", "url(x)", "svg|a", ":host", "li:nth-child(2n+1)", "[onclick=\"a\\\"b\"]", "a".repeat(201), ":is(:is(:is(:is(:is(a)))))", "main:is(.x", "a:has(b", "a)", "a):is(b", "p:not([title=')']", 5, null, ["a"]])("and nothing else: %s", (selector) => {
    expect(parsePageMap(withSelector(selector))).toHaveProperty("refused");
    expect(fits(withSelector(selector)) && typeof selector === "string" && isPlainSelector(selector)).toBe(false);
  });
});

describe("words from a file", () => {
  const withWords = (words: unknown, generations: unknown = []): unknown => ({ ...copy(), generations, words });
  it.each([[{ terms: ["სარგებლობის რეგლამენტი", "Rulebook 2"] }], [{ "application-form": ["ჩაბარება"], notice: ["ცნობები, ახალი"] }]])("are taken in small letters, for what a heading or a button says: %j", (words) => {
    expect(fits(withWords(words))).toBe(true);
    expect(taken(withWords(words))?.words).toEqual(JSON.parse(JSON.stringify(words).toLowerCase()));
  });
  it.each<[unknown]>([[{}], [{ terms: [] }], [{ terms: ["abc"] }], [{ terms: [" abcd"] }], [{ terms: ["a".repeat(41)] }], [{ terms: [".*{}"] }], [{ terms: ["a\u202ebcd"] }], [{ terms: ["a\nbcd"] }], [{ terms: Array(21).fill("word") }], [{ terms: "word" }], [{ terms: [7] }], [{ "service-link": ["word"] }], [{ "signature-field": ["word"] }], [{ "password-form": ["word"] }], [{ "first-password": ["word"] }], [{ confirmation: ["word"] }], [["word"]], [null]])("and for nothing else, nor with anything in them but words: %j", (words) => {
    expect(parsePageMap(withWords(words))).toHaveProperty("refused");
    expect(fits(withWords(words)) && JSON.stringify(words) !== "{}").toBe(false);
  });
});

describe("a file that was damaged, or made to do harm", () => {
  it("is refused by its fields: no other site, no other format, no word that is not known, no day that is none", () => {
    const refusal = (change: Record<string, unknown>) => (parsePageMap({ ...copy(), ...change }) as { refused?: string }).refused;
    expect(refusal({ site: "evil.example" })).toBe("site");
    for (const change of [{ format: 2 }, { hosts: ["*://*/*"] }, { script: "alert(1)" }, { name: "<b>x</b>" }, { name: "" }, { name: "x".repeat(61) }, { name: "a\u202eb" }, { date: "2026-02-30" }, { date: "26.11.2026" }, { date: "2026-11-26T00:00" }, { generations: {} }, { generations: Array(9).fill(builtIn.generations[0]) }, { pages: Array(41).fill(builtIn.pages[0]) }, { pages: [{ path: "/a?b", anchors: ["terms"] }] }, { pages: [{ path: "https://x", anchors: ["terms"] }] }, { pages: [{ path: "/a", anchors: [] }] }, { pages: [{ path: "/a", anchors: ["tremse"] }] }]) expect(refusal(change), JSON.stringify(change).slice(0, 60)).toBe("format");
    expect(refusal({ generations: [{ name: "a", anchors: { "service-links": { selector: "a" } } }] })).toBe("format");
    expect(refusal({ generations: [{ name: "a", anchors: { terms: { selector: "a", run: "x" } } }] })).toBe("format");
    expect(refusal({ generations: [{ name: "a", anchors: { "first-password": { selector: "b" }, "signature-field": { selector: "input" } } }] })).toBe("empty");
    for (const value of [null, 1, "x", [], [copy()], { ...copy(), generations: null }]) expect(parsePageMap(value)).toHaveProperty("refused");
    expect(parsePageMap(JSON.parse(JSON.stringify(copy()).replace('"terms":', '"__proto__":')))).toEqual({ refused: "format" });
  });

  it("with anything in any place of it another thing: whatever is taken fits the schema, and is a map of its own kind", () => {
    const places: (readonly (string | number)[])[] = [];
    const walk = (value: unknown, way: readonly (string | number)[]): void => {
      places.push(way);
      if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, [...way, Array.isArray(value) ? Number(key) : key]);
    };
    walk(builtIn, []);
    const odd = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: "binary" }), fc.constantFrom<unknown>(undefined, {}, [], -1, 1e308, "*", "a:visited", "/", "__proto__", "2026-13-01"));
    let refused = 0;
    fc.assert(fc.property(fc.constantFrom(...places), odd, fc.boolean(), (way, value, add) => {
      const map: unknown = copy();
      const last = way.at(-1);
      let at = map as Record<string | number, unknown>;
      for (const step of way.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
      if (last === undefined) return;
      at[add && !Array.isArray(at) ? `${String(last)}x` : last] = value;
      const found = taken(map);
      if (!found) {
        refused += 1;
        return;
      }
      // The schema counts a selector's pieces less closely, and knows no calendar: it never refuses what is taken.
      expect(fits(map), JSON.stringify(fits.errors)).toBe(true);
      expect(parsePageMap(structuredClone(found))).toEqual(found);
      for (const { anchors } of found.generations) for (const [id, rule] of Object.entries(anchors)) expect(mayComeFromFile(id as never) && Object.keys(rule).join() === "selector" && isPlainSelector(rule.selector)).toBe(true);
    }), { numRuns: runs / 4 });
    expect(refused).toBeGreaterThan(runs / 12);
  });

  it("cut off or with a byte changed it is refused, or is what it says", () => {
    const text = JSON.stringify(builtIn);
    fc.assert(fc.property(fc.nat(text.length - 1), fc.constantFrom("", ...'"{}[],:<>\\a0'), fc.boolean(), (at, put, cut) => {
      let value: unknown;
      try {
        value = JSON.parse(cut ? text.slice(0, at) : text.slice(0, at) + put + text.slice(at + 1));
      } catch {
        return;
      }
      const found = taken(value);
      if (found) expect(fits(value), JSON.stringify(fits.errors)).toBe(true);
    }), { numRuns: runs });
  });
});
