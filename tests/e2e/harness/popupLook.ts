// The popup at its own width and at 320, light and dark, in both languages.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { settledShape, violations } from "./axe.ts";
import { picture, screensFolder, worthALook } from "./look.ts";
import { shows } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { isWide } from "./windowSize.ts";

/** As popup.css has it. */
const ownWidth = 360;

/** @param title what it shows in each language */
export async function lookAtPopup(page: Page, name: string, title: Key): Promise<void> {
  const wrong: string[] = [];
  for (const language of ["ka", "en"] as const) {
    await page.evaluate((value) => chrome.storage.local.set({ language: value }), language);
    await shows(page, text(title, {}, language));
    let whole = "";
    for (const width of [ownWidth, 320]) {
      await page.setViewport({ width, height: 600 });
      await isWide(page, width);
      for (const scheme of ["light", "dark"] as const) {
        if (!worthALook(language, scheme)) continue;
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
        const where = `${name}-${language}-${width}-${scheme}`;
        const now = await settledShape(page);
        wrong.push(...(await violations(page, now === whole ? "layout" : "all")).map((one) => `${where}: ${one}`));
        whole = now;
        const layout = await page.evaluate(() => ({ sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth, untranslated: /\b(?:popup|own|fav|page|form|common)_[A-Za-z_]+\b/.exec(document.body.innerText)?.[0] ?? null }));
        if (layout.sideways > 0) wrong.push(`${where}: ${layout.sideways} pixels too wide`);
        if (layout.untranslated) wrong.push(`${where}: the key ${layout.untranslated} instead of a text`);
        await picture(page, `${screensFolder}${where}.png`);
      }
    }
  }
  await page.setViewport({ width: ownWidth, height: 600 });
  await page.evaluate(() => chrome.storage.local.set({ language: "ka" }));
  await shows(page, text(title));
  expect(wrong).toEqual([]);
}
