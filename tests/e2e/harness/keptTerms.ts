// Terms and notices in the home page: what was seen on the portal's pages is there whatever these say by now.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { pressKey, tabTo } from "./form.ts";
import { look } from "./look.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

/** Two versions, the newer one refused, and two notices; by keyboard alone. @param home a page of ours, which shows something else then and afterwards */
export async function keptAtHome(home: Page): Promise<void> {
  await home.bringToFront();
  await home.evaluate(() => (location.hash = "data/portal"));
  await shows(home, text("own_terms"));
  const summary = await home.$eval("[aria-labelledby=kept-terms] summary", (one) => one.textContent ?? "");
  expect(summary).toContain(text("form_terms_refuse_made"));
  await tabTo(home, summary.trim());
  await home.keyboard.press("Enter");
  await shows(home, text("form_terms_changes", { COUNT: 3 }));
  expect(await home.$$eval("[aria-labelledby=kept-terms] :is(del, ins)", (all) => all.map((one) => one.lastChild?.textContent))).toEqual(expect.arrayContaining(["10", "15"]));
  expect(await home.$$eval("[aria-labelledby=notices-title] li", (all) => all.length)).toBe(2);
  await look(home, "data-portal-terms", 900, 1_400, "own_terms", "everywhere");
  // Decided otherwise here, it is so everywhere; the document of it is opened beside.
  await pressKey(home, "form_terms_agree");
  const decided = async (): Promise<readonly unknown[]> => ((await call(home, "records", "list", "notices")) as readonly { readonly value: Readonly<Record<string, unknown>> }[]).map(({ value }) => value["decision"]);
  await until(async () => (await decided()).includes("agree"), "the decision is kept");
  await pressKey(home, "form_terms_document");
  await shows(home, text("form_terms_document_kept"));
  await pressKey(home, "form_terms_document_sign");
  await until(() => home.url().includes("#documents/"), "the document is opened");
  // Shown, too: led back before it is drawn, the page would go on with the list as it was unfolded.
  await home.waitForSelector("article[aria-labelledby=document-title]");
  await removedOneByOne(home);
  await home.evaluate(() => (location.hash = "help"));
}

/** A notice, and a version of the terms with what was decided about it: gone with a press, there again with another, all of it. */
async function removedOneByOne(home: Page): Promise<void> {
  await home.evaluate(() => (location.hash = "data/portal"));
  await shows(home, text("own_terms"));
  const kept = async (): Promise<readonly string[]> => ((await call(home, "records", "list", "notices")) as readonly { readonly id: string; readonly value: unknown }[]).map(({ id, value }) => `${id} ${JSON.stringify(value)}`).toSorted();
  const all = await kept();
  const [title] = await home.$$eval("[aria-labelledby=notices-title] li b", (titles) => titles.map((one) => one.textContent ?? ""));
  await home.click(`[aria-labelledby=notices-title] button[aria-label$="${title}"]`);
  await shows(home, text("own_removed"));
  expect(await kept()).toHaveLength(all.length - 1);
  await pressKey(home, "form_undo");
  await until(async () => JSON.stringify(await kept()) === JSON.stringify(all), "the notice is there again");
  // The vault has it sooner than the page has drawn it.
  await home.waitForSelector("[aria-labelledby=kept-terms] details:not([open]) summary");
  await home.$eval("[aria-labelledby=kept-terms] details:not([open]) summary", (one) => one.click());
  await pressKey(home, "own_terms_remove");
  await shows(home, text("form_terms_first"));
  const left = await kept();
  expect([all, left].map((one) => one.filter((record) => record.includes('"type":"terms"')).length)).toEqual([2, 1]);
  expect(left.filter((record) => record.includes('"type":"decision"'))).toEqual([]);
  await look(home, "data-portal-removed", 900, 1_400, "own_removed", "everywhere");
  await pressKey(home, "form_undo");
  await until(async () => JSON.stringify(await kept()) === JSON.stringify(all), "the version is there again, and what was decided");
}
