// A panel walked whole by keyboard: each of its controls is a stop, in the order in which they stand, there and back, and at each
// somebody who looks sees where the keyboard is.
import type { Frame, Page } from "puppeteer";
import { pause } from "./panels.ts";
import { until } from "./until.ts";

interface Place {
  /** Which of the panel's controls has the keyboard; -1: none of them. */
  readonly at: number;
  readonly marked: boolean;
  /** Whether the panel's head or foot lies over it, or it is scrolled out of sight. */
  readonly covered: boolean;
}

/** Everything in the panel that should take the keyboard: its names, in order. */
async function controlsOf(frame: Frame): Promise<readonly string[]> {
  return await frame.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((one) => {
      // Of radio buttons the chosen one is a stop, and the arrows lead to the others.
      const chosenByArrows = one instanceof HTMLInputElement && one.type === "radio" && !one.checked;
      return one.checkVisibility() && !one.matches(":disabled") && !chosenByArrows;
    });
    Object.assign(globalThis, { controls });
    return controls.map((one) => {
      const label = one instanceof HTMLInputElement || one instanceof HTMLSelectElement ? one.labels?.[0]?.textContent : null;
      return (one.getAttribute("aria-label") ?? label ?? one.textContent ?? "").trim();
    });
  });
}

async function placeIn(frame: Frame): Promise<Place> {
  return await frame.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || !document.hasFocus()) return { at: -1, marked: false, covered: false };
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return {
      at: (globalThis as unknown as { readonly controls: readonly HTMLElement[] }).controls.indexOf(at),
      marked: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
      covered: there === null || !(at.contains(there) || there.contains(at)),
    };
  });
}

const back = async (page: Page): Promise<void> => {
  await page.keyboard.down("Shift");
  await page.keyboard.press("Tab");
  await page.keyboard.up("Shift");
};

/**
 * The keyboard has crossed from one process to another, or left the page for the browser itself, which hears of it after the page:
 * whoever is quicker than that with the next key (nobody's fingers are) has it taken from where it went. It rests once it has stayed
 * where it is for longer than a busy machine needs.
 * @returns whether it is on one of the panel's controls
 */
async function rests(page: Page, frame: Frame): Promise<boolean> {
  const where = async (): Promise<string> => {
    const { at } = await placeIn(frame);
    return `${at} ${await page.evaluate(() => `${document.hasFocus()} ${document.activeElement?.localName}`)}`;
  };
  let last = "";
  for (let same = 0; same < 6; ) {
    await pause(50);
    const now = await where();
    same = now === last ? same + 1 : 0;
    last = now;
  }
  return !last.startsWith("-1 ");
}

/** Walks an open panel from its first control to its last, out of it, in again and back to the first, where the keyboard is then. */
export async function walk(page: Page, frame: Frame): Promise<void> {
  let names = await controlsOf(frame);
  // The browser gives the panel the keyboard a moment after it is opened; keys that come before go to the page.
  for (let waited = 0; waited < 1_500 && !(await frame.evaluate(() => document.hasFocus())); waited += 100) await pause(100);
  // A panel's name has the keyboard at first, or nothing in it has.
  if (!(await rests(page, frame))) {
    await page.keyboard.press("Tab");
    await rests(page, frame);
  }
  // What is still on its way into the panel would come between two steps; while the page has the keyboard, a way back stands there.
  await until(async () => {
    await pause(120);
    const before = names.join("\n");
    names = await controlsOf(frame);
    return names.join("\n") === before;
  }, "the panel's controls stay as they are");
  const stop = async (nth: number): Promise<void> => {
    const { at, marked, covered } = await placeIn(frame);
    const name = `“${names[nth] ?? ""}” (${nth + 1} of ${names.length})`;
    if (at !== nth) throw new Error(`the keyboard should be on ${name}, and is on ${at < 0 ? "nothing" : `“${names[at] ?? ""}”`}`);
    if (!marked) throw new Error(`nobody sees that ${name} has the keyboard`);
    if (covered) throw new Error(`${name} has the keyboard and is out of sight`);
  };
  for (let tries = names.length; tries > 0 && (await placeIn(frame)).at !== 0; tries -= 1) await back(page);
  await stop(0);
  for (let nth = 1; nth < names.length; nth += 1) {
    await page.keyboard.press("Tab");
    await stop(nth);
  }
  await page.keyboard.press("Tab");
  await until(() => frame.evaluate(() => !document.hasFocus()), "Tab leaves the panel after its last control");
  await rests(page, frame);
  let inside = false;
  for (let tries = 20; !inside && tries > 0; tries -= 1) {
    await back(page);
    inside = await rests(page, frame);
  }
  if (!inside) throw new Error("no Shift and Tab leads into the panel again");
  for (let { at: nth } = await placeIn(frame); nth >= 0; nth -= 1) {
    await stop(nth);
    if (nth > 0) await back(page);
  }
  await stop(0);
}

/** After what was pressed has gone, or was out of use for a while: the keyboard is still somewhere in the panel, and is seen. */
export async function keepsKeyboard(frame: Frame): Promise<void> {
  await until(() => frame.evaluate(() => {
    const at = document.activeElement;
    return document.hasFocus() && at !== null && at !== document.body && getComputedStyle(at).outlineStyle !== "none";
  }), "the keyboard is somewhere in the panel, and is seen");
}

/** What was just done has left the keyboard on what takes it back. */
export async function takeBack(page: Page, frame: Frame): Promise<void> {
  await until(() => frame.evaluate(() => document.hasFocus() && Boolean(document.activeElement?.closest(".undo"))), "the way back has the keyboard");
  await page.keyboard.press("Enter");
}
