// A page that takes the keyboard from somebody who types into a panel of ours, and what becomes of their keys. See: [Note: keys stay in the panel].
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { closed, openPanel, pressIn, ready } from "./favourites.ts";
import { picture, screensFolder } from "./look.ts";
import { hasKeyboard, overlayElements } from "./overlay.ts";
import { pause, press, takesClicks, violationsOf } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const search = "input[type=search]";

interface Heard {
  readonly heard: readonly string[];
  readonly trap: string;
}

/** The page listens to every key as early in its way as it can, and has a field to catch them. Its scripts come after ours, the first of them, too; those of the debugging protocol would not. */
async function spyingPage(stage: Stage): Promise<Page> {
  const page = await stage.openPortal("/services");
  await page.bringToFront();
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input"]) addEventListener(type, (event) => void heard.push(event instanceof KeyboardEvent ? `${type} ${event.key}` : type), true);
    const trap = document.createElement("input");
    trap.id = "trap";
    document.body.prepend(trap);
  });
  await ready(page);
  return page;
}
const pageHas = (page: Page): Promise<Heard> => page.evaluate(() => ({ heard: (globalThis as unknown as { heard: string[] }).heard.splice(0), trap: (document.getElementById("trap") as HTMLInputElement).value }));
const says = (frame: Frame): Promise<boolean> => frame.evaluate(() => document.querySelector(".keys-away[role=alert]") !== null);
/** The browser gives a frame of another process the keyboard in its own time: what is typed before goes to the page. */
async function typesInto(frame: Frame): Promise<void> {
  await takesClicks(frame);
  await frame.focus(search);
  await until(() => hasKeyboard(frame, "input"), "the search has the keyboard");
}
/** The page itself has it, and what is typed goes into its field. */
const trapHas = (page: Page): Promise<void> => until(() => page.evaluate(() => document.activeElement?.id === "trap" && document.hasFocus()), "the page's field has the keyboard");
const typed = (frame: Frame): Promise<string> => frame.$eval(search, (field) => field.value);

/** The ways in which a page can take it. */
const thefts: Readonly<Record<string, () => void>> = {
  field: () => document.getElementById("trap")?.focus(),
  window: () => window.focus(),
  // Over and over, as often as its timers run.
  again: () => void setInterval(() => document.getElementById("trap")?.focus(), 4),
};

export async function stealsTheKeyboard(stage: Stage): Promise<void> {
  const page = await spyingPage(stage);
  const frame = await openPanel(page);
  await typesInto(frame);
  const client = await page.createCDPSession();
  let known = "";
  for (const [way, steal] of Object.entries(thefts)) {
    await page.keyboard.type("ab");
    known += "ab";
    expect([await typed(frame), await says(frame), (await pageHas(page)).heard], way).toEqual([known, false, []]);
    await page.evaluate(steal);
    await until(() => frame.evaluate(() => !document.hasFocus()), `${way}: the page has it`);
    // Somebody who looks at the keys goes on.
    await page.keyboard.type("cd");
    await page.keyboard.press("Enter");
    await until(() => says(frame), `${way}: the panel says that it has lost the keyboard`);
    await page.keyboard.type("ef");
    // As a Georgian keyboard's key is heard.
    for (const type of ["keyDown", "keyUp"] as const) await client.send("Input.dispatchKeyEvent", { type, key: "გ", code: "KeyG", ...(type === "keyDown" ? { text: "გ" } : {}) });
    expect([await typed(frame), await pageHas(page)], way).toEqual([known, { heard: [], trap: "" }]);
    if (way === "again") break;
    if (way === "field") {
      await picture(page, `${screensFolder}keys-away.png`);
      expect(await violationsOf(frame)).toEqual([]);
    }
    await press(frame, text("common_keys_back"));
    await until(async () => !(await says(frame)) && (await frame.evaluate(() => document.activeElement?.localName === "input" && document.hasFocus())), `${way}: it goes on in the field`);
  }
  // Closed by Escape wherever the keyboard is, and then the page has its keys again.
  await page.keyboard.press("Escape");
  await until(() => closed(page), "Escape closes the panel");
  await trapHas(page);
  await pageHas(page);
  await page.keyboard.type("x");
  expect(await pageHas(page)).toEqual({ heard: ["keydown x", "keypress x", "beforeinput", "input", "keyup x"], trap: "x" });
  await page.close();
}

/** Another language, or a tool that is switched off, leaves alone what somebody types in a panel; when they close it, it is as was wanted. */
async function keepsWhatIsTyped(stage: Stage, page: Page, frame: Frame, home: Page): Promise<void> {
  const beside = await stage.openPortal("/services");
  const handles = async (one: Page): Promise<readonly string[]> => (await overlayElements(one, "handle")).map(({ label }) => label ?? "");
  await until(async () => (await handles(beside)).includes(text("page_menu_open")), "the tools run in a page beside it");
  await home.evaluate(() => chrome.storage.local.set({ featuresOff: ["favourites"], language: "en" }));
  await until(async () => !(await handles(beside)).some((one) => [text("page_menu_open"), text("page_menu_open", {}, "en")].includes(one)), "switched off in the page beside it");
  await home.evaluate(() => chrome.storage.local.set({ featuresOff: [] }));
  await until(async () => (await handles(beside)).includes(text("page_menu_open", {}, "en")), "switched on there, in the other language");
  await page.bringToFront();
  expect([await typed(frame), await closed(page), await handles(page)]).toEqual(["a", false, expect.arrayContaining([text("page_menu_open")])]);
  await until(async () => (await frame.$eval(search, (field) => field.getAttribute("aria-label") ?? field.labels?.[0]?.textContent ?? "")) === text("fav_search", {}, "en"), "the panel itself speaks it");
  await takesClicks(frame);
  await pressIn(frame, text("common_close", {}, "en"));
  await until(async () => (await handles(page)).includes(text("page_menu_open", {}, "en")), "and so does the page when it is closed");
  await home.evaluate(() => chrome.storage.local.remove("language"));
  await until(async () => (await handles(page)).includes(text("page_menu_open")), "as it was");
  await Promise.all([beside.close(), ready(page)]);
  await page.bringToFront();
}

/** Tab out of the last field, another tab in front, and a frame of the page's own that takes it; and what is switched off holds no keys back. */
export async function leavesTheKeyboard(stage: Stage): Promise<void> {
  const page = await spyingPage(stage);
  const frame = await openPanel(page);
  await typesInto(frame);
  const other = await stage.openHome("help");
  await pause(200);
  await page.bringToFront();
  await until(() => frame.evaluate(() => document.hasFocus()), "the panel has the keyboard again");
  expect(await says(frame)).toBe(false);
  // The last place of a panel, as in others: a field.
  await frame.evaluate((selector) => document.querySelectorAll("button, a, input, summary, select").forEach((one) => !one.matches(selector) && one.setAttribute("tabindex", "-1")), search);
  await page.keyboard.press("Tab");
  await until(() => frame.evaluate(() => !document.hasFocus()), "Tab leaves the panel");
  await pause(200);
  expect(await says(frame)).toBe(false);
  // A click in a panel that was just come back to is held back, and gives it no keyboard either.
  await typesInto(frame);
  await page.keyboard.type("a");
  await until(async () => (await typed(frame)) === "a", "what is typed is in the search");
  await page.evaluate(() => {
    const inner = document.createElement("iframe");
    inner.src = "/password";
    inner.addEventListener("load", () => {
      inner.contentWindow?.focus();
      inner.contentDocument?.querySelector("input")?.focus();
    });
    document.body.append(inner);
  });
  await until(() => says(frame), "a frame of the page's own is no other window: it is said");
  await keepsWhatIsTyped(stage, page, frame, other);
  await openPanel(page);
  await other.evaluate(() => chrome.storage.local.set({ featuresOff: ["favourites"] }));
  await until(async () => page.frames().every((one) => !one.url().includes("frame.html")), "switched off, where nobody has typed");
  await page.focus("#trap");
  await trapHas(page);
  await page.keyboard.type("y");
  expect((await pageHas(page)).trap).toBe("y");
  await other.evaluate(() => chrome.storage.local.set({ featuresOff: [] }));
  await Promise.all([page.close(), other.close()]);
}
