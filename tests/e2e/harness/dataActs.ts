// What a person writes into a record by hand, from the page of its organisation and back.
import type { Page } from "puppeteer";
import { lookAround } from "./dataLook.ts";
import { fill, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";

/** Who it is, for the letters: the code, and whom to write to. What is no address of the web is not taken for one. */
export async function mendOrganisation(page: Page): Promise<void> {
  await press(page, "data_who_edit");
  await fill(page, "data_who_registryCode", "204000000");
  await fill(page, "data_who_responsible", "ნანა მაისურაძე");
  await fill(page, "data_who_website", "javascript:alert(1)");
  await press(page, "data_save");
  await shows(page, text("data_who_wrong_address", { FIELD: text("data_who_website") }));
  await lookAround(page, "who");
  await fill(page, "data_who_website", "");
  await press(page, "data_save");
  await shows(page, "ნანა მაისურაძე");
}

/** The consent's own words, and what became of it. */
export async function mendConsent(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>("a[href^='#data/consent/']")?.click());
  await fill(page, "data_consent_text", "თანახმა ვარ, ჩემი მონაცემები გადაეცეს.");
  await fill(page, "data_consent_event", "invalidated");
  await lookAround(page, "consent");
  await press(page, "data_save");
  await shows(page, text("data_state_invalidated"));
  await shows(page, "თანახმა ვარ, ჩემი მონაცემები გადაეცეს.");
}
