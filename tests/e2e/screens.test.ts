// Every screen in both languages, light and dark, at 320 pixels and at its usual width: accessible (axe-core), nothing
// cut off sideways, nothing moving for those who asked for no motion. Pictures go to node_modules/.cache/screens.
import { mkdirSync } from "node:fs";
import axe from "axe-core";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReaderProfile } from "../virtual/reader/profile.ts";
import { nino, pressButton, promptsOpen } from "./harness/login.ts";
import { shows, Stage, type StageOptions, typePin } from "./harness/stage.ts";
import { type Key, text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const folder = new URL("../../node_modules/.cache/screens/", import.meta.url).pathname;
const called = (vid: string, pid: string) => (profile: ReaderProfile): boolean => profile.vid === vid && profile.pid === pid;
const languages = ["ka", "en"] as const;
const looks = [
  { name: "narrow-light", width: 320, scheme: "light" },
  { name: "narrow-dark", width: 320, scheme: "dark" },
  { name: "wide-light", width: 0, scheme: "light" },
  { name: "wide-dark", width: 0, scheme: "dark" },
] as const;

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const result = await run(document, { resultTypes: ["violations"] });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
}

async function useLanguage(page: Page, language: "ka" | "en"): Promise<void> {
  await page.evaluate((value) => chrome.storage.local.set({ language: value }), language);
  await page.waitForFunction((value) => document.documentElement.lang === value, { polling: 50 }, language);
}

/** Looks at a screen in every language, width and colour scheme. */
async function look(page: Page, name: string, usualWidth: number, height: number, title: Key): Promise<void> {
  const client = await page.createCDPSession();
  const wrong: string[] = [];
  for (const language of languages) {
    await useLanguage(page, language);
    await shows(page, text(title, {}, language));
    for (const { name: lookName, width, scheme } of looks) {
      await client.send("Emulation.setDeviceMetricsOverride", { width: width || usualWidth, height, deviceScaleFactor: 1, mobile: false });
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      const where = `${name}-${language}-${lookName}`;
      const found = await violations(page);
      wrong.push(...found.map((one) => `${where}: ${one}`));
      const layout = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        moving: document.getAnimations().filter((one) => one.playState === "running").length,
        poking: [...document.querySelectorAll(".card input, .card button, .card .notice")].filter((one) => {
          const box = one.closest(".card");
          return box !== null && one.getBoundingClientRect().right > box.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(box).paddingRight) + 1;
        }).map((one) => one.outerHTML.slice(0, 80)),
        untranslated: /\b(?:home|prompt|error|common|os)_[A-Za-z_]+\b/.exec(document.body.innerText)?.[0] ?? null,
      }));
      if (layout.sideways > 0) wrong.push(`${where}: ${layout.sideways} pixels too wide`);
      wrong.push(...layout.poking.map((one) => `${where}: reaches out of its card: ${one}`));
      if (layout.moving > 0) wrong.push(`${where}: ${layout.moving} animations in spite of reduced motion`);
      if (layout.untranslated) wrong.push(`${where}: the key ${layout.untranslated} instead of a text`);
      await page.screenshot({ path: `${folder}${where}.png` });
    }
  }
  await client.send("Emulation.clearDeviceMetricsOverride");
  await useLanguage(page, "ka");
  expect(wrong).toEqual([]);
}

async function withPrompt(options: StageOptions, act: (prompt: Page, stage: Stage) => Promise<void>, before?: (stage: Stage) => void): Promise<void> {
  const stage = await Stage.set(options);
  try {
    before?.(stage);
    const prompt = await stage.ask(await stage.openPortal());
    await act(prompt, stage);
  } finally {
    await stage.close();
  }
}

const prompt = (page: Page, name: string, title: Key): Promise<void> => look(page, `prompt-${name}`, 480, 670, title);

describe("screens of the prompt", { timeout: 120_000 }, () => {
  beforeAll(() => void mkdirSync(folder, { recursive: true }));

  it("PIN, wrong PIN, last try, blocked", () =>
    withPrompt({}, async (page, stage) => {
      await shows(page, nino);
      await prompt(page, "pin", "prompt_login");
      await page.focus(".pin-field");
      await typePin(page, "0000");
      await shows(page, text("prompt_wrong", { COUNT: 2 }));
      await prompt(page, "wrong", "prompt_login");
      await page.focus(".pin-field");
      await typePin(page, "0001");
      await prompt(page, "last-try", "prompt_last_title");
      stage.reader.removeCard(0);
      await prompt(page, "removed", "error_CARD_REMOVED_title");
      stage.card.setTries("login", 0);
      stage.reader.insertCard(0, stage.card);
      await prompt(page, "blocked", "error_PIN_BLOCKED_title");
    }));

  it("no card", () => withPrompt({ slots: () => [] }, (page) => prompt(page, "no-card", "prompt_insert")));
  it("no reader", () => withPrompt({ slots: () => [], unplugged: true }, (page) => prompt(page, "no-reader", "prompt_no_reader")));
  it("a protected reader", () => withPrompt({ profile: called("072f", "b100"), ownClass: true }, (page) => prompt(page, "protected", "error_READER_PROTECTED_title")));
  it("a held reader", () => withPrompt({}, (page) => prompt(page, "held", "error_READER_HELD_title"), (stage) => stage.testbed?.holdElsewhere(stage.reader, true)));
  it("the reader's own keypad", () =>
    withPrompt({ profile: called("24dc", "0201"), reader: { person: () => new Promise(() => {}) } }, async (page) => {
      await prompt(page, "keypad", "prompt_keypad_ready");
      await pressButton(page, "prompt_keypad_start");
      await prompt(page, "keypad-now", "prompt_keypad_now");
    }));
  it("several cards", () =>
    withPrompt({ profile: called("1c34", "afc2"), slots: (card) => [card, null] }, async (page, stage) => {
      await shows(page, nino);
      stage.reader.insertCard(1, await Stage.card({}));
      await page.waitForFunction((wanted: string) => [...document.querySelectorAll("button")].some((one) => one.textContent === wanted), { polling: 50 }, text("prompt_other_card"));
      await pressButton(page, "prompt_other_card");
      await prompt(page, "choose", "prompt_choose");
    }));
});

describe("screens of the home page", { timeout: 120_000 }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  });
  afterAll(async () => {
    await stage.close();
  });

  it.each([
    ["card", "home_readers"],
    ["settings", "home_language"],
    ["help", "home_help_hours"],
    ["welcome", "home_welcome"],
  ] as const)("%s", async (section, title) => {
    const page = await stage.openHome(section);
    if (section === "card") {
      await shows(page, nino);
      for (const summary of await page.$$("summary")) await summary.click();
    }
    await look(page, `home-${section}`, 1100, 800, title);
    await page.close();
  });

  it("empty: no reader at all", async () => {
    await stage.testbed?.unplug(stage.reader);
    const page = await stage.openHome("card");
    await look(page, "home-empty", 1100, 800, "home_none");
    await page.close();
    await until(() => promptsOpen(stage) === 0, "no prompt is open");
  });
});
