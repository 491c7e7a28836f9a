// Clicks right after a panel was covered, made transparent, distorted or moved by its page. See: [Note: seen before acted on].
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { openPanel, ready } from "./favourites.ts";
import { clickOverlay, panelFrame } from "./overlay.ts";
import { clickHeard, pause, takesClicks } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { until } from "./until.ts";

const whole = "position:fixed;inset:0;width:100vw;height:100vh;";
const style = (page: Page, css: string): Promise<void> => page.evaluate((text) => {
  // The page's own policy refuses the attribute.
  const host = document.querySelector<HTMLElement>("moqalaqe-overlay");
  if (host) host.style.cssText = text;
}, css);
const cover = (page: Page, there: boolean): Promise<void> =>
  page.evaluate((on) => {
    if (!on) return document.getElementById("cover")?.remove();
    const veil = document.createElement("div");
    veil.id = "cover";
    veil.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none";
    document.documentElement.append(veil);
  }, there);

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
      const box = await one.boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
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
    await disturb(page, true);
    await until(async () => (await frame.$("html.covered")) !== null, `${what}: the panel knows it`, 10_000);
    await disturb(page, false);
    await frame.waitForSelector("html:not(.covered)");
    await clickHeard(page, frame, first.x, first.y);
    expect((await pressed())[0], `${what} a moment ago`).toBe(on);
    await counts(what);
  }
  // Moved and whole: nobody tells the panel. The mouse rests beside the star, which is then pushed under it.
  const before = await pressed();
  await page.mouse.move(first.x - 200, first.y);
  await style(page, `${whole}transform:translateX(-200px)`);
  await pause(700);
  expect(await frame.$("html.covered")).toBeNull();
  await clickHeard(page, frame, first.x - 200, first.y);
  expect(await pressed(), "moved a moment ago").toEqual(before);
  // Where it lies now it is seen like anywhere else.
  await pause(350);
  await page.mouse.click(first.x - 200, first.y);
  await until(async () => (await pressed())[0] !== before[0], "at its new place a click counts");
  await style(page, whole);
  await pause(700);
  // Let go where something else lies than where it was pressed.
  await takesClicks(frame);
  const now = await pressed();
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  await style(page, `${whole}transform:translateX(-30px)`);
  await pause(100);
  await page.mouse.up();
  await pause(100);
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
  const star = await frame.waitForSelector(".service .icon-button");
  const box = await star?.boundingBox();
  if (!box) throw new Error("no star in the panel");
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
