// What holds the tools together in pages that make it hard for them: strict policies, a page that takes the keyboard or moves a panel
// under the mouse; and what holds them back: no request of their own, and no look that axe-core would mind.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedSince } from "./harness/asked.ts";
import { openPanel, ready } from "./harness/favourites.ts";
import { leavesTheKeyboard, stealsTheKeyboard } from "./harness/focusThief.ts";
import { idleMinute } from "./harness/idleMinute.ts";
import { ledTo } from "./harness/ledTo.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { clicksOnlyWhatLay } from "./harness/movedPanel.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { clickOverlay, overlayElements, overlayTexts } from "./harness/overlay.ts";
import { overlayViolations } from "./harness/overlayAxe.ts";
import { asksForSecrets, says } from "./harness/panels.ts";
import { policies, whatLoads } from "./harness/policies.ts";
import { Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

let stage: Stage;
let vault: TestVault;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set({ unplugged: true });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

const speak = (language: "ka" | "en"): Promise<void> => vault.page.evaluate((value) => chrome.storage.local.set({ language: value }), language);
const scheme = (page: Page, value: "light" | "dark"): Promise<void> => page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);

/** In both languages, light and dark. @returns what axe-core finds wrong, and the fewest buttons that it saw */
async function lookAtOverlay(page: Page, name: string, there: (language: "ka" | "en") => Promise<void>): Promise<{ readonly wrong: readonly string[]; readonly buttons: number }> {
  const wrong: string[] = [];
  let buttons = Infinity;
  for (const language of ["en", "ka"] as const) {
    await speak(language);
    await there(language);
    for (const colours of ["light", "dark"] as const) {
      await scheme(page, colours);
      const found = await overlayViolations(page);
      wrong.push(...found.wrong.map((one) => `${name} ${language} ${colours}: ${one}`));
      buttons = Math.min(buttons, found.buttons);
      await picture(page, `${screensFolder}overlay-${name}-${language}-${colours}.png`);
    }
  }
  return { wrong, buttons };
}

describe("the tools in a portal page", () => {
  it("are there under the strictest policies that the page's headers can name, panels included", async () => {
    const page = await stage.browser.newPage();
    for (const policy of policies) expect(await whatLoads(stage, page, policy), policy.name).toEqual({ inForce: true, handles: 2, stars: true, panel: true });
    // A sandbox that lets no script run lets none run in frames below it either: the panel's place says so, and leads to our own page.
    const sandbox = { headers: { "content-security-policy": "sandbox allow-same-origin" }, inForce: () => true };
    expect(await whatLoads(stage, page, sandbox)).toMatchObject({ handles: 2, stars: true, panel: expect.stringContaining(text("page_panel_closed")) });
    await page.close();
  });

  it("ask the portal for nothing in a minute in which nobody does anything", async () => {
    const page = await stage.openPortal("/services/address/apply");
    await page.bringToFront();
    await page.type("[name=reason]", "მჭირდება");
    await says(page, text("page_form_stored", { TIME: "" }).split(",")[0] ?? "");
    const menu = await stage.openPortal("/services");
    await menu.bringToFront();
    await ready(menu);
    await openPanel(menu);
    for (const [one, own] of [[page, []], [menu, ["GET /style.css", "GET /style.css", "GET /style.css"]]] as const) {
      await one.bringToFront();
      const asked = askedSince(stage);
      // That the clock is put forward for whatever runs in the page, its own timer shows.
      if (own.length > 0) await one.evaluate(() => void setInterval(() => void fetch("/style.css"), 20_000));
      await idleMinute(one);
      expect(asked()).toEqual(own);
    }
    // What wakes the service worker by the clock is the days of reminders alone.
    expect(await vault.page.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name))).toEqual(["reminders"]);
    await Promise.all([page.close(), menu.close()]);
  });

  it("are accessible in the closed root, too: stars, handles, pills and the line in a sandboxed page", async () => {
    const page = await stage.openPortal("/services/vaccination");
    await page.bringToFront();
    const found = await lookAtOverlay(page, "pills", async (language) => {
      await says(page, text("page_consent_special", {}, language));
      await ready(page);
    });
    expect(found.wrong).toEqual([]);
    // Two handles, a star, a pill's two buttons: axe-core has looked at each, and would say it.
    expect(found.buttons).toBeGreaterThanOrEqual(5);
    const { wrong } = await overlayViolations(page, () => {
      const root = document.querySelector("moqalaqe-likeness")?.shadowRoot;
      root?.querySelector(".handle")?.removeAttribute("aria-label");
      root?.querySelector(".handle")?.removeAttribute("title");
      root?.querySelector<HTMLElement>(".pill-text")?.style.setProperty("color", "light-dark(#bbb, #444)");
    });
    expect(wrong.map((one) => one.split(":")[0] ?? "").toSorted()).toEqual(["button-name", "color-contrast"]);
    stage.portal.headers = { "content-security-policy": "sandbox allow-scripts" };
    await page.goto("https://www.my.gov.ge/services", { waitUntil: "load" });
    stage.portal.headers = {};
    const sandboxed = await lookAtOverlay(page, "sandboxed", async (language) => {
      await until(async () => (await overlayTexts(page, "sandbox-notice")).length > 0, "the handles are there");
      await page.bringToFront();
      await clickOverlay(page, "handle-favourites", text("page_menu_open", {}, language));
      await ledTo(vault.page, (url) => url.endsWith("#help/favourites"), "our page is there instead");
      await vault.page.evaluate(() => (location.hash = "help"));
      await page.bringToFront();
      await until(async () => (await overlayTexts(page, "sandbox-notice")).join() === text("page_sandboxed", {}, language), "it is said here");
    });
    expect(sandboxed).toEqual({ wrong: [], buttons: 2 });
    // Somebody changes a setting while they read: the handles come anew, and what was said stands.
    await vault.page.evaluate(() => chrome.storage.local.set({ featuresOff: ["favourites"] }));
    await until(async () => (await overlayElements(page, "handle-favourites")).length === 0 && (await overlayElements(page, "handle-data")).length === 1, "one handle is left");
    await until(async () => (await overlayTexts(page, "sandbox-notice")).join() === text("page_sandboxed"), "it is still said", 10_000);
    await vault.page.evaluate(() => chrome.storage.local.set({ featuresOff: [] }));
    await vault.page.evaluate(() => (location.hash = "help"));
    await page.close();
  });

  it("a field for a PIN or a passphrase in a panel would be seen by whoever looks at panels", async () => {
    const page = await stage.openPortal("/services");
    await page.bringToFront();
    await ready(page);
    const frame = await openPanel(page);
    expect(await asksForSecrets(frame)).toEqual([]);
    const fields = ["<input type=password>", "<label>საიდუმლო ფრაზა<input></label>", "<label>PIN<input inputmode=numeric></label>", "<input autocomplete=current-password>", "<input class=dots>"];
    await frame.evaluate((all) => {
      document.querySelector("main")?.insertAdjacentHTML("beforeend", all.join(""));
      document.querySelector<HTMLElement>(".dots")?.style.setProperty("-webkit-text-security", "disc");
    }, fields);
    expect(await asksForSecrets(frame)).toHaveLength(fields.length);
    await page.close();
  });
});

describe("a hostile portal page", () => {
  it("that takes the keyboard from a panel gets no key, and the panel says that it has lost it", () => stealsTheKeyboard(stage));

  it("whoever leaves a panel by themselves is told nothing; what a frame of the page's own takes is said", () => leavesTheKeyboard(stage));

  it("that covers, fades, turns or moves a panel has no click on what lay elsewhere a moment ago", () => clicksOnlyWhatLay(stage));
});
