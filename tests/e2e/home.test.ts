import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId } from "../virtual/browser/launch.ts";
import { askForCard, logIn, nino, pressButton, promptsOpen, verifies } from "./harness/login.ts";
import type { VirtualCard } from "../virtual/card/createCard.ts";
import { tabTo } from "./harness/form.ts";
import { bringToKeys } from "./harness/keys.ts";
import { allowsSite, changesKeys } from "./harness/settingsActs.ts";
import { shows, Stage } from "./harness/stage.ts";
import { directTable, type Table } from "./harness/table.ts";
import { type Key, text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

const day = 86_400_000;

/** The texts of what Tab goes through, from the top of the page. */
async function tabStops(page: Page, most = 60): Promise<readonly string[]> {
  await bringToKeys(page);
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    scrollTo(0, 0);
  });
  const stops: string[] = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body || at.hasAttribute("data-seen")) return null;
      at.setAttribute("data-seen", "");
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      if (outlineStyle === "none" || outlineWidth === "0px") return `no visible focus: ${at.outerHTML.slice(0, 80)}`;
      return at.textContent?.trim() || at.getAttribute("aria-label") || at.tagName;
    });
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

let table: Table;
let stage: Stage;
beforeAll(async () => {
  table = await directTable([]);
  ({ stage } = table);
});
afterAll(async () => await table?.close());

describe("home page", () => {

  it("shows readers, holder, PINs and certificates; the personal number only when asked", async () => {
    const home = await stage.openHome();
    await shows(home, nino);
    await shows(home, text("reader_slot", { NAME: "SCM Microsystems Inc. SCR 331-DI", NUMBER: 1 }));
    await shows(home, text("home_state_present"));
    await shows(home, text("home_tries", { COUNT: 3 }));
    await shows(home, text("home_not_created"));
    const seen = (): Promise<string> => home.evaluate(() => document.body.innerText);
    expect(await seen()).not.toContain("99001010101");
    await pressButton(home, "home_show");
    await shows(home, "99001010101");
    await pressButton(home, "home_hide");
    expect(await seen()).not.toContain("99001010101");
    // Beside the ways to the readers.
    const details = await home.$$("details:not(.ways)");
    expect(details).toHaveLength(4);
    expect(await home.$$eval("details:not(.ways)", (all) => all.filter((one) => one.open).length)).toBe(0);
    await (await details[0]?.$("summary"))?.click();
    await shows(home, "RSA 2048");
    // The same as a check before somebody registers with the card.
    await home.evaluate(() => (location.hash = "help/registration"));
    for (const said of ["reg_card_found", "reg_card_ready"] as const) await shows(home, text(said));
    await shows(home, text("reg_card_reader", { READER: "SCM Microsystems Inc. SCR 331-DI" }));
    await shows(home, (text("reg_card_valid", { DATE: "…" }).split("…")[0] ?? "").trim());
    // What would be in the way there is said here: a certificate out of its time, a blocked PIN.
    const put = async (card: VirtualCard): Promise<void> => {
      stage.reader.removeCard(0);
      await shows(home, text("home_insert"));
      stage.reader.insertCard(0, card);
    };
    for (const [said, from, to] of [["reg_card_expired", -900, -2], ["reg_card_early", 2, 900]] as const) {
      await put(await Stage.card({ notBefore: new Date(Date.now() + from * day), notAfter: new Date(Date.now() + to * day) }));
      const [before = ""] = text(said, { DATE: "…" }).split("…");
      await shows(home, before.trim());
      expect(await home.evaluate(() => document.body.innerText)).not.toContain(text("reg_card_ready"));
    }
    stage.card.setTries("login", 0);
    await put(stage.card);
    await shows(home, text("reg_card_blocked"));
    expect(await home.evaluate(() => document.body.innerText)).not.toContain(text("reg_card_ready"));
    stage.card.setTries("login", 3);
    await put(stage.card);
    await shows(home, text("reg_card_ready"));
    // Looking costs no try and asks for no PIN.
    expect(verifies(stage)).toBe(0);
    await home.close();
  });

  it("follows the card", async () => {
    const home = await stage.openHome();
    await shows(home, nino);
    stage.reader.removeCard(0);
    stage.card.setTries("login", 1);
    await shows(home, text("home_insert"));
    expect(await home.evaluate(() => document.body.innerText)).not.toContain(nino);
    stage.reader.insertCard(0, stage.card);
    await shows(home, nino);
    await shows(home, text("home_tries_one"));
    stage.card.setTries("login", 3);
    await home.close();
  });

  it("changes the language in every window at once, and keeps it", async () => {
    const [first, second] = [await stage.openHome("settings/language"), await stage.openHome("help")];
    await shows(second, text("home_help_pins"));
    await first.bringToFront();
    await first.click("header button, header a.button, .home-head button");
    await shows(first, text("home_language_hint", {}, "en"));
    await shows(second, text("home_help_pins", {}, "en"));
    await shows(second, text("home_help_pins_text", {}, "en"));
    await first.reload();
    await shows(first, text("home_language_hint", {}, "en"));
    expect(await first.evaluate(() => document.documentElement.lang)).toBe("en");
    await first.click(".home-head button");
    await shows(second, text("home_help_pins"));
    await first.close();
    await second.close();
  });

  it("a language and a tool that can't be kept are said, and what is shown is what holds; kept at last, nothing is said", async () => {
    const home = await stage.openHome("settings/tools");
    const unkept = text("common_setting_unkept");
    const language = "[role=group] button";
    const tool = ".settings-fold[open] input[type=checkbox]";
    await home.waitForSelector(tool);
    const isOn = (): Promise<boolean> => home.$eval(tool, (box) => box.checked);
    const said = (): Promise<readonly string[]> => home.$$eval("[role=alert]", (all) => all.map((one) => one.textContent ?? ""));
    // As the browser does it on a full disk: the whole change is refused.
    await home.evaluate(() => {
      const { local } = chrome.storage;
      const set = local.set.bind(local);
      Object.assign(globalThis, { roomAgain: () => void (local.set = set) });
      local.set = () => {
        throw new Error("FILE_ERROR_NO_SPACE");
      };
    });
    expect(await isOn()).toBe(true);
    await home.click(tool);
    await shows(home, unkept);
    expect(await isOn()).toBe(true);
    expect(await home.evaluate(async () => (await chrome.storage.local.get("featuresOff"))["featuresOff"] ?? [])).toEqual([]);
    expect(await said()).toHaveLength(1);
    await home.click(language);
    await until(async () => (await said()).length === 2, "the language's own word");
    expect(await home.evaluate(() => document.documentElement.lang)).toBe("ka");
    await home.evaluate(() => (globalThis as unknown as { roomAgain: () => void }).roomAgain());
    await home.click(tool);
    await until(async () => !(await isOn()) && (await said()).length === 1, "the tool is off");
    await home.click(tool);
    await until(isOn, "and on again");
    await home.click(language);
    await shows(home, text("home_settings_about", {}, "en"));
    expect(await said()).toEqual([]);
    await home.evaluate(() => chrome.storage.local.remove(["language", "featuresOff"]));
    await shows(home, text("home_settings_about"));
    // Somebody in a hurry: the second click comes before the first is written, and neither is lost.
    for (const on of [false, true]) {
      await home.$$eval(tool, (all) => all.slice(0, 4).forEach((box) => box.click()));
      await until(() => home.$$eval(tool, (all, wanted) => all.every((box, at) => box.checked === (wanted || at >= 4)), on), `the first four tools are ${on ? "on again" : "off"}`);
    }
    await home.evaluate(() => chrome.storage.local.remove("featuresOff"));
    await home.close();
  });

  it("an address that is no https site is not asked about", async () => {
    const home = await stage.openHome("settings/sites");
    await shows(home, text("home_sites_none"));
    await home.type('input[type="url"]', "http://example.ge");
    await home.keyboard.press("Enter");
    await shows(home, text("home_sites_bad"));
    await home.close();
  });

  it("a site is allowed and taken out again, by keyboard: the list follows the browser", () => allowsSite(stage));

  it("“change the keys” leads, by keyboard, to where the browser changes them", () => changesKeys(stage));

  it("“Add a reader” asks the browser, on a click and with filters that show readers only", async () => {
    const home = await stage.openHome();
    await shows(home, nino);
    await home.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      // The chooser is the browser's and can't be driven: what it would be asked is looked at instead.
      navigator.usb.requestDevice = async (options) => {
        asked.push({ options, clicked: navigator.userActivation.isActive });
        throw new DOMException("No device selected.", "NotFoundError");
      };
    });
    await home.bringToFront();
    // All works: what helps with a reader is folded.
    const summary = await home.$(".reader-help summary");
    expect(await home.$$eval(".reader-help button", (all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    await summary?.click();
    const handles = await home.$$("button");
    for (const handle of handles) if ((await handle.evaluate((one) => one.textContent?.trim())) === text("common_add_reader")) await handle.click();
    const askedFor = () => home.evaluate(() => (globalThis as unknown as { asked: { options: { filters: { classCode?: number; vendorId?: number }[] }; clicked: boolean }[] }).asked);
    await until(async () => (await askedFor()).length > 0, "the browser is asked");
    const asked = await askedFor();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.clicked).toBe(true);
    expect(asked[0]?.options.filters).toContainEqual({ classCode: 0x0b });
    expect(asked[0]?.options.filters.every((filter) => filter.classCode === 0x0b || filter.vendorId !== undefined)).toBe(true);
    await home.close();
  });

  it("everything can be reached by Tab, and shows that it has the focus", async () => {
    for (const section of ["card", "settings", "help", "welcome"]) {
      const home = await stage.openHome(section);
      if (section === "card") await shows(home, nino);
      if (section === "settings") await home.waitForSelector(".settings-fold");
      if (section === "settings") await home.$$eval(".settings-fold", (all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
      const stops = await tabStops(home);
      expect(stops.filter((stop) => stop.startsWith("no visible focus"))).toEqual([]);
      for (const key of ["home_nav_card", "home_nav_settings", "home_nav_help"] as const) expect(stops, section).toContain(text(key));
      if (section === "card") for (const key of ["home_reader_help", "home_cert_authentication"] as const) expect(stops).toContain(text(key));
      if (section === "settings") for (const key of ["home_map_choose", "home_sites_add", "home_erase_begin"] as const) expect(stops).toContain(text(key));
      await home.close();
    }
  });

  it("the settings are a list of names that fits a telephone; each opens by keyboard, by its address, and again after a reload", async () => {
    const home = await stage.openHome("settings");
    await shows(home, text("home_settings_erase"));
    const opened = (): Promise<readonly string[]> => home.$$eval(".settings-fold[open]", (all) => all.map((one) => one.querySelector("h3")?.textContent ?? ""));
    expect(await opened()).toEqual([]);
    await home.setViewport({ width: 320, height: 800 });
    expect(await home.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1_400);
    await tabTo(home, text("home_kept"));
    await home.keyboard.press("Enter");
    await shows(home, text("home_kept_never_text"));
    const address = (hash: string): Promise<void> => until(() => new URL(home.url()).hash === hash, `the address is ${hash}`);
    await address("#settings/kept");
    await home.reload();
    await shows(home, text("home_kept_never_text"));
    const isAt = (key: Key): Promise<void> => until(() => home.evaluate((name) => {
      const at = document.activeElement;
      const { top, bottom } = at?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
      return at?.localName === "summary" && at.querySelector("h3")?.textContent === name && top >= 0 && bottom <= innerHeight;
    }, text(key)), `${key} has the keyboard, and is in sight`);
    await isAt("home_kept");
    await home.keyboard.press("Space");
    await until(async () => (await opened()).length === 0, "folded up again");
    await address("#settings");
    // A link to another one, from wherever.
    await home.evaluate(() => (location.hash = "settings/sites"));
    await shows(home, text("home_sites_hint"));
    await isAt("home_sites");
    await home.close();
  });
});

describe("the keyboard alone", () => {
  it("logs in, with the wrong PIN once, and never touches the mouse", () =>
    table.on({}, async () => {
      const portal = await stage.openPortal();
      await portal.bringToFront();
      await portal.focus("#card");
      await portal.keyboard.press("Enter");
      const prompt = await stage.prompt();
      await shows(prompt, nino);
      await prompt.waitForFunction(() => document.activeElement?.classList.contains("pin-field"), { polling: 50 });
      // What a screen reader says of the field: its label, the tries left, how many digits are there; never a digit.
      const client = await prompt.createCDPSession();
      const { nodes } = (await client.send("Accessibility.getFullAXTree")) as { nodes: { role?: { value: string }; name?: { value: string }; description?: { value: string }; value?: { value: string }; properties?: { name: string; value: { value: unknown } }[] }[] };
      for (const digit of "43") await prompt.keyboard.press(digit as "4");
      const field = nodes.find(({ role, properties }) => role?.value === "textbox" && properties?.some(({ name, value }) => name === "focused" && value.value === true));
      expect(field?.name?.value).toBe(text("prompt_pin_label", { COUNT: 4 }));
      expect(field?.description?.value).toContain(text("prompt_tries_left", { COUNT: 3 }));
      const spoken = JSON.stringify(await client.send("Accessibility.getFullAXTree"));
      expect(spoken).toContain(text("prompt_pin_typed_of", { DONE: 2, TOTAL: 4 }));
      expect(await prompt.$eval(".pin-field", (one) => one.textContent)).toBe("");
      for (const key of ["2", "1", "Enter"] as const) await prompt.keyboard.press(key);
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      await logIn(stage, portal, prompt);
    }));

  it("Tab reaches the digit buttons, the button and the language; Escape cancels from anywhere", () =>
    table.on({}, async () => {
      const { prompt } = await askForCard(stage);
      const stops = await tabStops(prompt);
      expect(stops.filter((stop) => stop.startsWith("no visible focus"))).toEqual([]);
      expect(stops).toContain(text("prompt_pin_keys"));
      expect(stops).toContain(text("common_cancel"));
      expect(prompt.url()).toContain(extensionId);
      await prompt.keyboard.press("Escape");
      await until(() => promptsOpen(stage) === 0, "the window closes");
    }));
});
