import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { settledShape, violations } from "./axe.ts";
import { onPaper, picture, screensFolder, thorough } from "./look.ts";
import { isWide } from "./windowSize.ts";

/** On a telephone no name of a view is broken in the middle of a word. */
export async function tabsAreWhole(page: Page): Promise<void> {
  await page.setViewport({ width: 320, height: 900 });
  await page.waitForSelector(".data-fold .home-nav a");
  const broken = await page.$$eval(".data-fold .home-nav a", (all) => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    return all.filter((one) => {
      one.style.overflowWrap = "normal";
      const wide = one.scrollWidth > one.clientWidth;
      one.style.overflowWrap = "";
      return wide;
    }).map((one) => one.textContent);
  });
  await page.setViewport(null);
  expect(broken).toEqual([]);
}

const [light, dark] = ["light", "dark"] as const;
/** What is usually enough; and, where somebody wants to see them, every width in every colour scheme. */
const ways = thorough ? ([320, 768, 1440] as const).flatMap((width) => [[width, light], [width, dark]] as const) : ([[320, dark], [1000, light]] as const);

/** Both languages, widths and colour schemes of what is shown: accessible, nothing cut off, nothing untranslated. */
export async function lookAround(page: Page, name: string): Promise<void> {
  mkdirSync(screensFolder, { recursive: true });
  const client = await page.createCDPSession();
  const wrong: string[] = [];
  for (const language of ["ka", "en"] as const) {
    let before = "";
    await page.evaluate((value) => chrome.storage.local.set({ language: value }), language);
    await page.waitForFunction((value) => document.documentElement.lang === value, { polling: 50 }, language);
    for (const [width, scheme] of ways) {
      await client.send("Emulation.setDeviceMetricsOverride", { width, height: 900, deviceScaleFactor: 1, mobile: false });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
      await isWide(page, width);
      // What follows the width (a table that becomes a list) has followed: what is there stays as it is.
      const shape = await settledShape(page);
      const found = await page.evaluate(() => {
        const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        return [...(sideways > 0 ? [`${sideways} pixels too wide`] : []), ...(/\bdata_[A-Za-z_]+\b/.exec(document.body.innerText) ?? [])];
      });
      wrong.push(...[...(await violations(page, shape === before ? "layout" : "all")), ...found].map((one) => `${name} ${language} ${width}: ${one}`));
      before = shape;
      await picture(page, `${screensFolder}data-${name}-${language}-${width}-${scheme}.png`, true);
    }
    await onPaper(page, `${screensFolder}data-${name}-${language}.pdf`);
  }
  await page.evaluate(() => chrome.storage.local.set({ language: "ka" }));
  await page.waitForFunction(() => document.documentElement.lang === "ka", { polling: 50 });
  await client.send("Emulation.clearDeviceMetricsOverride");
  expect(wrong).toEqual([]);
}
