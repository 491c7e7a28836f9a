// More of what a person does in "Who holds my data": who gets what, another name, a legal person's request, a request asked
// again, a consent that was no free one, and what is asked before something is removed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer";
import { expect } from "vitest";
import { dayInTbilisi, isoOf } from "../../../src/consent/calendar/day.ts";
import { happened, holdingOf, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { lookAround } from "./dataLook.ts";
import { fill, go, letterOf, press } from "./dataPage.ts";
import { downloadedBy, downloadFolder } from "./download.ts";
import { closeRequest } from "./letterActs.ts";
import { shows } from "./stage.ts";
import { type Key, text } from "./texts.ts";
import { until } from "./until.ts";
import { call, connect } from "./vault.ts";

/** Line 102: in the form, under the recipient's own name. */
export async function describeRecipient(page: Page, name: string, role: string, purpose: string): Promise<void> {
  await page.waitForFunction((legend) => [...document.querySelectorAll("fieldset legend")].some((one) => one.textContent === legend), { polling: 50 }, name);
  for (const [field, value] of [["select", role], ["input", purpose]] as const) {
    await page.evaluate(
      (legend, selector, wanted) => {
        const found = [...document.querySelectorAll("fieldset")].find((one) => one.querySelector("legend")?.textContent === legend)?.querySelector<HTMLInputElement>(selector);
        if (!found) throw new Error(`no ${selector} under ${legend}`);
        found.value = wanted;
        for (const type of ["input", "change"]) found.dispatchEvent(new Event(type, { bubbles: true }));
      },
      name, field, value,
    );
  }
}

/** Another name through the form, and back: letters have the new one, and whoever knows the old one finds it still. */
export async function rename(page: Page, name: string, other: string): Promise<void> {
  for (const next of [other, name]) {
    await press(page, "data_who_edit");
    await fill(page, "data_who_name", next);
    await press(page, "data_save");
    await page.waitForFunction((wanted) => document.querySelector("article h3")?.textContent === wanted, { timeout: 45_000, polling: 50 }, next);
  }
  const stored = (await call(page, "records", "list", "organisations")) as readonly { readonly value: { readonly name: string; readonly otherNames: readonly string[] | null } }[];
  expect(stored.find(({ value }) => value.name === name)?.value.otherNames).toContain(other);
}

/** Line 105: the six items of a legal person's request, each asked for, and each in the letter. Nothing is kept. */
export async function legalPersonAsks(page: Page, organisationId: string): Promise<void> {
  await go(page, `#data/ask/access/${organisationId}`);
  await press(page, "data_go_back");
  await press(page, "data_asker_legalPerson");
  await press(page, "data_go_on");
  await shows(page, text("data_person_certifies"));
  const items = [
    ["data_person_legal_name", "შპს „მაძიებელი“"], ["data_code", "405000000"], ["data_address", "ბათუმი, გორგასლის ქ. 1"],
    ["data_person_certifier", "მაისურაძე დათო ზურაბის ძე"], ["data_person_position", "დირექტორი"], ["data_asked_about", "კაპანაძე გიორგი ლევანის ძე"],
    ["data_asked_data", "მკურნალობის თარიღი"], ["data_asked_database", "პაციენტების ბაზა"], ["data_asked_legalGround", "სადაზღვევო ხელშეკრულება"], ["data_asked_purpose", "ზარალის ანაზღაურება"],
  ] as const;
  for (const [label, value] of items) await fill(page, label, value);
  await lookAround(page, "wizard-legal");
  await press(page, "data_to_letter");
  const letter = await letterOf(page);
  for (const [, value] of items) expect(letter).toContain(value);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain(text("data_lacks"));
  await press(page, "common_cancel");
}

/** Another window closes the request that is shown; this one follows by itself. */
export async function closeElsewhere(page: Page, browser: Browser): Promise<void> {
  const other = await browser.newPage();
  await other.goto(await page.evaluate(() => location.href));
  await other.bringToFront();
  await shows(other, text("data_happened"));
  await closeRequest(other);
  await shows(other, text("data_phase_closed"));
  await page.bringToFront();
  await shows(page, text("data_phase_closed"));
  await other.close();
}

/** A closed request is asked again: with what it asked, its number in the letter, and a way from each to the other. */
export async function askAgain(page: Page, data: string): Promise<void> {
  const first = await page.evaluate(() => /\d{4}-[0-9A-Z]{7}/.exec(document.body.innerText)?.[0] ?? "");
  await press(page, "data_step_askAgain");
  await shows(page, text("data_follows_which"));
  expect(await page.$$eval("textarea", (all) => all.map((one) => one.value))).toContain(data);
  await press(page, "data_to_letter");
  await page.waitForFunction((words) => document.querySelector("textarea")?.value.includes(words), { timeout: 45_000, polling: 50 }, `წინა მიმართვა ამავე საკითხზე: ${first}`);
  await press(page, "data_keep_request");
  await shows(page, text("data_follows"));
  await lookAround(page, "follows");
  await page.evaluate((reference) => [...document.querySelectorAll("article a")].find((one): one is HTMLAnchorElement => one.textContent?.includes(reference) ?? false)?.click(), first);
  await shows(page, text("data_followed_by"));
}

/** The value of the field under a label. */
const valueOf = (page: Page, label: string): Promise<string | undefined> =>
  page.evaluate((words) => [...document.querySelectorAll("label")].find((one) => one.textContent?.trim().startsWith(words))?.querySelector<HTMLInputElement>("input, textarea")?.value, label);

/**
 * What was asked for somebody else is asked again by and about the same. The browser's Back is a step back in the wizard, and a
 * reload loses nothing of it.
 */
export async function askAgainForOthers(page: Page): Promise<void> {
  const [organisationId, id] = ["7f0b1c2d-0000-4000-8000-00000000000e", "7f0b1c2d-0000-4000-8000-00000000000f"] as const;
  const events = [happened("sent", "2026-10-01"), happened("closed", "2026-10-20")];
  const representative = { name: "ბერიძე ლალი", personalNumber: "99001010102", authority: "მინდობილობა № 7", address: "თბილისი", email: "lali@example.ge", phone: null };
  const asked = requestOf("access", "representative", events);
  const legal = requestOf("access", "legalPerson", events);
  const third = requestOf("access", "thirdParty", events);
  const cases = [
    [{ ...asked, applicant: { ...asked.applicant, name: "ხუციშვილი ლია" }, representative }, "data_person_name", "ხუციშვილი ლია", "თან ერთვის: მინდობილობა № 7"],
    [{ ...legal, applicant: { ...legal.applicant, name: "შპს „მარანი“", certifiedBy: { name: "ქავთარაძე დათო", position: "დირექტორი" } } }, "data_person_certifier", "ქავთარაძე დათო", "იურიდიული პირი: შპს „მარანი“"],
    // Of somebody who has died, in one's own name.
    [{ ...third, asked: { ...third.asked, about: "ხუციშვილი ლია", kin: "დედა" } }, "data_asked_kin", "დედა", "ეს პირი გარდაცვლილია. ჩემი კავშირი მასთან: დედა."],
  ] as const;
  for (const [request, field, name, words] of cases) {
    await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name: "სტომატოლოგია" }) }, { collection: "requests", id, value: { ...request, id, organisationId } }]);
    // As the closed request's own page leads there.
    await go(page, `#data/request/${id}`);
    await press(page, "data_step_askAgain");
    await shows(page, text("data_follows_which"));
    const has = (label: string, value: string): Promise<void> => until(async () => (await valueOf(page, label)) === value, `${label} is ${value}`);
    await has(text(field), name);
    await press(page, "data_to_letter");
    await page.waitForFunction((said) => document.querySelector("textarea")?.value.includes(said), { timeout: 45_000, polling: 50 }, words);
    await page.evaluate(() => history.back());
    await has(text(field), name);
    await fill(page, "data_asked_data", "რენტგენის სურათი");
    await page.reload();
    await connect(page);
    await page.bringToFront();
    await shows(page, text("data_begin_anew"));
    await has(text("data_asked_data"), "რენტგენის სურათი");
    await has(text(field), name);
    await press(page, "common_cancel");
    await page.waitForFunction(() => location.hash === "#data/requests", { polling: 50 });
  }
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, remove: true }, { collection: "requests", id, remove: true }]);
}

/** A consent that was no free one; then it and its record are removed, each after a question, and the calendar hears of it. */
export async function unfreeConsent(page: Page, browser: Browser): Promise<void> {
  const [id, organisationId] = ["7f0b1c2d-0000-4000-8000-00000000000c", "7f0b1c2d-0000-4000-8000-00000000000d"] as const;
  const holding = holdingOf({ id, organisationId, purposes: ["აბონემენტი"], retention: { until: isoOf(dayInTbilisi(Date.now()) + 40), duration: null, text: null } });
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, value: organisationOf({ id: organisationId, name: "აუზი „ლაგუნა“" }) }, { collection: "consents", id, value: holding }]);
  await go(page, `#data/consented/${id}`);
  const words = "თანახმა ვარ, ჩემი ფოტო გამოქვეყნდეს.";
  await fill(page, "data_consent_text", words);
  await fill(page, "data_consent_where", "აბონემენტის უკანა მხარე");
  await fill(page, "data_consent_withdrawal", "სალაროში");
  await page.evaluate(() => [...document.querySelectorAll<HTMLInputElement>("input[name=voluntary]")].at(1)?.click());
  await press(page, "data_save");
  await shows(page, text("data_consent_forced"));
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  // Line 82: its words, where they stand, and their hash.
  for (const said of ["აბონემენტის უკანა მხარე", "სალაროში", createHash("sha256").update(words).digest("hex")]) await shows(page, said);
  await lookAround(page, "unfree");
  await (await page.waitForSelector("a[href^='#data/consent/']"))?.evaluate((one) => (one as HTMLElement).click());
  await shows(page, text("data_consent_edit"));
  await press(page, "data_remove");
  await shows(page, text("data_remove_consent_sure"));
  await press(page, "data_remove_one_yes");
  await page.waitForFunction((gone) => location.hash.startsWith("#data/organisation/") && !document.body.innerText.includes(gone), { timeout: 45_000, polling: 50 }, words);
  // Its notice has the name that the next one will have.
  await shows(page, text("data_removed", { NAME: "აბონემენტი" }));
  await press(page, "common_close");
  // The person's own calendar takes its day in, and hears of its end.
  const folder = await downloadFolder(browser);
  await go(page, "#data/exchange");
  const taken = await downloadedBy(() => press(page, "data_ics_save"), folder, ".ics");
  expect(readFileSync(join(folder, taken), "utf8").replaceAll("\r\n ", "")).toContain(`UID:${id}-keeping@`);
  await go(page, `#data/edit/${id}`);
  await press(page, "data_remove");
  await shows(page, text("data_remove_holding_sure", { COUNT: 0 }));
  await lookAround(page, "removing");
  await press(page, "data_remove_one_yes");
  // It is said, and a slip of the hand is put back.
  await shows(page, text("data_removed", { NAME: "აბონემენტი" }));
  await press(page, "data_put_back");
  await until(async () => (await call(page, "records", "get", "consents", id)) !== null, "it is on record again");
  await page.waitForFunction((gone) => !document.body.innerText.includes(gone), { timeout: 45_000, polling: 50 }, text("data_removed", { NAME: "აბონემენტი" }));
  await go(page, `#data/edit/${id}`);
  await press(page, "data_remove");
  await press(page, "data_remove_one_yes");
  await shows(page, text("data_ics_removed", { COUNT: 1 }));
  await lookAround(page, "removed");
  const cancelled = readFileSync(join(folder, await downloadedBy(() => press(page, "data_ics_cancel"), folder, "cancelled.ics")), "utf8").replaceAll("\r\n ", "");
  expect([...cancelled.matchAll(/^(?:UID|STATUS):.*$/gm)].map(([line]) => line.trim())).toEqual([`UID:${id}-keeping@moqalaqe.invalid`, "STATUS:CANCELLED"]);
  expect(cancelled).not.toContain("ლაგუნა");
  await page.waitForFunction((gone) => !document.body.innerText.includes(gone), { timeout: 45_000, polling: 50 }, text("data_ics_cancel"));
  await press(page, "common_close");
  // A form does not begin as a new record where none is.
  await go(page, `#data/edit/${id}`);
  await shows(page, text("data_gone"));
  await call(page, "records", "commit", [{ collection: "organisations", id: organisationId, remove: true }]);
}

/** The one request of the list is found, and it is not closed. @param to its organisation @param phase how it stands */
export async function searchesRequests(page: Page, to: string, phase: Key): Promise<void> {
  await go(page, "#data/requests");
  await shows(page, text(phase));
  await fill(page, "data_search", "არავინ");
  await shows(page, text("data_nothing_found"));
  await fill(page, "data_search", to);
  await shows(page, text("data_shown", { COUNT: 1, TOTAL: 1 }));
  await fill(page, "data_show", "closed");
  await shows(page, text("data_nothing_found"));
  await fill(page, "data_show", "open");
  await shows(page, text(phase));
  await lookAround(page, "requests");
}
