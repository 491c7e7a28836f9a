// The extension's panels by keyboard alone: no mouse, no script that presses or focuses for the person.
import type { Frame, Page } from "puppeteer";
import { focusedText, hasKeyboard, overlayElements } from "./overlay.ts";
import { pause } from "./panels.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";

/** More stops than any page of the tests has. */
export const mostStops = 150;

const firstMomentMs = 1_000;

/** So long nobody presses a key after one that led into a panel, or out of it. */
export const crossingMs = 300;

/**
 * Nobody presses keys in a page's first moments, and the browser is not ready for it: a frame of ours that was given the keyboard within
 * some 200 ms of the page's beginning had it for the page around and not for the browser (4 of 6 times on an idle machine; after a
 * second and a half none of 5), until somebody looked at another tab.
 */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction((ms: number) => performance.now() > ms, { polling: 50 }, firstMomentMs);
}

/** On a busy machine the same happens later, too, once in some hundred openings: a person then looks at another tab and comes back. */
class Patience {
  readonly #page: Page;
  #until = Date.now() + 5_000;

  constructor(page: Page) {
    this.#page = page;
  }

  async wait(): Promise<void> {
    if (Date.now() < this.#until) return;
    this.#until = Date.now() + 5_000;
    const other = await this.#page.browser().newPage();
    await other.bringToFront();
    await other.close();
    await this.#page.bringToFront();
    console.warn("the browser gave a panel no keys until another tab was looked at");
  }
}

/** Goes on with Tab until one of the extension's buttons in the page with these words has the keyboard. */
export async function tabToOverlay(page: Page, wanted: string): Promise<void> {
  await bringToKeys(page);
  await settled(page);
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    const inOverlay = await page.evaluate(() => document.activeElement?.localName === "moqalaqe-overlay");
    if (inOverlay && (await focusedText(page))?.startsWith(wanted)) return;
  }
  throw new Error(`no Tab leads to “${wanted}”`);
}

/**
 * Opens the panel of a pill or handle with Tab and Enter, which takes keys once it was seen: [Note: seen before acted on].
 * @param place what has the keyboard then: the panel's name; in the favourites' menu the search
 */
export async function openByKeys(page: Page, pill: string, place: "h1" | "input" = "h1"): Promise<Frame> {
  await tabToOverlay(page, pill);
  await page.keyboard.press("Enter");
  const patience = new Patience(page);
  let found: Frame | undefined;
  // Passing the handles has made other panels ready, out of sight: the one that was opened has the keyboard.
  await until(async () => {
    for (const one of page.frames()) if (one.url().includes("/frame/frame.html") && (await hasKeyboard(one, place))) found = one;
    if (!found) await patience.wait();
    return found !== undefined;
  }, "the panel has the keyboard");
  if (!found) throw new Error("no panel");
  const frame = found;
  await frame.evaluate(() => document.addEventListener("keydown", () => Object.assign(globalThis, { takesKeys: true }), true));
  await until(async () => {
    // Enter on a name does nothing, nor in a search without a word.
    await page.keyboard.press("Enter");
    await patience.wait();
    return frame.evaluate(() => (globalThis as { takesKeys?: boolean }).takesKeys === true);
  }, "the panel takes keys");
  return frame;
}

interface Stop {
  readonly words: string;
  /** Whether somebody who looks sees where the keyboard is. */
  readonly marked: boolean;
}

async function stopIn(frame: Frame): Promise<Stop | null> {
  return await frame.evaluate(() => {
    const at = document.activeElement;
    // It may have left the frame for the page, and come back by and by: what it stood on last is no stop any more.
    if (!at || at === document.body || !document.hasFocus()) return null;
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : null;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const group = at.closest("[role=group]")?.getAttribute("aria-label");
    const words = (at.getAttribute("aria-label") ?? label ?? at.textContent ?? "").trim();
    return { words: group ? `${group}: ${words}` : words, marked: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 };
  });
}

/** Goes on with Tab (back: with Shift) in an open panel until what these words are on has the keyboard; every stop on the way must be seen. */
export async function tabIn(page: Page, frame: Frame, wanted: string, way: "on" | "back" = "on"): Promise<void> {
  const here = await stopIn(frame);
  if (here?.words.startsWith(wanted)) return;
  let inside = here !== null;
  const passed: string[] = [];
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (way === "back") await page.keyboard.down("Shift");
    await page.keyboard.press("Tab");
    if (way === "back") await page.keyboard.up("Shift");
    const at = await stopIn(frame);
    // It crosses from one process to another, which the browser hears of last: the next key has to wait for that.
    if (inside !== (at !== null)) await pause(crossingMs);
    inside = at !== null;
    if (!at) continue;
    if (!at.marked) throw new Error(`nobody sees that “${at.words}” has the keyboard`);
    if (at.words.startsWith(wanted)) return;
    passed.push(at.words);
  }
  throw new Error(`no Tab leads to “${wanted}”, only to ${[...new Set(passed)].join(" | ")}`);
}

export async function enterIn(page: Page, frame: Frame, wanted: string, way: "on" | "back" = "on"): Promise<void> {
  await tabIn(page, frame, wanted, way);
  await page.keyboard.press("Enter");
}

/**
 * Brings a tab before the others, and waits until its page, or a panel in it, has the keyboard: the first key would else go nowhere.
 * @param frame the panel that is to have it
 */
export async function bringToKeys(page: Page, frame: Frame | null = null): Promise<void> {
  await page.bringToFront();
  // A frame of another process has the keyboard by itself, and the page around need not say so; one that is being taken away never answers.
  const late = (): Promise<boolean> => new Promise((resolve) => setTimeout(() => resolve(false), 2_000));
  const has = (one: Frame): Promise<boolean> => Promise.race([one.evaluate(() => document.hasFocus()).catch(() => false), late()]);
  await until(async () => (await Promise.all((frame ? [frame] : page.frames()).map(has))).includes(true), frame ? "the panel has the keyboard" : "the tab has the keyboard");
}

/** Presses a button of a window of ours with Enter, wherever the keyboard was before. */
export async function enterOn(page: Page, key: Key): Promise<void> {
  const button = await page.waitForSelector(`::-p-xpath(//button[normalize-space()="${text(key)}"])`);
  await button?.focus();
  await page.keyboard.press("Enter");
}

/** Whatever was pressed and is gone now: the keyboard of a window of ours is somewhere, and not at the page's beginning. */
export async function keyboardIsSomewhere(page: Page, after: string): Promise<void> {
  await until(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body), `the keyboard goes on after “${after}”`);
}

/** Back from another tab: keys count in the panel again once it has been seen for half a second. See: [Note: seen before acted on]. */
export async function backTo(page: Page, frame: Frame): Promise<void> {
  // Whoever was led to the other tab has its window brought forward a moment after the tab: it would take the keyboard again.
  await pause(400);
  // On a busy machine that moment may be longer: then the tab is behind the other again, and is brought forward once more.
  await until(async () => {
    await bringToKeys(page, frame);
    return frame.waitForSelector("html:not(.covered)", { timeout: 3_000 }).then(() => true, () => false);
  }, "the panel is seen again");
  await pause(700);
}

/** Escape closes the page's panel, once the page, or the panel, has the keyboard: pressed at once in a tab that was just brought to front, it would go nowhere. */
export async function escape(page: Page): Promise<void> {
  await bringToKeys(page);
  await page.keyboard.press("Escape");
  await until(async () => (await overlayElements(page, "panel")).every((one) => one.hidden), "Escape closes the panel");
}

/** The same, and the keyboard is where it came from. */
export async function closeByKeys(page: Page, pill: string): Promise<void> {
  await escape(page);
  await until(async () => (await focusedText(page))?.startsWith(pill) === true, "the keyboard is where it came from");
}

/** Tab leaves the panel's last place, too: nobody is held in it. */
export async function tabLeaves(page: Page, frame: Frame): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    if (!(await frame.evaluate(() => document.hasFocus()))) return;
  }
  throw new Error("Tab never leaves the panel");
}
