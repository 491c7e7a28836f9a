// Several removals, one after the other, and each put back.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { consentOf, holdingOf, organisationOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call } from "./vault.ts";

const [organisationId, holdingId, consentId] = ["7f0b1c2d-0000-4000-8000-000000000021", "7f0b1c2d-0000-4000-8000-000000000022", "7f0b1c2d-0000-4000-8000-000000000023"] as const;
const [library, reader] = ["ბიბლიოთეკა „წიგნი“", "მკითხველის ბარათი"] as const;

const isThere = async (page: Page, collection: string, id: string): Promise<boolean> => (await call(page, "records", "get", collection, id)) !== null;

/** By keyboard: the button that puts back what is called so. */
async function putBack(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(`button[aria-label="${text("data_put_back")}: ${name}"]`);
  await button?.focus();
  await page.keyboard.press("Enter");
}

/** A consent, and after it its organisation with all that is left there: the first one brings along what it hangs on; the second, what another window did not save anew. */
export async function putAllBack(page: Page): Promise<void> {
  const organisation = organisationOf({ id: organisationId, name: library });
  await call(page, "records", "commit", [
    { collection: "organisations", id: organisationId, value: organisation },
    { collection: "consents", id: holdingId, value: holdingOf({ id: holdingId, organisationId, purposes: [reader] }) },
    { collection: "consents", id: consentId, value: consentOf({ id: consentId, organisationId, holdingId, purpose: "სიახლეების გაგზავნა" }) },
  ]);
  const removeAll = async (): Promise<void> => {
    await go(page, `#data/organisation/${organisationId}`);
    await page.waitForFunction((name: string) => document.querySelector("article h3")?.textContent === name, { polling: 50 }, library);
    await press(page, "data_remove");
    await press(page, "data_remove_yes");
    await shows(page, text("data_removed", { NAME: library }));
  };
  // A form begins with what is on record when it is opened: it is there by then.
  await shows(page, reader);
  await go(page, `#data/consent/${consentId}`);
  await shows(page, text("data_consent_edit"));
  await press(page, "data_remove");
  await press(page, "data_remove_one_yes");
  await shows(page, text("data_back_what", { WHAT: text("data_back_consent", { COUNT: 1 }) }));
  await removeAll();
  await shows(page, text("data_back_what", { WHAT: [text("data_back_organisation"), text("data_back_holding", { COUNT: 1 })].join(", ") }));
  // The one before is in the list; its record and organisation were removed after it.
  await page.$$eval("summary", (all, words) => all.find((one) => one.textContent?.startsWith(words))?.click(), text("data_removed_before", { COUNT: "" }).trim().slice(0, -1));
  await lookAround(page, "removed-before");
  await putBack(page, "სიახლეების გაგზავნა");
  await until(async () => (await Promise.all([isThere(page, "organisations", organisationId), isThere(page, "consents", holdingId), isThere(page, "consents", consentId)])).every(Boolean), "the consent is back with what it hangs on");
  await page.waitForFunction((hash: string) => location.hash === hash, { polling: 50 }, `#data/organisation/${organisationId}`);
  // Nothing is left to put back of either.
  await page.waitForFunction((words: string) => !document.body.innerText.includes(words), { polling: 50 }, text("data_removed", { NAME: library }));
  await removeAll();
  // Another window has it on record again, with another address: that stays.
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: { ...organisation, address: "ფოთი" } }]);
  await shows(page, text("data_back_there", { COUNT: 1 }));
  await putBack(page, library);
  await until(async () => (await isThere(page, "consents", holdingId)) && (await isThere(page, "consents", consentId)), "the rest is back");
  expect(await call(page, "records", "get", "organisations", organisationId)).toMatchObject({ value: { address: "ფოთი" } });
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, remove: true }, ...[holdingId, consentId].map((id) => ({ collection: "consents", id, remove: true }))]);
}
