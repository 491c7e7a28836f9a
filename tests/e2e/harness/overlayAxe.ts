// axe-core at what hangs in the closed shadow root: stars, handles, pills, and what stands in place of a panel. No script gets in
// there; the debugging protocol does, and puts a likeness beside it, in an open root: the same elements, rules and places.
import type axe from "axe-core";
import type { Page } from "puppeteer";
import { putAxe } from "./axe.ts";
import { shadowOf } from "./overlay.ts";

/** Its element, in the page. */
const likeness = "moqalaqe-likeness";

/**
 * What axe-core finds wrong in it, as the page is now.
 * @param spoil changes the likeness in the page first, to see that axe-core would find that
 */
export async function overlayViolations(page: Page, spoil: () => void = () => undefined): Promise<{ readonly wrong: readonly string[]; readonly buttons: number }> {
  await putAxe(page);
  await shadowOf(page, `function () {
    const host = document.createElement("${likeness}");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = this.adoptedStyleSheets.map((one) => {
      const copy = new CSSStyleSheet();
      copy.replaceSync([...one.cssRules].map((rule) => rule.cssText).join(""));
      return copy;
    });
    for (const node of this.childNodes) if (node.localName !== "iframe") root.append(node.cloneNode(true));
    // In the body: of what stands beside it axe-core knows no colours.
    document.body.append(host);
    // What slides in would slide in anew, and half way its colours are none.
    for (const one of root.getAnimations()) one.finish();
  }`);
  await page.evaluate(spoil);
  return await page.evaluate(async (name) => {
    const host = document.querySelector(name);
    if (!host) throw new Error("no likeness");
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations, passes } = await run(host, { preload: { assets: ["media"] } });
    host.remove();
    return {
      wrong: violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 140)).join(" | ")}`),
      buttons: passes.find(({ id }) => id === "button-name")?.nodes.length ?? 0,
    };
  }, likeness);
}
