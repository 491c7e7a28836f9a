// A draft is thrown away in a panel that somebody looks at, and taken back.
import type { Frame, Page } from "puppeteer";
import { expect } from "vitest";
import { picture, screensFolder } from "./look.ts";
import { panelShows, press, violationsOf } from "./panels.ts";
import { text } from "./texts.ts";

/** The way back is accessible, too, as narrow as a telephone. */
export async function removedAndBack(page: Page, frame: Frame, lang: "ka" | "en"): Promise<void> {
  await press(frame, text("form_remove", {}, lang));
  await panelShows(frame, text("form_removed", {}, lang));
  expect(await violationsOf(frame)).toEqual([]);
  await picture(page, `${screensFolder}applications-removed-${lang}.png`);
  await press(frame, text("form_undo", {}, lang));
  await frame.waitForSelector(".entry .button-primary");
}
