// How soon the favourites menu is there on a page with a thousand services, by what its person did before.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CDPSession, Frame, Page } from "puppeteer";
import { bareUrl } from "../../e2e/harness/vault.ts";
import { overlayElements, placeOf, showsPanel } from "../../e2e/harness/overlay.ts";
import { pause } from "../../e2e/harness/panels.ts";
import { portalOrigin, Stage } from "../../e2e/harness/stage.ts";
import { soon, until } from "../../e2e/harness/until.ts";
import { extensionId } from "../../virtual/browser/launch.ts";
import { median } from "./pageLoads.ts";

/** What comes before the menu is opened, and how that is done. */
export const ways = ["hover", "present", "shortcutPresent", "shortcut", "touch", "press", "first"] as const;
export type Way = (typeof ways)[number];

export interface MenuFigure {
  /** From the click, or the last of the keys, until the page and the menu in its frame have drawn it. */
  readonly shownMs: number;
  /** The longest of the rounds. */
  readonly longestMs: number;
  /** How often its frame had been made ready before. */
  readonly ready: number;
}

export interface MenuFigures {
  readonly of: ReadonlyMap<Way, MenuFigure>;
  /** From a straight click, the first act in the page, to a panel on the screen, still empty. */
  readonly shellMs: number;
}

export interface MenuMeasure {
  readonly ways: readonly Way[];
  readonly rounds: number;
  /** How many times slower the main threads of the page and of the extension's frames are made; everything else of the browser is as fast as it is. */
  readonly slower?: number;
}

const path = "/services?count=1000&markup=app";
/** So long a finger stays down, and so long the first of the shortcut's keys is before the last one. */
const handMs = 100;
/** So long a hand holds the mouse's button, as short as it mostly does. */
const pressMs = 60;

interface Marks {
  startedAt?: number;
  shellAt?: number;
  drawn?: Promise<number>;
}

async function starsShown(page: Page): Promise<void> {
  await until(async () => (await overlayElements(page, "star")).some((one) => !one.hidden), "stars at the services", 30_000);
}

/**
 * The page notes when it is clicked, when something else than before is at the window's edge (the panel, whatever is in it), and when it
 * has drawn the picture after the panel took the keyboard. As text: what the benchmark is run with puts a helper of its own into functions with a
 * name, which a page does not have.
 */
async function watch(page: Page): Promise<void> {
  await page.evaluate(`{
    const marks = globalThis.marks = {};
    const now = () => performance.timeOrigin + performance.now();
    addEventListener("click", (event) => { marks.startedAt = performance.timeOrigin + event.timeStamp; }, { capture: true, once: true });
    const look = () => {
      // The veil and the panel take the place of the page under this point.
      if (document.elementFromPoint(40, innerHeight - 40)?.localName === "moqalaqe-overlay") marks.shellAt = now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    marks.drawn = new Promise((resolve) => addEventListener("blur", () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(now());
      port2.postMessage(0);
    }), { once: true }));
    // Not the promise itself: its outcome would be waited for here, before the click.
    void 0;
  }`);
}

const marksOf = (page: Page): Promise<Pick<Marks, "startedAt" | "shellAt">> => page.evaluate(() => {
  const { startedAt = 0, shellAt = 0 } = (globalThis as unknown as { marks: Marks }).marks;
  return { startedAt, shellAt };
});

/** The menu's frame, if it shows something, in sight or not. */
async function menuFrame(page: Page): Promise<Frame | undefined> {
  for (const one of page.frames()) if (one.url().includes("/src/frame/frame.html") && (await showsPanel(one))) return one;
  return undefined;
}

/** In a list, so that waiting for the frame is not waiting for its answer: when it has drawn the picture after it got the keyboard. */
const drawnIn = (frame: Frame): readonly Promise<number>[] => [
  frame.evaluate(() => new Promise<number>((resolve) => {
    addEventListener("focus", () => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(performance.timeOrigin + performance.now()));
      port1.start();
      port2.postMessage(0);
    }), { once: true });
  })),
];

/** The browser's own note of when a frame's first contents were painted: whoever asks, asks later. Its first contents are all of it. */
const firstPaintIn = (frame: Frame): Promise<number> => frame.evaluate(() => new Promise<number>((resolve) => {
  new PerformanceObserver((list) => {
    for (const one of list.getEntriesByName("first-contentful-paint")) resolve(performance.timeOrigin + one.startTime);
  }).observe({ type: "paint", buffered: true });
}));

/** What the browser's own keys come to: no protocol presses them. @returns when */
async function command(stage: Stage): Promise<number> {
  const target = await stage.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().includes(extensionId));
  const worker = await target.worker();
  if (!worker) throw new Error("no service worker");
  return worker.evaluate(() => {
    (chrome.commands.onCommand as unknown as { dispatch(command: string): void }).dispatch("favourites");
    return performance.timeOrigin + performance.now();
  });
}

/**
 * While puppeteer follows a page's frames, the browser holds each new one back until puppeteer has looked at it: some ten milliseconds that
 * nobody has who is not debugged.
 */
async function followFrames(page: Page, on: boolean): Promise<void> {
  // Puppeteer's own session, which it keeps to itself: another one would have nothing to say in this.
  const { client } = page.mainFrame() as unknown as { readonly client: CDPSession };
  await client.send("Target.setAutoAttach", { autoAttach: on, waitForDebuggerOnStart: on, flatten: true });
}

/** Presses the mouse's button where nothing has moved to before: a touchpad's pointer that was there when the page came. */
async function press(page: Page, x: number, y: number): Promise<void> {
  const client = await page.createCDPSession();
  const button = { x, y, button: "left", clickCount: 1 } as const;
  await client.send("Input.dispatchMouseEvent", { type: "mousePressed", ...button });
  await pause(pressMs);
  await client.send("Input.dispatchMouseEvent", { type: "mouseReleased", ...button });
}

interface Opening {
  readonly shownMs: number;
  readonly shellMs: number;
  readonly ready: boolean;
}

/** @returns where the handle is, in a page that is all there */
async function comeToPage(page: Page, slower = 1): Promise<{ readonly x: number; readonly y: number }> {
  await page.bringToFront();
  await page.emulateCPUThrottling(slower);
  await page.goto(portalOrigin + path, { waitUntil: "load" });
  await starsShown(page);
  const [handle] = await overlayElements(page, "handle");
  if (!handle) throw new Error("no handle");
  return placeOf(page, handle);
}

async function menuOpening(stage: Stage, way: Way, slower: number): Promise<Opening> {
  const page = await stage.browser.newPage();
  try {
    const { x, y } = await comeToPage(page, slower);
    if (way === "present" || way === "shortcutPresent") {
      await page.mouse.move(300, 200);
      await pause(1_000);
    }
    if (way === "hover") {
      await page.mouse.move(x, y);
      await until(async () => (await menuFrame(page)) !== undefined, "the menu is made ready");
    }
    const before = await menuFrame(page);
    await watch(page);
    const [drawn] = before ? drawnIn(before) : [];
    if (!before) await followFrames(page, false);
    let pressedAt: number | null = null;
    if (way === "touch") {
      await page.touchscreen.touchStart(x, y);
      await pause(handMs);
      await page.touchscreen.touchEnd();
    } else if (way === "shortcut" || way === "shortcutPresent") {
      await page.keyboard.down("Alt");
      await page.keyboard.down("Shift");
      await pause(handMs);
      pressedAt = await command(stage);
      for (const key of ["Shift", "Alt"] as const) await page.keyboard.up(key);
    } else if (way === "press") await press(page, x, y);
    else await page.mouse.click(x, y);
    const around = await soon(page.evaluate(async () => await (globalThis as unknown as { marks: Marks }).marks.drawn ?? 0), `the menu has the keyboard: ${way}`);
    if (!before) await followFrames(page, true);
    await until(async () => (await menuFrame(page)) !== undefined, "puppeteer knows the menu's frame");
    const frame = before ?? (await menuFrame(page));
    if (!frame) throw new Error("no menu");
    const within = await soon(drawn ?? firstPaintIn(frame), `the menu is drawn: ${way}`);
    const { startedAt = 0, shellAt = 0 } = await marksOf(page);
    const start = pressedAt ?? startedAt;
    return { shownMs: Math.max(around, within) - start, shellMs: shellAt - start, ready: before !== undefined };
  } finally {
    await page.close();
  }
}

export async function menuFigures({ ways: wanted, rounds, slower = 1 }: MenuMeasure): Promise<MenuFigures> {
  const stage = await Stage.set({ unplugged: true });
  try {
    // All frames of the extension live in one process, whose main thread is slowed down by any page in it.
    const own = await stage.browser.newPage();
    await until(() => own.goto(bareUrl).then(() => true, () => false), "the extension's pages open");
    await own.emulateCPUThrottling(slower);
    const seen = new Map<Way, Opening[]>(wanted.map((way) => [way, []]));
    // By turns: what else the machine does meets all of them.
    for (let round = 0; round < rounds; round += 1) for (const way of wanted) seen.get(way)?.push(await menuOpening(stage, way, slower));
    const figure = (way: Way): MenuFigure => {
      const all = seen.get(way) ?? [];
      return { shownMs: median(all.map((one) => one.shownMs)), longestMs: Math.max(...all.map((one) => one.shownMs)), ready: all.filter((one) => one.ready).length };
    };
    return { of: new Map(wanted.map((way) => [way, figure(way)])), shellMs: median((seen.get("first") ?? []).map((one) => one.shellMs)) };
  } finally {
    await stage.close();
  }
}

/**
 * What of a click of no length is the browser's own: the same page and the same frame, and in that one line of text in place of the menu. No
 * frame of the extension that begins with the click is in sight sooner.
 * @returns median, in milliseconds
 */
export async function bareFrameMs(rounds: number): Promise<number> {
  const extension = mkdtempSync(join(tmpdir(), "mq-bare-frame-"));
  cpSync(fileURLToPath(new URL("../../../dist", import.meta.url)), extension, { recursive: true });
  writeFileSync(join(extension, "src/frame/frame.html"), "<!doctype html><title>.</title><h1>.</h1>");
  try {
    const stage = await Stage.set({ unplugged: true, extension });
    const seen: number[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        const page = await stage.browser.newPage();
        const { x, y } = await comeToPage(page);
        await watch(page);
        await followFrames(page, false);
        await page.mouse.click(x, y);
        await pause(1_000);
        await followFrames(page, true);
        const frame = await page.waitForFrame((one) => one.url().includes("/src/frame/frame.html"));
        const { startedAt = 0 } = await marksOf(page);
        seen.push(await soon(firstPaintIn(frame), "the bare frame is drawn") - startedAt);
        await page.close();
      }
    } finally {
      await stage.close();
    }
    return median(seen);
  } finally {
    rmSync(extension, { recursive: true });
  }
}
