// Until when a card is good, as it is said of a card that is no longer there, after a restart.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { dayInTbilisi, georgianDate } from "../../../src/consent/calendar/day.ts";
import { extensionId } from "../../virtual/browser/launch.ts";
import { fill, press } from "./dataPage.ts";
import { pressKey } from "./form.ts";
import { look } from "./look.ts";
import { shows, Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { call, connect, homeUrl, vaultPage } from "./vault.ts";

/** The vault is locked before and after. @param unlock opens it from a page */
export async function cardEndsAreSaid(stage: Stage, unlock: (page: Page) => Promise<void>): Promise<void> {
  const ends = Date.now() + 20 * 86_400_000;
  stage.reader.removeCard(0);
  stage.reader.insertCard(0, await Stage.card({ notBefore: new Date(Date.now() - 800 * 86_400_000), notAfter: new Date(ends) }));
  const home = await vaultPage(stage.browser, `${homeUrl}#card`);
  await home.bringToFront();
  await unlock(home);
  await home.evaluate(() => chrome.storage.local.set({ language: "ka" }));
  const said = text("own_due_certificate", { DATE: georgianDate(dayInTbilisi(ends)) });
  await shows(home, said);
  const own = georgianDate(dayInTbilisi(ends) + 30);
  await fill(home, "home_card_day", own);
  await press(home, "data_save");
  await shows(home, text("own_due_card", { DATE: own }));
  await look(home, "card-ends", 900, 1_400, "home_card_ends", "everywhere");
  stage.reader.removeCard(0);
  await shows(home, text("home_insert"));
  // What a browser that ends forgets.
  await home.evaluate(() => chrome.storage.session.clear());
  await home.reload();
  await shows(home, said);
  const popup = await stage.browser.newPage();
  await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
  for (const line of [said, text("own_due_card", { DATE: own })]) await shows(popup, line);
  await connect(home);
  const days = (await call(home, "reminders", "list")) as readonly { readonly day: number }[];
  expect(days.map(({ day }) => day)).toContain(dayInTbilisi(ends) - 30);
  await pressKey(popup, "popup_vault_lock");
  await shows(popup, text("popup_due_locked", { COUNT: days.filter(({ day }) => day <= dayInTbilisi(Date.now())).length }));
  await home.waitForFunction((words: string) => !document.body.innerText.includes(words), { polling: 50 }, said);
  stage.reader.insertCard(0, stage.card);
  await popup.close();
  await home.close();
}
