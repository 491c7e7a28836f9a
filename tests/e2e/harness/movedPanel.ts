// Clicks right after a panel was covered, made transparent, distorted or moved by its page. See: [Note: seen before acted on].
import type { BoundingBox, ElementHandle, Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { openPanel, ready } from "./favourites.ts";
import { clickOverlay, panelFrame } from "./overlay.ts";
import { clickHeard, pause, takesClicks } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const whole = "position:fixed;inset:0;width:100vw;height:100vh;";
const style = (page: Page, css: string): Promise<void> => page.evaluate((rules) => {
  // The page's own policy refuses the attribute.
  const host = document.querySelector<HTMLElement>("moqalaqe-overlay");
  if (host) host.style.cssText = rules;
}, css);
const cover = (page: Page, there: boolean): Promise<void> =>
  page.evaluate((on) => {
    if (!on) return document.getElementById("cover")?.remove();
    const veil = document.createElement("div");
    veil.id = "cover";
    veil.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none";
    document.documentElement.append(veil);
  }, there);

/** Where it lies once it stands still: a panel slides in. */
async function placeOf(element: ElementHandle | null): Promise<BoundingBox> {
  let before: BoundingBox | null = null;
  await until(async () => {
    const now = (await element?.boundingBox()) ?? null;
    const still = now !== null && before !== null && now.x === before.x && now.y === before.y;
    before = now;
    return still;
  }, "it stands still");
  if (!before) throw new Error("nothing is there");
  return before;
}

interface Timed {
  seenAt: number;
  cameAt: number;
  pressedAt: number;
}

/** From now on the panel's own clock says when it was seen again, when a pointer came and when it was pressed. */
async function timed(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const scope = globalThis as { timed?: Timed };
    if (!scope.timed) {
      new MutationObserver(() => {
        if (scope.timed && !document.documentElement.classList.contains("covered")) scope.timed.seenAt = performance.now();
      }).observe(document.documentElement, { attributeFilter: ["class"] });
      for (const type of ["pointerover", "pointermove"]) addEventListener(type, () => void (scope.timed && (scope.timed.cameAt ||= performance.now())), true);
      addEventListener("pointerdown", () => void (scope.timed && (scope.timed.pressedAt = performance.now())), true);
    }
    scope.timed = { seenAt: 0, cameAt: 0, pressedAt: 0 };
  });
}

/** A click that comes in time: on a slow machine the moment in which it must do nothing is over before it comes, and then it is tried again. */
async function inTime(frame: Frame, since: "seenAt" | "cameAt", momentMs: number, click: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 8; tries += 1) {
    await timed(frame);
    await click();
    const took = await frame.evaluate((from) => {
      const { timed: times } = globalThis as unknown as { readonly timed: Timed };
      return times.pressedAt - times[from];
    }, since);
    if (took < momentMs) return;
    // It has counted, maybe: what comes of that comes first.
    await pause(500);
  }
  throw new Error(`no click came within ${momentMs} ms`);
}

/** What a page can do to a panel that the browser tells the panel of, and how it takes it back. */
const disturbances: readonly (readonly [string, (page: Page, on: boolean) => Promise<void>])[] = [
  ["covered", cover],
  ["transparent", (page, on) => style(page, on ? "opacity:.9" : "")],
  ["turned", (page, on) => style(page, on ? `${whole}transform:rotate(1deg)` : whole)],
  ["made smaller", (page, on) => style(page, on ? `${whole}transform:scale(.9)` : whole)],
];

export async function clicksOnlyWhatLay(stage: Stage): Promise<void> {
  const page = await stage.openPortal("/services");
  await page.setViewport({ width: 900, height: 700 });
  await page.bringToFront();
  await ready(page);
  const frame = await openPanel(page);
  await frame.type("input[type=search]", "jarima");
  await until(async () => (await frame.$$(".service .icon-button")).length === 3, "three services");
  const stars = async (): Promise<readonly { readonly x: number; readonly y: number }[]> =>
    Promise.all((await frame.$$(".service .icon-button[aria-pressed]")).map(async (one) => {
      const box = await placeOf(one);
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }));
  const pressed = (): Promise<readonly boolean[]> => frame.$$eval(".service .icon-button[aria-pressed]", (all) => all.map((one) => one.getAttribute("aria-pressed") === "true"));
  const [first] = await stars();
  if (!first) throw new Error("no stars in the panel");
  await takesClicks(frame);
  let on = false;
  /** The person's own click, which counts, changes the first star. */
  const counts = async (what: string): Promise<void> => {
    await takesClicks(frame);
    on = !on;
    await page.mouse.click(first.x, first.y);
    await until(async () => (await pressed())[0] === on, `${what}: a click counts again`);
  };
  await counts("at first");
  for (const [what, disturb] of disturbances) {
    await inTime(frame, "seenAt", 480, async () => {
      await disturb(page, true);
      await until(async () => (await frame.$("html.covered")) !== null, `${what}: the panel knows it`, 10_000);
      on = (await pressed())[0] === true;
      await disturb(page, false);
      await frame.waitForSelector("html:not(.covered)");
      await clickHeard(page, frame, first.x, first.y);
    });
    expect((await pressed())[0], `${what} a moment ago`).toBe(on);
    await counts(what);
  }
  // Moved and whole: nobody tells the panel. The mouse rests beside the star, which is then pushed under it.
  let before = await pressed();
  await inTime(frame, "cameAt", 280, async () => {
    await style(page, whole);
    await pause(700);
    before = await pressed();
    await page.mouse.move(first.x - 200, first.y);
    await style(page, `${whole}transform:translateX(-200px)`);
    await pause(700);
    expect(await frame.$("html.covered")).toBeNull();
    await timed(frame);
    await clickHeard(page, frame, first.x - 200, first.y);
  });
  expect(await pressed(), "moved a moment ago").toEqual(before);
  await until(async () => (await frame.$eval("[role=status] .press-again", (one) => one.textContent ?? "")).includes(text("common_press_again")), "the panel says that this did not count");
  // Where it lies now it is seen like anywhere else.
  await pause(350);
  await page.mouse.click(first.x - 200, first.y);
  await until(async () => (await pressed())[0] !== before[0], "at its new place a click counts");
  expect(await frame.$(".press-again")).toBeNull();
  await style(page, whole);
  await pause(700);
  // Let go where something else lies than where it was pressed.
  await takesClicks(frame);
  const now = await pressed();
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await style(page, `${whole}transform:translateX(-30px)`);
  // So that it lies there for whoever lets go: the browser asks what it has drawn last.
  await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
  await pause(200);
  await page.mouse.up();
  await pause(200);
  expect(await pressed(), "moved between press and release").toEqual(now);
  await page.close();
}

/** What lies over handle and panel and lets clicks through: the handle opens the panel, which takes no click. */
export async function clicksThroughCover(stage: Stage): Promise<void> {
  const page = await stage.openPortal("/services");
  await ready(page);
  await cover(page, true);
  await clickOverlay(page, "handle");
  const frame = await panelFrame(page);
  await frame.type("input[type=search]", "jarima");
  const box = await placeOf(await frame.waitForSelector(".service .icon-button"));
  await frame.waitForSelector("html.covered");
  await clickHeard(page, frame, box.x + box.width / 2, box.y + box.height / 2);
  expect(await frame.$$eval(".icon-button[aria-pressed=true]", (all) => all.length)).toBe(0);
  // Taken away, the frame is believed again half a second later.
  await cover(page, false);
  await frame.waitForSelector("html:not(.covered)", { timeout: 45_000 });
  await takesClicks(frame);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await frame.waitForSelector(".icon-button[aria-pressed=true]", { timeout: 45_000 });
  await page.close();
}
