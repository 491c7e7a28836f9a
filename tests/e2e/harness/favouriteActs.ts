// The favourites put in order, into groups, into a file and back, as a person does.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { downloadedBy, downloadFolder } from "./download.ts";
import { closed, pressIn, titles } from "./favourites.ts";
import { enterIn, tabIn } from "./keys.ts";
import { picture, screensFolder } from "./look.ts";
import type { TestVault } from "./openVault.ts";
import { clickOverlay, overlayElements } from "./overlay.ts";
import { panelShows, takesClicks } from "./panels.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { keepsKeyboard, takeBack, walk } from "./walk.ts";

export const add = (service: string): string => text("page_star_add", { SERVICE: service });
export const remove = (service: string): string => text("page_star_remove", { SERVICE: service });

/** A person's click on a service's star makes it the only one of the page that is pressed; another click, and none is. */
export async function onlyStarIs(page: Page, service: string): Promise<void> {
  const pressed = async (): Promise<readonly (string | null)[]> => (await overlayElements(page, "star")).filter((one) => one.pressed === "true").map(({ label }) => label);
  await clickOverlay(page, "star", add(service));
  await until(async () => (await pressed()).length > 0, "the person's click counts");
  expect(await pressed()).toEqual([remove(service)]);
  await clickOverlay(page, "star", remove(service));
  await until(async () => (await pressed()).length === 0, "as it was");
}

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

/** In another order and back, out of the menu and back, by keyboard alone: from first, second to second, first. */
export async function orderByKeys(page: Page, frame: Frame, first: string, second: string): Promise<void> {
  const order = (...wanted: readonly string[]): Promise<void> => until(async () => (await titles(frame)).join() === wanted.join(), `the order is ${wanted.join()}`);
  await walk(page, frame);
  // Alt with an arrow moves, as the buttons do; the keyboard goes with what is moved.
  await tabIn(page, frame, first);
  for (const key of ["ArrowDown", "ArrowUp"] as const) {
    await page.keyboard.down("Alt");
    await page.keyboard.press(key);
    await page.keyboard.up("Alt");
    await (key === "ArrowDown" ? order(second, first) : order(first, second));
  }
  await enterIn(page, frame, text("fav_down", { SERVICE: first }));
  await order(second, first);
  await tabIn(page, frame, text("fav_up", { SERVICE: first }), "back");
  await page.keyboard.press("Space");
  await order(first, second);
  await enterIn(page, frame, text("fav_undo"));
  await order(second, first);
  await keepsKeyboard(frame);
  await tabIn(page, frame, text("page_star_remove", { SERVICE: second }), "back");
  await page.keyboard.press("Enter");
  await order(first);
  await takeBack(page, frame);
  await order(second, first);
}

/** Into a new group and out of it again, by keyboard alone. */
export async function groups(page: Page, frame: Frame, title: string): Promise<void> {
  const inGroup = (): Promise<readonly string[]> => frame.$$eval('section[aria-label="სახლი"] .service-link', (all) => all.map((one) => one.firstChild?.textContent ?? ""));
  const ask = async (): Promise<void> => {
    await enterIn(page, frame, text("fav_group_of", { SERVICE: title }));
    await until(() => frame.evaluate((label) => document.activeElement?.closest("label")?.textContent === label, text("fav_group_label", { SERVICE: title })), "the group's field has the keyboard");
  };
  await ask();
  await picture(page, `${screensFolder}favourites-group-of.png`);
  await walk(page, frame);
  // Escape ends the question, not the menu, and leads back to what asked it.
  await tabIn(page, frame, text("fav_group_label", { SERVICE: title }));
  await page.keyboard.press("Escape");
  await until(() => frame.evaluate((label) => document.activeElement?.getAttribute("aria-label") === label && !document.querySelector(".group-field"), text("fav_group_of", { SERVICE: title })), "the question is ended");
  await ask();
  await enterIn(page, frame, text("common_cancel"));
  await until(() => frame.evaluate(() => !document.querySelector(".group-field")), "and by its own button");
  await ask();
  await page.keyboard.type("სახლი");
  await enterIn(page, frame, text("fav_group_put"));
  await until(async () => (await inGroup()).join() === title, "it stands in its group");
  await keepsKeyboard(frame);
  const intoNone = async (way: "on" | "back"): Promise<void> => {
    await enterIn(page, frame, text("fav_group_of", { SERVICE: title }), way);
    await enterIn(page, frame, text("fav_group_none"));
    await until(async () => (await inGroup()).length === 0, "and in none again");
  };
  await intoNone("back");
  await takeBack(page, frame);
  await until(async () => (await inGroup()).join() === title, "taken back");
  await until(() => frame.evaluate(() => document.hasFocus() && Boolean(document.activeElement?.closest(".service-list"))), "the keyboard is in the list");
  await intoNone("on");
}

/** To a file, away, and back from it; a file of another kind changes nothing. */
export async function fileAndBack(page: Page, frame: Frame): Promise<void> {
  const before = await titles(frame);
  const folder = await downloadFolder(page.browser());
  const name = await downloadedBy(() => enterIn(page, frame, text("fav_export"), "back"), folder, ".json");
  const kept = JSON.parse(readFileSync(join(folder, name), "utf8")) as { readonly entries: readonly { readonly title: string }[] };
  expect(kept.entries.map(({ title }) => title)).toEqual(before);
  for (const title of before) {
    await enterIn(page, frame, text("page_star_remove", { SERVICE: title }), "back");
    await until(async () => !(await titles(frame)).includes(title), `${title} is taken out`);
  }
  await panelShows(frame, text("fav_empty"));
  const picker = await frame.waitForSelector("input[type=file]");
  // By keyboard the browser's own window for files is asked for.
  await picker?.evaluate((one) => one.addEventListener("click", (event) => {
    event.preventDefault();
    Object.assign(globalThis, { asked: navigator.userActivation.isActive });
  }, { once: true }));
  await enterIn(page, frame, text("fav_import"), "back");
  await until(() => frame.evaluate(() => (globalThis as { asked?: boolean }).asked === true), "the window for files is asked for");
  writeFileSync(join(folder, "other.json"), "{}");
  await picker?.uploadFile(join(folder, "other.json"));
  await panelShows(frame, text("fav_import_bad"));
  await picture(page, `${screensFolder}favourites-import-bad.png`);
  // Put right under its old name it can be chosen again: a browser says nothing of a file that is chosen already.
  expect(await picker?.evaluate((one) => one.value)).toBe("");
  await picker?.uploadFile(join(folder, name));
  await until(async () => (await titles(frame)).join() === before.join(), "all of them are back, in their order");
  expect(await frame.evaluate((bad) => document.body.innerText.includes(bad), text("fav_import_bad"))).toBe(false);
  // On its way through the panel the keyboard may have gone around through the page, which followed it to its end.
  await page.evaluate(() => scrollTo(0, 0));
}

/** What can be taken back names a service of theirs: where the favourites are in the vault, it goes with the lock. The service is a favourite again at the end. */
export async function undoGoesWithLock(page: Page, frame: Frame, vault: TestVault, service: string): Promise<void> {
  const others = (await titles(frame)).filter((one) => one !== service);
  await takesClicks(frame);
  await pressIn(frame, remove(service));
  await panelShows(frame, text("fav_said_removed", { SERVICE: service }));
  await vault.lock();
  await panelShows(frame, text("fav_locked"));
  expect(await frame.evaluate(() => document.body.innerText)).not.toContain(service);
  await vault.unlock();
  await until(async () => (await titles(frame)).join() === others.join(), "opened, the rest is there");
  await page.bringToFront();
  await page.keyboard.press("Escape");
  await until(() => closed(page), "the menu is closed");
  await clickOverlay(page, "star", add(service));
  await until(async () => (await overlayElements(page, "star")).some(({ label, pressed }) => label === remove(service) && pressed === "true"), "it is a favourite again");
  // The stars, too, go with the lock, and come again, in a page that nobody has turned away from.
  const isFilled = async (): Promise<boolean> => (await overlayElements(page, "star")).some(({ pressed }) => pressed === "true");
  await vault.lock();
  await until(async () => !(await isFilled()), "locked, no star is filled");
  await vault.unlock();
  await until(isFilled, "opened, it is");
}
