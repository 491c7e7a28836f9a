// How a screen is looked at: see tests/e2e/screens.test.ts.
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { settledShape, violations } from "./axe.ts";
import { shows } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { isWide } from "./windowSize.ts";

export const screensFolder = fileURLToPath(new URL("../../../node_modules/.cache/screens/", import.meta.url));
const languages = ["ka", "en"] as const;
const looks = [
  { name: "narrow-light", width: 320, scheme: "light" },
  { name: "narrow-dark", width: 320, scheme: "dark" },
  { name: "wide-light", width: 0, scheme: "light" },
  { name: "wide-dark", width: 0, scheme: "dark" },
] as const;
const everywhere = ([320, 768, 1440] as const).flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ name: `${width}-${scheme}`, width, scheme })));

async function useLanguage(page: Page, language: "ka" | "en"): Promise<void> {
  await page.evaluate(async (value) => {
    // The bridge app is no extension: it has a switch instead.
    if (location.protocol === "isolated-app:") document.querySelector<HTMLButtonElement>(`span[lang=${value}] > button`)?.click();
    else await chrome.storage.local.set({ language: value });
  }, language);
  await page.waitForFunction((value) => document.documentElement.lang === value, { polling: 50 }, language);
}

/** `SCREENS=1`: all twelve ways, each with a picture in `screensFolder`. Otherwise what the words can't change is looked at once. */
export const thorough = Boolean(process.env["SCREENS"]);

/** A picture for whoever wants to see the screens: a tenth of a second of the processor that nobody else has a use for. */
export async function picture(page: Page, path: `${string}.png`, fullPage = false): Promise<void> {
  if (thorough) await page.screenshot({ path, fullPage, optimizeForSpeed: true });
}

/** The home page as it would be printed, for the same onlooker. */
export async function onPaper(page: Page, path: `${string}.pdf`): Promise<void> {
  if (thorough && page.url().includes("/home.html")) await page.pdf({ path, format: "A4" });
}

/** The second language's words are looked at in every width; what the colours decide was decided in the first one. */
export const worthALook = (language: "ka" | "en", scheme: "light" | "dark"): boolean => thorough || language === "ka" || scheme === "light";

/**
 * Looks at a screen in every language, width and colour scheme.
 * @param all false: only Georgian, narrow and dark, and English, wide and light; "everywhere": 320, 768 and 1440 pixels, whatever is usual.
 */
export async function look(page: Page, name: string, usualWidth: number, height: number, title: Key, all: boolean | "everywhere" = true): Promise<void> {
  const client = await page.createCDPSession();
  const wrong: string[] = [];
  for (const language of languages) {
    await useLanguage(page, language);
    await shows(page, text(title, {}, language));
    // What was seen at this width in the other colours, and asked for all rules.
    let before = { width: -1, shape: "" };
    for (const { name: lookName, width, scheme } of all === "everywhere" ? everywhere : all ? looks : looks.filter((one) => one.name === (language === "ka" ? "narrow-dark" : "wide-light"))) {
      if (!worthALook(language, scheme)) continue;
      await client.send("Emulation.setDeviceMetricsOverride", { width: width || usualWidth, height, deviceScaleFactor: 1, mobile: false });
      await isWide(page, width || usualWidth);
      await page.emulateMediaFeatures([
        { name: "prefers-color-scheme", value: scheme },
        { name: "prefers-reduced-motion", value: "reduce" },
      ]);
      const where = `${name}-${language}-${lookName}`;
      const now = { width, shape: await settledShape(page) };
      const found = await violations(page, now.shape !== before.shape ? "all" : now.width === before.width ? "colours" : "layout");
      before = now;
      wrong.push(...found.map((one) => `${where}: ${one}`));
      const layout = await page.evaluate(() => ({
        sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        moving: document.getAnimations().filter((one) => one.playState === "running").length,
        poking: [...document.querySelectorAll(".card input, .card button, .card .notice")].filter((one) => {
          const box = one.closest(".card");
          return box !== null && one.getBoundingClientRect().right > box.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(box).paddingRight) + 1;
        }).map((one) => one.outerHTML.slice(0, 80)),
        untranslated: /\b(?:home|prompt|error|common|os|care|vault|own|prof|pass|reg|data|sign|unitool)_[A-Za-z_]+\b/.exec(document.body.innerText)?.[0] ?? null,
      }));
      if (layout.sideways > 0) wrong.push(`${where}: ${layout.sideways} pixels too wide`);
      wrong.push(...layout.poking.map((one) => `${where}: reaches out of its card: ${one}`));
      if (layout.moving > 0) wrong.push(`${where}: ${layout.moving} animations in spite of reduced motion`);
      if (layout.untranslated) wrong.push(`${where}: the key ${layout.untranslated} instead of a text`);
      await picture(page, `${screensFolder}${where}.png`);
    }
    await onPaper(page, `${screensFolder}${name}-${language}.pdf`);
  }
  await client.send("Emulation.clearDeviceMetricsOverride");
  await useLanguage(page, "ka");
  expect(wrong).toEqual([]);
}
