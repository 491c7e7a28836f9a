// Every screen in both languages, light and dark, at 320 pixels and at its usual width: accessible (axe-core), nothing
// cut off sideways, nothing moving for those who asked for no motion. Pictures go to node_modules/.cache/screens.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookAtGates } from "./harness/gates.ts";
import { look, screensFolder } from "./harness/look.ts";
import { nino, pressButton, promptsOpen } from "./harness/login.ts";
import { called, keypadReader, twoSlots } from "./harness/loginReaders.ts";
import { openTestVault } from "./harness/openVault.ts";
import { ordinaryReader, type Setting, shows, Stage, typePin } from "./harness/stage.ts";
import { directTable, type Table } from "./harness/table.ts";
import { type Key, text } from "./harness/texts.ts";
import { vaultPage } from "./harness/vault.ts";

const protectedReader = called("072f", "b100");
let table: Table;

beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  table = await directTable([ordinaryReader, protectedReader, keypadReader, twoSlots]);
});
afterAll(async () => await table?.close());

const withPrompt = (setting: Setting, act: (prompt: Page, stage: Stage) => Promise<void>, before?: (stage: Stage) => void): Promise<void> =>
  table.on(setting, async (stage) => {
    before?.(stage);
    await act(await stage.ask(await stage.openPortal()), stage);
  });

const prompt = (page: Page, name: string, title: Key): Promise<void> => look(page, `prompt-${name}`, 480, 670, title);

describe("screens of the prompt", { timeout: 180_000 }, () => {
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
  it("a protected reader", () => withPrompt({ profile: protectedReader, ownClass: true }, (page) => prompt(page, "protected", "error_READER_PROTECTED_title")));
  it("a held reader", () => withPrompt({}, (page) => prompt(page, "held", "error_READER_HELD_title"), (stage) => stage.testbed?.holdElsewhere(stage.reader, true)));
  it("the reader's own keypad", () =>
    withPrompt({ profile: keypadReader, reader: { person: () => new Promise(() => {}) } }, async (page) => {
      await prompt(page, "keypad", "prompt_keypad_ready");
      await pressButton(page, "prompt_keypad_start");
      await prompt(page, "keypad-now", "prompt_keypad_now");
    }));
  it("several cards", () =>
    withPrompt({ profile: twoSlots, slots: (card) => [card, null] }, async (page, stage) => {
      await shows(page, nino);
      stage.reader.insertCard(1, await Stage.card({}));
      await page.waitForFunction((wanted: string) => [...document.querySelectorAll("button")].some((one) => one.textContent === wanted), { polling: 50 }, text("prompt_other_card"));
      await pressButton(page, "prompt_other_card");
      await prompt(page, "choose", "prompt_choose");
    }));
});

describe("screens of the home page", { timeout: 180_000 }, () => {
  it.each([
    ["card", "home_readers"],
    ["verify", "verify_lead"],
    ["bridge", "bridge_guide"],
    ["settings", "home_language"],
    ["help", "home_help_hours"],
    ["help/favourites", "home_open_portal"],
    ["welcome", "home_welcome"],
  ] as const)("%s", (section, title) => table.on({}, async (stage) => {
    const page = await stage.openHome(section);
    if (section === "card") {
      await shows(page, nino);
      for (const summary of await page.$$("summary")) await summary.click();
    }
    await look(page, `home-${section.replace("/", "-")}`, 1100, 800, title);
  }));

  it("empty: no reader at all", () =>
    table.on({ unplugged: true }, async (stage) => {
      const page = await stage.openHome("card");
      await look(page, "home-empty", 1100, 800, "home_none");
      expect(promptsOpen(stage)).toBe(0);
    }));
});

describe("panels in the portal's pages", { timeout: 180_000 }, () => {
  it("while there is no vault", () => table.on({ unplugged: true }, async (stage) => {
    expect(await lookAtGates(stage, await vaultPage(stage.browser), "none")).toEqual([]);
  }));

  it("while the vault is locked", () => table.on({ unplugged: true }, async (stage) => {
    const vault = await openTestVault(stage);
    await vault.lock();
    expect(await lookAtGates(stage, vault.page, "locked")).toEqual([]);
  }));
});
