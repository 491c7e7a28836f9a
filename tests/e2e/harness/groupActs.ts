// A menu that has grown over years: sixty favourites in fifteen groups, in the portal's page, the home page and the popup.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { extensionId } from "../../virtual/browser/launch.ts";
import { services } from "../../virtual/portal/content.ts";
import { add, remove } from "./favouriteActs.ts";
import { closed, inFront, openPanel, pressIn, titles } from "./favourites.ts";
import { speak } from "./favouriteViews.ts";
import { enterIn } from "./keys.ts";
import { picture, screensFolder } from "./look.ts";
import { clickOverlay, overlayElements, panelFrame } from "./overlay.ts";
import { lookInside, metricsOf, panelShows, takesClicks, violationsOf } from "./panels.ts";
import { type Stage, shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { keepsKeyboard, takeBack } from "./walk.ts";

const groupCount = 15;
const count = 60;
const groupOf = (n: number): string => (n === 2 ? "გადასახადები, რომლებსაც ყოველი თვის ბოლოს ვიხდი" : `ჯგუფი ${n + 1}`);
const nameOf = (i: number): string => (i === 1 ? "უძრავ ნივთზე უფლების წარმოშობის, ცვლილებისა და შეწყვეტის რეგისტრაციის მოთხოვნა" : `სერვისი ${i + 1}`);
/** Starred one after another, each put into the next group: no two of a group stand beside each other. */
const entries = Array.from({ length: count }, (_, i) => ({ url: `https://www.my.gov.ge/services/kept-${i}`, title: nameOf(i), category: i % 10, needsCard: i % 4 === 0, group: groupOf(i % groupCount) }));
const inGroup = (n: number): readonly string[] => entries.filter(({ group }) => group === groupOf(n)).map(({ title }) => title);
const names = Array.from({ length: groupCount }, (_, n) => groupOf(n));

const groupsShown = (page: Page | Frame, within: string): Promise<readonly string[]> => page.$$eval(within, (all) => all.map((one) => one.textContent ?? ""));

/** Groups keep their places when an entry moves; a group is moved, named anew and dissolved, each taken back with a click. */
export async function manyGroups(stage: Stage): Promise<void> {
  const home = await stage.openHome("help/favourites");
  await home.evaluate((all) => chrome.storage.local.set({ favourites: { entries: all, recent: [] } }), entries);
  await until(async () => (await groupsShown(home, "[aria-labelledby=favourites-title] h3")).join() === names.join(), "the home page has them by group");
  expect(await home.$$eval("[aria-labelledby=favourites-title] li a", (all) => all.length)).toBe(count);
  await inPopup(stage);
  const page = await stage.openPortal("/");
  await page.bringToFront();
  const frame = await openPanel(page);
  const groups = async (wanted: readonly string[], what: string): Promise<void> => await until(async () => (await groupsShown(frame, ".group-head h2")).join() === wanted.join(), what);
  await groups(names, "all groups are in the menu");
  expect(await titles(frame)).toEqual(names.flatMap((_, n) => inGroup(n)));
  await inFrame(page, frame, groups);
  await namedMeanwhile(page, frame, home);
  await inEnglish(page, home);
  await home.evaluate(() => chrome.storage.local.remove("favourites"));
  await Promise.all([home.close(), page.close()]);
}

/** The first of them, in the menu's order, and the way to the rest. */
async function inPopup(stage: Stage): Promise<void> {
  const popup = await stage.browser.newPage();
  await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
  await shows(popup, text("fav_more", { COUNT: count - 8 }));
  expect(await popup.$$eval(".popup-links a", (all) => all.map((one) => one.firstChild?.textContent ?? ""))).toEqual([...inGroup(0), ...inGroup(1)]);
  await popup.close();
}

/** What is asked about a group, and the way back, looked at in the other language. */
async function inEnglish(page: Page, home: Page): Promise<void> {
  const group = groupOf(1);
  const change = text("fav_group_change", { GROUP: group }, "en");
  await speak(page, home, "en");
  const frame = await openPanel(page);
  await pressIn(frame, text("fav_group_down", { GROUP: group }, "en"));
  await frame.waitForSelector(".undo");
  await pressIn(frame, change);
  await frame.waitForSelector(".group-field");
  const { metrics, usual } = await metricsOf(page);
  expect(await lookInside(page, frame, metrics, "en", "favourites-groups", screensFolder)).toEqual([]);
  await usual();
  await speak(page, home, "ka");
}

/** What is typed as a group's name stays where another window calls the group otherwise meanwhile, or dissolves it; and so does what is typed for a service that is moved. */
async function namedMeanwhile(page: Page, frame: Frame, home: Page): Promise<void> {
  const [one = "", two = ""] = names;
  const elsewhere = (change: (group: string) => string): Promise<void> => home.evaluate((all) => chrome.storage.local.set({ favourites: { entries: all, recent: [] } }), entries.map((entry) => ({ ...entry, group: change(entry.group) })));
  const typed = (): Promise<string> => frame.evaluate(() => (document.activeElement instanceof HTMLInputElement ? document.activeElement.value : ""));
  await frame.focus("input[type=search]");
  await enterIn(page, frame, text("fav_group_change", { GROUP: one }));
  await frame.waitForSelector(".group-field input:focus");
  await page.keyboard.type("ბინ");
  await elsewhere((group) => (group === one ? "სახლი" : group));
  await until(async () => (await groupsShown(frame, ".group-head h2"))[0] === "სახლი", "another window has called it otherwise");
  await page.keyboard.type("ა");
  expect(await typed(), "the keyboard goes on in the name").toBe("ბინა");
  await elsewhere((group) => (group === one ? "" : group));
  await panelShows(frame, text("fav_group_gone", { GROUP: one }));
  await until(async () => (await typed()) === "ბინა", "and in what is left of it where it was dissolved");
  expect(await violationsOf(frame)).toEqual([]);
  expect(await frame.$$eval(".group-field button", (all) => all.map((button) => button.textContent)), "what is dissolved can't be dissolved").not.toContain(text("fav_group_dissolve"));
  await picture(page, `${screensFolder}favourites-group-gone.png`);
  await page.keyboard.press("Enter");
  await until(async () => (await groupsShown(frame, ".group-head h2")).includes("ბინა"), "a group of that name again");
  expect(await groupsShown(frame, `section[aria-label="ბინა"] .service-link`)).toHaveLength(inGroup(0).length);
  const [, , , first = ""] = inGroup(1);
  await enterIn(page, frame, text("fav_group_of", { SERVICE: first }));
  await frame.waitForSelector(".group-field input:focus");
  await page.keyboard.type(" და სხვა");
  await elsewhere((group) => (group === two ? one : group));
  await until(async () => !(await groupsShown(frame, ".group-head h2")).includes(two), "another window has moved the service");
  await until(async () => (await typed()) === `${two} და სხვა`, "its field has what was typed");
  await elsewhere((group) => group);
  await until(async () => (await groupsShown(frame, ".group-head h2")).includes(two), "as it was");
  await page.keyboard.press("Escape");
  await until(async () => (await frame.$(".group-field")) === null, "the question is ended");
  await page.keyboard.press("Escape");
  await until(() => closed(page), "and the menu is closed");
}

/** A star in the page, and one in the menu, that find no room: it is said which, why, and what can be done. */
export async function saysWhenFull(stage: Stage): Promise<void> {
  const home = await stage.openHome("help/favourites");
  const many = Array.from({ length: 500 }, (_, i) => ({ url: `https://www.my.gov.ge/services/kept-${i}`, title: `სერვისი ${i + 1}`, category: i % 10, needsCard: false, group: "" }));
  await home.evaluate((all) => chrome.storage.local.set({ favourites: { entries: all, recent: [] } }), many);
  const page = await stage.openPortal("/services");
  await inFront(page);
  const [, , service] = services;
  if (!service) throw new Error("no service");
  const said = text("fav_full", { SERVICE: service.title, COUNT: 500 });
  await clickOverlay(page, "star", add(service.title));
  const frame = await panelFrame(page);
  const told = (): Promise<readonly string[]> => frame.$$eval("[role=alert]", (all) => all.map((one) => one.textContent ?? ""));
  await until(async () => (await told()).some((one) => one.includes(said)), "the menu says that it is full");
  expect(await violationsOf(frame)).toEqual([]);
  await picture(page, `${screensFolder}favourites-full.png`);
  // Opened for something else it says nothing of it; by a star of its own it does.
  await page.keyboard.press("Escape");
  await until(() => closed(page), "closed");
  await openPanel(page);
  await until(async () => (await told()).length === 0, "nothing is refused now");
  await frame.type("input[type=search]", service.title);
  await pressIn(frame, add(service.title));
  await until(async () => (await told()).some((one) => one.includes(said)), "the menu's own star says it, too");
  await frame.evaluate(() => document.querySelector<HTMLInputElement>("input[type=search]")?.select());
  await page.keyboard.press("Escape");
  await pressIn(frame, remove("სერვისი 1"));
  await until(async () => (await told()).length === 0, "there is room again");
  await page.keyboard.press("Escape");
  await until(() => closed(page), "closed again");
  await clickOverlay(page, "star", add(service.title));
  await until(async () => (await overlayElements(page, "star")).some(({ label }) => label === remove(service.title)), "and the star counts");
  await home.evaluate(() => chrome.storage.local.remove("favourites"));
  await Promise.all([home.close(), page.close()]);
}

async function inFrame(page: Page, frame: Frame, groups: (wanted: readonly string[], what: string) => Promise<void>): Promise<void> {
  // The first of a group goes behind the second: the groups stay where they are.
  const [first = "", second = ""] = inGroup(0);
  await pressIn(frame, text("fav_down", { SERVICE: first }));
  await until(async () => (await titles(frame)).slice(0, 2).join() === [second, first].join(), "moved within its group");
  await groups(names, "no group has moved with it");
  await pressIn(frame, text("fav_undo"));
  await until(async () => (await titles(frame))[0] === first, "taken back");
  const [one = "", two = "", ...others] = names;
  await frame.focus("input[type=search]");
  await enterIn(page, frame, text("fav_group_down", { GROUP: one }));
  await groups([two, one, ...others], "a group goes past the next one, with all that is in it");
  expect((await titles(frame)).slice(0, 8)).toEqual([...inGroup(1), ...inGroup(0)]);
  await keepsKeyboard(frame);
  await page.keyboard.press("Enter");
  await groups([two, others[0] ?? "", one, ...others.slice(1)], "and on, with the same button under the keyboard");
  for (let i = 0; i < 2; i += 1) {
    await enterIn(page, frame, text("fav_group_up", { GROUP: one }), "back");
    await until(async () => (await groupsShown(frame, ".group-head h2")).indexOf(one) === 1 - i, "back again");
  }
  // Another name; Escape ends the question, not the menu.
  const change = text("fav_group_change", { GROUP: one });
  await enterIn(page, frame, change);
  await until(() => frame.evaluate((label) => document.activeElement?.closest("label")?.textContent === label, text("fav_group_name", { GROUP: one })), "the name's field has the keyboard");
  const { metrics, usual } = await metricsOf(page);
  expect(await lookInside(page, frame, metrics, "ka", "favourites-groups", screensFolder)).toEqual([]);
  await usual();
  // In a window of another size it is seen anew: until then no key opens anything in it.
  await takesClicks(frame);
  await frame.focus(".group-field input");
  await page.keyboard.press("Escape");
  await until(() => frame.evaluate((label) => document.activeElement?.getAttribute("aria-label") === label && !document.querySelector(".group-field"), change), "the question is ended, and the keyboard where it was");
  await page.keyboard.press("Enter");
  await frame.waitForSelector(".group-field input:focus");
  await page.keyboard.type("ბინა");
  await page.keyboard.press("Enter");
  await groups(["ბინა", two, ...others], "another name");
  await takeBack(page, frame);
  await groups(names, "and the one before");
  await enterIn(page, frame, change);
  await enterIn(page, frame, text("fav_group_dissolve"));
  await groups([two, ...others], "dissolved");
  expect((await titles(frame)).slice(0, 4)).toEqual(inGroup(0));
  await takeBack(page, frame);
  await groups(names, "and a group again");
}
