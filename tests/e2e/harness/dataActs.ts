// What a person writes into a record by hand, from the page of its organisation and back.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { holdingOf, organisationOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, press } from "./dataPage.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect, type VaultScope } from "./vault.ts";

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
  // Nor is what is no mail taken for one: letters would go nowhere.
  await fill(page, "data_who_email", "კლინიკა");
  await press(page, "data_save");
  await shows(page, `${text("data_who_email")}: ${text("data_email_like")}`);
  await fill(page, "data_who_email", "");
  await press(page, "data_save");
  await shows(page, "ნანა მაისურაძე");
}

/** A date that is none, folded away: it is named, and brought before the person. */
export async function mendDate(page: Page): Promise<void> {
  await fill(page, "data_since", "31.02.2026");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
  await press(page, "data_save");
  await shows(page, `${text("data_since")}: ${text("data_wrong_date")}`);
  await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement && document.activeElement.name === "since" && document.activeElement.closest("details")?.open, { polling: 50 });
  await fill(page, "data_since", "");
}

/** What was typed is there after a click in the menu, a reload, and the vault's lock, which it is sealed under. */
export async function comeBack(page: Page, passphrase: string): Promise<void> {
  const has = async (words: string): Promise<void> => {
    await shows(page, text("data_begin_anew"));
    await page.waitForFunction((wanted: string) => [...document.querySelectorAll("textarea")].some((one) => one.value.includes(wanted)), { polling: 50 }, words);
  };
  await go(page, "#data/holdings");
  // Gone from sight, and named where the lists are: it goes on from there.
  await shows(page, text("data_begun", { COUNT: 1 }));
  await lookAround(page, "begun");
  await press(page, "data_add");
  await has("დიაგნოზი");
  await page.reload();
  await connect(page);
  await page.bringToFront();
  await has("დიაგნოზი");
  await fill(page, "data_what", "სახელი, გვარი\nდიაგნოზი\nსისხლის ჯგუფი");
  await call(page, "lock", "lock").catch(() => undefined);
  await shows(page, text("vault_locked_title"));
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("სისხლის");
  await connect(page);
  await page.evaluate(async (words) => void (await (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(words) })), passphrase);
  await has("სისხლის ჯგუფი");
  await fill(page, "data_what", "სახელი, გვარი\nდიაგნოზი");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
}

/** Old hands click everything twice: one record is made, and nothing is hit that has come under the pointer meanwhile. */
export async function saveTwice(page: Page): Promise<void> {
  const button = await page.waitForSelector("button[type=submit]");
  await button?.evaluate((one) => one.scrollIntoView({ block: "center" }));
  await button?.click({ count: 2 });
  await page.waitForFunction(() => location.hash.startsWith("#data/organisation/"), { polling: 50 });
  const [organisations, records] = (await Promise.all(["organisations", "consents"].map((room) => call(page, "records", "list", room)))) as readonly (readonly unknown[])[];
  // What is held, and the consent to it.
  expect([organisations?.length, records?.length]).toEqual([1, 2]);
  expect(await page.$("[role=alert]")).toBeNull();
  await until(async () => ((await call(page, "records", "list", "drafts")) as readonly unknown[]).length === 0, "what was saved is no draft any more");
}

/** The consent's own words, and what became of it; a slip of the hand on the same day is taken back. */
export async function mendConsent(page: Page): Promise<void> {
  const open = async (): Promise<void> => {
    // Of the organisation's page, which comes back once it is saved.
    await page.waitForSelector("a[href^='#data/consent/']", { timeout: 45_000 });
    await page.evaluate(() => document.querySelector<HTMLElement>("a[href^='#data/consent/']")?.click());
  };
  await open();
  await fill(page, "data_consent_event", "withdrawn");
  await press(page, "data_save");
  await open();
  await press(page, "data_event_remove");
  await press(page, "data_event_remove_yes");
  await fill(page, "data_consent_text", "თანახმა ვარ, ჩემი მონაცემები გადაეცეს.");
  await fill(page, "data_consent_event", "invalidated");
  await lookAround(page, "consent");
  await press(page, "data_save");
  await shows(page, text("data_state_invalidated"));
  await shows(page, "თანახმა ვარ, ჩემი მონაცემები გადაეცეს.");
}

/** A complaint that was edited follows no choice any more, which is said; written again, it does. @param body the one chosen in the end */
export async function editLetter(page: Page, body: string): Promise<void> {
  await page.$eval("textarea", (one) => {
    one.value += " და ა.შ.";
    for (const type of ["input", "change"]) one.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await fill(page, "data_complain_body", "სახალხო დამცველი");
  await shows(page, text("data_letter_outdated"));
  await press(page, "data_letter_anew");
  await fill(page, "data_complain_body", body);
  await page.waitForFunction((words: string) => document.querySelector("textarea")?.value.startsWith(words), { polling: 50 }, `ადრესატი: ${body}`);
}

/** What another window removes while it is being changed stays on the screen, and can be saved. */
async function lostForm(page: Page, id: string): Promise<void> {
  await go(page, `#data/edit/${id}`);
  await fill(page, "data_why", "ჩემი სიტყვები");
  await call(page, "records", "commit", [{ collection: "consents", id, remove: true }]);
  await shows(page, text("data_lost"));
  await lookAround(page, "lost");
  await press(page, "data_save");
  await until(async () => JSON.stringify(await call(page, "records", "get", "consents", id)).includes("ჩემი სიტყვები"), "what was written is on record again");
}

/** A form replaces what it began with, and not what another window wrote while it was filled in. */
export async function slowForm(page: Page): Promise<void> {
  const [id, organisationId] = ["7f0b1c2d-0000-4000-8000-00000000000a", "7f0b1c2d-0000-4000-8000-00000000000b"] as const;
  const put = (name: string, ...purposes: readonly string[]): Promise<unknown> =>
    call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name }) }, { collection: "consents", id, value: holdingOf({ id, organisationId, purposes }) }]);
  const purposes = async (): Promise<unknown> => ((await call(page, "records", "get", "consents", id)) as { readonly value: { readonly purposes: unknown } }).value.purposes;
  await go(page, "#data/holdings");
  await put("აბონენტი", "ანგარიში");
  await shows(page, "აბონენტი");
  await go(page, `#data/edit/${id}`);
  await fill(page, "data_why", "რეკლამა");
  await put("სხვა სახელი", "დავალიანება");
  await shows(page, "სხვა სახელი");
  await press(page, "data_save");
  await shows(page, text("data_conflict_form"));
  expect(await purposes()).toEqual(["დავალიანება"]);
  await press(page, "data_save");
  await until(async () => JSON.stringify(await purposes()) === '["რეკლამა"]', "whoever saves again has decided");
  // Left by itself: a form of that address that is opened now is another one.
  await page.waitForFunction(() => location.hash.startsWith("#data/organisation/"), { polling: 50 });
  await lostForm(page, id);
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, remove: true }, { collection: "consents", id, remove: true }]);
}

/** An organisation that can't be read: no form takes its place, and a file says that it is not in there. */
export async function leftAlone(page: Page, organisationId: string): Promise<void> {
  await go(page, `#data/who/${organisationId}`);
  await shows(page, text("data_who_unreadable"));
  await press(page, "data_tab_exchange");
  await shows(page, text("data_export_without", { COUNT: 2 }));
  await press(page, "data_tab_holdings");
}
