// The favourites put in order, into groups, into a file and back, as a person does.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { downloadedBy, downloadFolder } from "./download.ts";
import { titles } from "./favourites.ts";
import { enterIn } from "./keys.ts";
import { panelShows } from "./panels.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const lineOf = (frame: Frame, title: string): Promise<ElementHandle | null> => frame.waitForSelector(`::-p-xpath(//li[@class="service"][.//a[starts-with(normalize-space(.), "${title}")]])`);

async function middleOf(frame: Frame, title: string): Promise<{ readonly x: number; readonly y: number }> {
  const line = await lineOf(frame, title);
  const box = await line?.boundingBox();
  if (!box) throw new Error(`no line of ${title}`);
  // Beside the link: what is dragged there would be the link itself.
  return { x: box.x + 6, y: box.y + box.height / 2 };
}

/** Drags one line onto another with the mouse. */
export async function drag(page: Page, frame: Frame, what: string, onto: string): Promise<void> {
  // Not under the panel's head, which stays where it is when the list is scrolled.
  await (await lineOf(frame, what))?.evaluate((line) => line.scrollIntoView({ block: "center", behavior: "instant" }));
  const [from, to] = [await middleOf(frame, what), await middleOf(frame, onto)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x, from.y + (to.y > from.y ? 8 : -8), { steps: 4 });
  // The browser begins to drag in its own time, and hears nothing of a mouse that was let go before.
  let step = 0;
  await until(async () => {
    step += 1;
    await page.mouse.move(to.x + (step % 2), to.y, { steps: 4 });
    return (await frame.$("li.service[data-drop]")) !== null;
  }, "it lies over the other");
  await page.mouse.up();
}

/** Into a new group and out of it again, by keyboard alone. */
export async function groups(page: Page, frame: Frame, title: string): Promise<void> {
  const inGroup = (): Promise<readonly string[]> => frame.$$eval('section[aria-label="სახლი"] .service-link', (all) => all.map((one) => one.firstChild?.textContent ?? ""));
  await enterIn(page, frame, text("fav_group_of", { SERVICE: title }));
  await until(() => frame.evaluate((label) => document.activeElement?.closest("label")?.textContent === label, text("fav_group_label", { SERVICE: title })), "the group's field has the keyboard");
  await page.keyboard.type("სახლი");
  await page.keyboard.press("Enter");
  await until(async () => (await inGroup()).join() === title, "it stands in its group");
  await until(() => frame.evaluate(() => document.hasFocus() && document.activeElement !== document.body), "the keyboard is somewhere");
  await enterIn(page, frame, text("fav_group_of", { SERVICE: title }));
  await enterIn(page, frame, text("fav_group_none"));
  await until(async () => (await inGroup()).length === 0, "and in none again");
}

/** To a file, away, and back from it; a file of another kind changes nothing. */
export async function fileAndBack(page: Page, frame: Frame): Promise<void> {
  const before = await titles(frame);
  const folder = await downloadFolder(page.browser());
  const name = await downloadedBy(() => enterIn(page, frame, text("fav_export")), folder, ".json");
  const kept = JSON.parse(readFileSync(join(folder, name), "utf8")) as { readonly entries: readonly { readonly title: string }[] };
  expect(kept.entries.map(({ title }) => title)).toEqual(before);
  for (const title of before) {
    await enterIn(page, frame, text("page_star_remove", { SERVICE: title }));
    await until(async () => !(await titles(frame)).includes(title), `${title} is taken out`);
  }
  await panelShows(frame, text("fav_empty"));
  const picker = await frame.$("input[type=file]");
  writeFileSync(join(folder, "other.json"), "{}");
  await picker?.uploadFile(join(folder, "other.json"));
  await panelShows(frame, text("fav_import_bad"));
  await picker?.uploadFile(join(folder, name));
  await until(async () => (await titles(frame)).join() === before.join(), "all of them are back, in their order");
  expect(await frame.evaluate((bad) => document.body.innerText.includes(bad), text("fav_import_bad"))).toBe(false);
  // On its way through the panel the keyboard may have gone around through the page, which followed it to its end.
  await page.evaluate(() => scrollTo(0, 0));
}

/** The second view: the portal's ten categories in their order, with what the page lists in each. */
export async function categories(page: Page, frame: Frame): Promise<void> {
  await enterIn(page, frame, text("fav_view_categories"));
  const names = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((one) => text(`fav_category_${one}`));
  await until(async () => (await frame.$$eval("summary", (all) => all.map((one) => one.textContent?.replace(/ \(\d+\)$/, "").trim()))).join() === names.join(), "the ten categories in their order");
  expect((await titles(frame)).length).toBeGreaterThan(names.length);
  // What wants the card says so.
  expect(await frame.$$eval(".service-mark", (all) => new Set(all.map((one) => one.textContent)).size)).toBe(1);
  await enterIn(page, frame, text("fav_view_own"));
}

/** The third view, with the search field in use before: what was followed from the menu last. */
export async function recent(page: Page, frame: Frame, last: string): Promise<void> {
  await frame.$eval("input[type=search]", (field) => field.select());
  await page.keyboard.press("Backspace");
  await enterIn(page, frame, text("fav_view_recent"));
  await until(async () => (await titles(frame))[0] === last, "what was followed from the menu");
}
