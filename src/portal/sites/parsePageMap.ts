// A page map from outside: a file that a person was given. It is data and nothing else; what it can do is bounded here, by its
// size, by what a selector may be made of, and by which anchors are taken from it at all.
import { type Fields, isFields } from "../../codec/fields.ts";
import { dayFromIso } from "../../consent/calendar/day.ts";
import { type AnchorId, anchorIds, type AnchorRule, type ExpectedPage, type MoreWords, type PageMap, type SiteGeneration, wordedIds } from "./site.ts";

/** Bytes of a file. */
export const longestFile = 64 * 1024;
const longestSelector = 200;
const mostGenerations = 8;
const mostPages = 40;
const mostWords = 20;

/**
 * Where a signature goes, where a secret is chosen or shown, and which page says that something has arrived (a term may run from it) is never a
 * file's to say: the built-in map and the page's words find it.
 */
const ownOnly: ReadonlySet<AnchorId> = new Set(["signature-field", "password-form", "first-password", "confirmation"]);

export function mayComeFromFile(id: AnchorId): boolean {
  return !ownOnly.has(id);
}

export interface Refusal {
  readonly refused: "format" | "site" | "selector" | "empty";
  /** The selector in question. */
  readonly what?: string;
}

// Types, classes, ids, attributes and the pseudo-classes that say where an element stands. None of what somebody does or has
// visited, no escapes, no namespaces. Each alternative begins with another character, so that no text makes it try twice.
const parts = /^(?:[\w\u10d0-\u10ff-]|[.#>+~*,\s]|\[[a-z-]{1,40}(?:[~|^$*]?=(?:"[^"\\]{0,60}"|'[^'\\]{0,60}'|[\w-]{1,60}))?\]|:(?:has|is|not|where)\(|\)|:(?:first|last|only)-(?:child|of-type)|:nth-(?:child|of-type)\(\d{1,2}\))+$/;
const functional = /:(?:has|is|not|where)\(/g;
/** What is matched against much of the page for each element: once is enough, and one inside the other grows without end. */
const mostFunctional = 4;

/** Whether a selector is of the bounded kind. What it means is asked of a browser (selectorWorks). */
export function isPlainSelector(selector: string): boolean {
  if (selector.trim() === "" || selector.length > longestSelector || !parts.test(selector)) return false;
  return selector.split(":has(").length <= 2 && (selector.match(functional)?.length ?? 0) <= mostFunctional && isClosed(selector);
}

/** Each bracket has its other. A browser closes what is open at the end; in a list with others it would swallow them. */
function isClosed(selector: string): boolean {
  let open = 0;
  for (const sign of selector.replace(/"[^"]*"|'[^']*'/g, "")) {
    if (sign === "(") open += 1;
    else if (sign === ")") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/**
 * @param value what JSON.parse made of a file
 * @returns the map; or why not
 */
export function parsePageMap(value: unknown): PageMap | Refusal {
  if (!isFields(value) || !hasOnly(value, ["format", "site", "name", "date", "generations", "pages", "words"]) || value["format"] !== 1) return { refused: "format" };
  const { site, name, date, generations, pages } = value;
  if (typeof site !== "string" || !isName(name) || !isDay(date)) return { refused: "format" };
  if (site !== "my.gov.ge") return { refused: "site" };
  if (!isList(generations, mostGenerations) || !isList(pages, mostPages)) return { refused: "format" };
  const found: SiteGeneration[] = [];
  for (const one of generations) {
    const generation = parseGeneration(one);
    if ("refused" in generation) return generation;
    found.push(generation);
  }
  const expected = pages.map(parsePage);
  if (expected.includes(null)) return { refused: "format" };
  const words = parseWords(value["words"]);
  if (!words) return { refused: "format" };
  const hasWords = Object.keys(words).length > 0;
  if (!hasWords && !found.some(({ anchors }) => Object.keys(anchors).length > 0)) return { refused: "empty" };
  return { format: 1, site, name, date, generations: found, pages: expected.filter((one) => one !== null), ...(hasWords ? { words } : {}) };
}

function parseGeneration(value: unknown): SiteGeneration | Refusal {
  if (!isFields(value) || !hasOnly(value, ["name", "anchors"])) return { refused: "format" };
  const { name, anchors } = value;
  if (!isName(name) || !isFields(anchors) || Array.isArray(anchors)) return { refused: "format" };
  const known: Partial<Record<AnchorId, AnchorRule>> = {};
  for (const [key, rule] of Object.entries(anchors)) {
    const id = anchorIds.find((one) => one === key);
    // A misspelt anchor would be missed without a word.
    if (!id || !isFields(rule) || !hasOnly(rule, ["selector"]) || typeof rule["selector"] !== "string") return { refused: "format" };
    const selector = rule["selector"];
    if (!isPlainSelector(selector)) return { refused: "selector", what: selector.slice(0, longestSelector) };
    if (mayComeFromFile(id)) known[id] = { selector };
  }
  return { name, anchors: known };
}

/** Words that a page shows, no patterns; none so short that many pages would have it. */
function parseWords(value: unknown): MoreWords | null {
  if (value === undefined) return {};
  if (!isFields(value) || !hasOnly(value, wordedIds)) return null;
  const known: Partial<Record<AnchorId, readonly string[]>> = {};
  for (const id of wordedIds) {
    const words = value[id];
    if (words === undefined) continue;
    if (!isList(words, mostWords) || words.length === 0) return null;
    const plain = words.filter((one): one is string => typeof one === "string" && /^[\p{L}\d][\p{L}\d .,-]{2,38}[\p{L}\d]$/u.test(one));
    if (plain.length < words.length) return null;
    known[id] = plain.map((one) => one.toLowerCase());
  }
  return known;
}

function parsePage(value: unknown): ExpectedPage | null {
  if (!isFields(value) || !hasOnly(value, ["path", "anchors"])) return null;
  const { path, anchors } = value;
  // It is shown in reports in place of an address.
  if (typeof path !== "string" || path.length > 58 || !/^(?:\/(?:[a-z][a-z_-]*|\*))+$/.test(path)) return null;
  if (!isList(anchors, anchorIds.length) || anchors.length === 0) return null;
  const known = anchors.filter((one): one is AnchorId => anchorIds.some((id) => id === one));
  return known.length === anchors.length ? { path, anchors: known } : null;
}

function hasOnly(value: Fields, keys: readonly string[]): boolean {
  return !Array.isArray(value) && Object.keys(value).every((key) => keys.includes(key));
}

function isList(value: unknown, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most;
}

function isName(value: unknown): value is string {
  return typeof value === "string" && /^[\p{L}\d][\p{L}\d .,()-]{0,59}$/u.test(value);
}

/** A day that there is. */
function isDay(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("20") && dayFromIso(value) !== null;
}
