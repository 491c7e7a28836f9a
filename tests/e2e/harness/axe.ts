// axe-core in what is shown. Its source is half a megabyte, and all its rules take a page of ours some tenths of a second of the
// processor: a document is given the one once, and asked for the others only where they can answer otherwise than before.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Frame, Page } from "puppeteer";
import { until } from "./until.ts";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const byColours = ["color-contrast", "link-in-text-block"];
/** What a width decides, for the same elements with the same words. */
const byLayout = [...byColours, "scrollable-region-focusable"];

/** Gives axe-core to a document that does not have it yet. */
export async function putAxe(where: Page | Frame): Promise<void> {
  if (!(await where.evaluate(() => "axe" in globalThis))) await where.evaluate(source);
}

/**
 * What axe-core finds wrong in a document.
 * @param rules "colours": only what the colours decide, for a document that was asked for everything in other colours; "layout": that,
 * and what the width decides
 */
export async function violations(where: Page | Frame, rules: "all" | "colours" | "layout" = "all"): Promise<readonly string[]> {
  await putAxe(where);
  return await where.evaluate(async (only) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    // Style sheets are parsed a second time only for a rule that is an experiment of theirs, and off.
    const result = await run(document, { resultTypes: ["violations"], preload: { assets: ["media"] }, ...(only ? { runOnly: only } : {}) });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(" | ")}`);
  }, { all: null, colours: byColours, layout: byLayout }[rules]);
}

/** What is to be seen, apart from colours: as long as it is the same, so are the answers of the rules that look at no colour. */
export async function shape(page: Page | Frame): Promise<string> {
  return await page.evaluate(() => {
    const tags = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()).map((one) => `<${[one.tagName, ...[...one.attributes].map(({ name, value }) => `${name}=${value}`)].join(" ")}>`);
    return tags.join("") + document.body.innerText;
  });
}

/** The same once it stays as it is: what is still on its way into the document is looked at, too. */
export async function settledShape(where: Page | Frame): Promise<string> {
  let before = await shape(where);
  await until(async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const now = await shape(where);
    const same = now === before;
    before = now;
    return same;
  }, "what is shown stays as it is");
  return before;
}
