// A page that says little of who is behind it, and that in strange ways: what the popup reads of it.
import type { HTTPRequest, Page } from "puppeteer";
import { expect } from "vitest";
import { pressKey } from "./form.ts";
import { picture, screensFolder } from "./look.ts";
import { lookAtPopup } from "./popupLook.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** Letters without a blank: a key, a picture in words. Looked through once for each of them, a page stands still for a minute. */
const longWord = 190_000;
const mostMs = 5_000;

/** The page is in a script of its own, which waits for an answer: nobody else's begins in it, and the processor is left to others. @returns lets it go on */
async function standsStill(site: Page): Promise<() => Promise<void>> {
  let asked: HTTPRequest | null = null;
  const hold = (request: HTTPRequest): void => {
    if (request.url().endsWith("/never")) asked = request;
    else void request.continue();
  };
  await site.setRequestInterception(true);
  site.on("request", hold);
  const script = site.evaluate(() => {
    const request = new XMLHttpRequest();
    request.open("GET", "/never", false);
    request.send();
  });
  await until(() => asked !== null, "the page waits for an answer");
  return async () => {
    await asked?.respond({ status: 200, body: "" });
    await script;
    site.off("request", hold);
    await site.setRequestInterception(false);
  };
}

/** A page that is in a script of its own without an end: it is said that it does not answer, the button is there again, and what the page says later is nothing that anybody asked for. */
export async function readsNothingOfBusyPage(site: Page, popup: Page): Promise<void> {
  const goOn = await standsStill(site);
  await pressKey(popup, "popup_organisation");
  await shows(popup, text("popup_organisation_reading"));
  await shows(popup, text("popup_organisation_late"));
  expect(await popup.$eval(".notice-error", (one) => one.getBoundingClientRect().bottom <= innerHeight), "the popup ends no earlier than what it says").toBe(true);
  await goOn();
  await site.evaluate(() => undefined);
  expect(await popup.$(".organisation")).toBeNull();
  await lookAtPopup(popup, "popup-late", "popup_organisation_late");
  await pressKey(popup, "popup_organisation");
  await shows(popup, text("popup_organisation_check"));
  await pressKey(popup, "common_cancel");
}

/** @param site the page that is looked at @param popup told that it is */
export async function readsStrangePage(site: Page, popup: Page): Promise<void> {
  await site.evaluate((length) => {
    const drawing = '<svg><a href="https://www.my.gov.ge/drawn"><text>Privacy</text></a></svg>';
    const links = '<a href="javascript:void(0)">Privacy settings</a><a href="/privacy?x=1">კონფიდენციალურობა</a><a href="mailto:%20info@example.ge?subject=x">წერილი</a><a href="tel:+995%2032%202%2000%2000%2000">ტელეფონი</a>';
    document.body.innerHTML = `${drawing}${links}<p style="overflow-wrap:anywhere">${"a".repeat(length)}</p>`;
    document.title = "სია — \u202egro\u202c   სახლი";
    const image = document.createElement("img");
    image.setAttribute("name", "title");
    document.body.append(image);
  }, longWord);
  const began = Date.now();
  await pressKey(popup, "popup_organisation");
  await shows(popup, text("popup_organisation_check"));
  expect(Date.now() - began).toBeLessThan(mostMs);
  const values = (): Promise<readonly string[]> => popup.$$eval(".organisation input", (all) => all.map((one) => one.value));
  expect(await values()).toEqual(["gro სახლი", "", "info@example.ge", "+995 32 2 00 00 00", "https://www.my.gov.ge/privacy?x=1"]);
  await pressKey(popup, "common_cancel");
  await until(async () => (await popup.$(".organisation")) === null, "nothing of it is kept");
  // One that is a picture: it is said that it says nothing, and all of the form is to be seen, in a popup that is as low as the browser's.
  await site.evaluate(() => {
    // With the image that is called so the title could not be set.
    document.body.innerHTML = "";
    document.title = "";
    for (const one of document.querySelectorAll("meta")) one.remove();
  });
  await popup.setViewport({ width: 360, height: 600 });
  await pressKey(popup, "popup_organisation");
  await shows(popup, text("popup_organisation_nothing"));
  expect((await values()).join("")).toBe("");
  expect(await popup.$eval(".organisation button[type=submit]", (one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  await picture(popup, `${screensFolder}popup-silent.png`);
  await pressKey(popup, "common_cancel");
  await until(async () => (await popup.$(".organisation")) === null, "nothing of it is kept either");
}
