// "Who holds my data" in the shipped build, with the real vault: from an imported record to a request, its answers and the
// complaint; both languages, light and dark, 320 pixels, keyboard.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayInTbilisi, georgianDate, isoOf } from "../../src/consent/calendar/day.ts";
import { addWorkingDays, workCalendar } from "../../src/consent/calendar/workCalendar.ts";
import { importRecords } from "../../src/consent/record/exportFile.ts";
import type { LaunchedBrowser } from "../virtual/browser/launch.ts";
import { happened, holdingOf, organisationOf, requestOf } from "../unit/consent/build.ts";
import { daysSince, moveClock } from "./harness/clock.ts";
import { lookAround, tabsAreWhole } from "./harness/dataLook.ts";
import { comeBack, editLetter, leftAlone, mendConsent, mendDate, mendOrganisation, saveTwice, slowForm } from "./harness/dataActs.ts";
import { askAgain, askAgainForOthers, closeElsewhere, describeRecipient, legalPersonAsks, rename, searchesRequests, unfreeConsent } from "./harness/dataMore.ts";
import { fill, go, letterOf, openPolicies, press } from "./harness/dataPage.ts";
import { downloadedBy, downloadFolder } from "./harness/download.ts";
import { chooseByKeyboard } from "./harness/comboActs.ts";
import { keptCopy, reminderOfBefore, sentForGood, wordsOutliveTheWayBack } from "./harness/letterActs.ts";
import { choosePaper, paperKept, papersInHistory } from "./harness/paperActs.ts";
import { nothingBegun, stepComesBack } from "./harness/stepActs.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, homeUrl, startBrowser, vaultPage } from "./harness/vault.ts";

const today = dayInTbilisi(Date.now()); // When this file began; what a page says of its own day is asked anew.

describe("who holds my data", () => {
  let started: LaunchedBrowser;
  let page: Page;
  beforeAll(async () => {
    started = await startBrowser();
    page = await vaultPage(started.browser, `${homeUrl}#data`);
    await page.bringToFront();
  });
  afterAll(() => started.close());

  const look = (name: string): Promise<void> => lookAround(page, name);
  it("says what is missing while there is no vault, then begins empty", async () => {
    await shows(page, text("data_no_vault"));
    await look("no-vault");
    await page.evaluate(async () => {
      const { vault } = globalThis as unknown as { vault: (...args: unknown[]) => Promise<unknown> };
      await vault("lock", "create", new TextEncoder().encode("ლურჯი მთა და სამი წყარო"));
    });
    await shows(page, text("data_empty"));
    // Four noughts say nothing: the ways to begin stand there instead.
    expect(await page.$(".data-tiles")).toBeNull();
    expect(await page.$$eval(".data .card a", (all) => all.map((one) => one.getAttribute("href")))).toEqual(["#data/ask", "#data/add", "#data/read", "#data/exchange"]);
    await look("empty");
    await tabsAreWhole(page);
  });

  it("a record is entered by hand, with its consent and what is special in it", async () => {
    await press(page, "data_add");
    await fill(page, "data_organisation_name", "კლინიკა „იმედი“");
    await fill(page, "data_what", "სახელი, გვარი\nდიაგნოზი");
    await fill(page, "data_why", "მკურნალობა");
    await fill(page, "data_who_else", "სადაზღვევო კომპანია");
    await fill(page, "data_basis", "consent");
    for (const [key, ago] of [["data_consent_on", 20], ["data_consent_until", 10]] as const) await fill(page, key, georgianDate(today - ago));
    // Line 89: in what form, from where, what is done with it; and what is special has the person's word.
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await fill(page, "data_database_form", "both");
    await fill(page, "data_source", "internet");
    await press(page, "data_act_sale");
    await describeRecipient(page, "სადაზღვევო კომპანია", "contractor", "ხარჯის ანაზღაურება");
    await look("add");
    await comeBack(page, "ლურჯი მთა და სამი წყარო");
    await mendDate(page);
    await saveTwice(page);
    await shows(page, text("data_alert_consentEnded", { DATE: georgianDate(today - 9) }));
    await shows(page, text("data_special_health"));
    for (const said of ["data_kept_as_both", "data_came_internet", "data_act_sale"] as const) await shows(page, text(said));
    await shows(page, `სადაზღვევო კომპანია (${text("data_role_contractor")}): ხარჯის ანაზღაურება`);
    await look("organisation");
    await mendOrganisation(page);
    await rename(page, "კლინიკა „იმედი“", "კლინიკა „ახალი იმედი“");
    await mendConsent(page);
    await press(page, "data_tab_holdings");
    await shows(page, text("data_over"));
    await look("holdings");
    await press(page, "data_tab_flows");
    await shows(page, "სადაზღვევო კომპანია");
    await look("flows");
  });

  it("four steps make a request; its letter is in good order", async () => {
    await legalPersonAsks(page, await page.evaluate(() => document.querySelector<HTMLAnchorElement>("a[href^='#data/organisation/']")?.hash.split("/")[2] ?? ""));
    await go(page, "#data/ask");
    await shows(page, text("data_wizard_what"));
    await look("wizard-1");
    expect(await page.$('.data a[href="#data/add"]'), "a way to begin something else, beside what is being filled in").toBeNull();
    await press(page, "data_kind_access");
    await press(page, "data_go_on");
    await chooseByKeyboard(page, "imed", "კლინიკა „იმედი“");
    // Somebody else's name has no place in the person's own letter, nor in what the person wrote before.
    await press(page, "data_asker_representative");
    await press(page, "data_go_on");
    await fill(page, "data_person_name", "გელაშვილი მარიამი");
    await look("wizard-3-other");
    await press(page, "data_go_back");
    await press(page, "data_asker_self");
    await press(page, "data_go_on");
    await fill(page, "data_person_name", "გელაშვილი ნინო დავითის ასული");
    await fill(page, "data_person_residence", "ქუთაისი");
    await fill(page, "data_asked_data", "დიაგნოზი");
    await look("wizard-3");
    await press(page, "data_to_letter");
    await shows(page, text("data_item_document"));
    const letter = await letterOf(page);
    for (const words of ["კლინიკა „იმედი“", "204000000", "ნანა მაისურაძე", "გელაშვილი ნინო დავითის ასული", "მე-14 მუხლის", "დიაგნოზი", "უსასყიდლოა", "10 სამუშაო დღე"]) expect(letter).toContain(words);
    await wordsOutliveTheWayBack(page);
    await press(page, "data_keep_request");
    for (const said of ["data_phase_draft", "data_step_send_text"] as const) await shows(page, text(said));
  });

  it("sent, received, silent: the days are the law's, and the complaint opens on its day", async () => {
    const received = today - 30;
    await press(page, "data_step_send");
    await fill(page, "data_on_sent", georgianDate(received));
    await press(page, "data_enter_sent");
    await shows(page, text("data_phase_sent"));
    await sentForGood(page, received);
    await press(page, "data_step_enterReceipt");
    await fill(page, "data_on_received", georgianDate(received - 1));
    await press(page, "data_enter_received");
    // Nothing is received before it is sent.
    await shows(page, text("data_refused_beforeTheLast"));
    await fill(page, "data_on_received", georgianDate(received));
    await press(page, "data_enter_received");
    await shows(page, georgianDate(addWorkingDays(received, 10, workCalendar())));
    await shows(page, text("data_overdue"));
    await shows(page, text("data_event_silent"));
    await look("request");
    await reminderOfBefore(page);
    // Outside the vault's encryption: a random name and a day, and the day is the one from which a complaint is lawful.
    const complainFrom = addWorkingDays(received, 10, workCalendar()) + 1;
    const reminders = async () => (await call(page, "reminders", "list")) as readonly { reminderId: string; day: number }[];
    await until(async () => (await reminders()).some(({ day }) => day === complainFrom), "the open request reminds");
    expect((await reminders()).every(({ reminderId }) => /^[0-9a-f]{32}$/.test(reminderId))).toBe(true);
    // The hour comes: a number on the toolbar's button, and a notification that names nothing and leads to this very request.
    const worker = await (await started.browser.waitForTarget((target) => target.type() === "service_worker"))?.worker();
    if (!worker) throw new Error("no service worker");
    const shown = () => worker.evaluate(async () => ({ badge: await chrome.action.getBadgeText({}), notifications: Object.keys(await new Promise<object>((resolve) => chrome.notifications.getAll(resolve))) }));
    await until(async () => (await shown()).badge === "1", "the badge follows what the person enters");
    await worker.evaluate(async () => {
      await chrome.action.setBadgeText({ text: "" });
      await chrome.alarms.create("reminders", { when: Date.now() + 500, periodInMinutes: 60 });
    });
    await until(async () => (await shown()).badge === "1" && (await shown()).notifications.length === 1, "the alarm shows the badge and the notification");
    const [[notification = ""], address] = [(await shown()).notifications, await page.evaluate(() => location.hash)] as const;
    expect(notification).toBe(`reminders:${address.split("/")[2]?.replaceAll("-", "")}`);
    await go(page, "#help");
    await worker.evaluate((id) => (chrome.notifications.onClicked as unknown as { dispatch: (id: string) => void }).dispatch(id), notification);
    await page.waitForFunction((hash) => location.hash === hash, { polling: 50 }, address);
    await until(async () => (await shown()).notifications.length === 0, "the notification that was clicked is gone");
    await press(page, "data_step_complain");
    const complaint = await letterOf(page);
    for (const words of ["ადრესატი: სახელმწიფო აუდიტის სამსახური", "მოპასუხე: კლინიკა „იმედი“", georgianDate(received), "პასუხი დღემდე არ მიმიღია"]) expect(complaint).toContain(words);
    // Line 116: it may go to another body, which the person names.
    await press(page, "data_to_otherBody");
    await fill(page, "data_complain_body", "საქართველოს სახალხო დამცველი");
    await page.waitForFunction(() => document.querySelector("textarea")?.value.startsWith("ადრესატი: საქართველოს სახალხო დამცველი"), { polling: 50 });
    await look("complaint");
    await editLetter(page, "საქართველოს სახალხო დამცველი");
    await press(page, "data_enter_complained");
    for (const said of ["data_phase_complained", "data_phase_complained_text"] as const) await shows(page, text(said));
    await shows(page, "საქართველოს სახალხო დამცველი");
    await keptCopy(page, "ადრესატი: საქართველოს სახალხო დამცველი");
    await until(async () => (await reminders()).every(({ day }) => day !== complainFrom), "the answered reminder is gone");
    // The organisation answers late: the answer is kept, the complaint goes on.
    await press(page, "data_step_enterAnswer");
    await press(page, "data_event_refused");
    await fill(page, "data_missing_reason", "საიდუმლოა");
    await stepComesBack(page, "საიდუმლოა", "ლურჯი მთა და სამი წყარო");
    await choosePaper(page);
    await nothingBegun(page);
    await paperKept(page);
    await shows(page, text("data_missing_official"));
    await shows(page, text("data_missing_legalGround"));
    await go(page, "#data/organisations");
    await shows(page, text("data_panel_holds", { COUNT: 1 }));
    await look("organisations");
    // A complaint without a request: whom it is for is asked beside its letter.
    await go(page, `#data/ask/complaint/${await page.$eval('a[href^="#data/organisation/"]', (one) => one.hash.split("/")[2] ?? "")}`);
    await fill(page, "data_asked_grounds", "პასუხი არ გამცეს");
    await press(page, "data_to_letter");
    await press(page, "data_to_otherBody");
    await fill(page, "data_complain_body", "საქართველოს სახალხო დამცველი");
    await page.waitForFunction(() => /^ადრესატი: საქართველოს სახალხო დამცველი[^]*პასუხი არ გამცეს/.test(document.querySelector("textarea")?.value ?? ""), { polling: 50 });
    await look("complaint-alone");
    await searchesRequests(page, "იმედი", "data_phase_complained");
    await press(page, "data_tab_history");
    await shows(page, text("data_event_refused"));
    await papersInHistory(page);
  });

  it("goes out as a file, and another browser has the same from it", async () => {
    await press(page, "data_tab_exchange");
    await look("exchange");
    const folder = await downloadFolder(started.browser);
    const saved = (): Promise<string> => downloadedBy(() => press(page, "data_export_save"), folder, ".jsonld");
    // The page's day, which in Tbilisi may be another one than when this file began.
    const from = dayInTbilisi(Date.now());
    const name = await saved();
    expect(daysSince(from).map((day) => `moqalaqe-${isoOf(day)}.jsonld`)).toContain(name);
    const file = join(folder, name);
    const records = importRecords(JSON.parse(readFileSync(file, "utf8")));
    expect(records?.map(({ type }) => type).toSorted()).toEqual(["consent", "holding", "organisation", "request"]);
    await (await page.waitForSelector("input[type=file]"))?.uploadFile(file); // Loading it again changes nothing.
    await shows(page, text("data_import_done", { COUNT: 0, SKIPPED: 4 }));
    const broken = join(folder, "broken.jsonld");
    writeFileSync(broken, readFileSync(file, "utf8").replace("dpv:ConsentGiven", "dpv:Nothing"));
    await (await page.waitForSelector("input[type=file]"))?.uploadFile(broken);
    await shows(page, "dpv:hasConsentStatus");
    // A page that stays open over midnight knows the new day.
    await moveClock(page, 2);
    expect(daysSince(from).map((day) => `moqalaqe-${isoOf(day + 2)}.jsonld`)).toContain(await saved());
    await moveClock(page, 0);
  });

  it("a day off of the government's moves the deadline at once", async () => {
    const day = addWorkingDays(today - 30, 3, workCalendar());
    await fill(page, "data_days_label", georgianDate(day));
    await press(page, "data_days_off");
    await shows(page, text("data_days_is_off"));
    await press(page, "data_tab_requests");
    await press(page, "data_kind_access");
    await shows(page, georgianDate(addWorkingDays(today - 30, 10, workCalendar({ daysOff: [isoOf(day)], worked: [] }))));
  });

  it("what the portal showed and was kept becomes a record, once the person has said who holds it", async () => {
    const snapshot = { type: "snapshot", kind: "property", title: "უძრავი ქონება", registerKey: "https://www.my.gov.ge/personal#property", url: "https://www.my.gov.ge/personal", columns: ["მისამართი", "საკადასტრო კოდი"], rows: [["ქუთაისი, რუსთაველის 1", "03.01.02"]], sha256: "ab".repeat(32), savedAt: Date.now() };
    await call(page, "records", "put", "snapshots", "snapshot-1", snapshot, null);
    await go(page, "#data/portal");
    await press(page, "data_kept_make");
    await shows(page, text("data_kept_guess"));
    await look("kept");
    await press(page, "data_save");
    await shows(page, "საკადასტრო კოდი");
    await shows(page, "სსიპ საჯარო რეესტრის ეროვნული სააგენტო");
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("რუსთაველის");
    await go(page, "#data/portal");
    await shows(page, text("data_kept_with"));
    await look("portal");
  });

  it("a policy is read; only what the person ticks is kept, with its sentence", async () => {
    await press(page, "data_read");
    await openPolicies(page);
    await press(page, "data_read_go");
    await shows(page, text("data_purpose_service"));
    await look("read");
    await press(page, "data_read_all");
    await press(page, "data_recipient_delivery");
    await press(page, "data_read_keep", "ka", { COUNT: 4 });
    await shows(page, text("data_evidence"));
    const shown = await page.evaluate(() => document.body.innerText);
    expect(shown).toContain("მარანი");
    expect(shown).toContain(text("data_nobody_known"));
    await press(page, "data_tab_requests");
    await press(page, "data_kind_access");
  });

  it("two windows: the slower one is told, and loses nothing", async () => {
    await closeElsewhere(page, started.browser);
    await askAgain(page, "დიაგნოზი");
    await askAgainForOthers(page);
    await slowForm(page);
    await unfreeConsent(page, started.browser);
  });

  it("what can't be read is named, kept and given out; the rest is there, and only a second click deletes", async () => {
    const [clinic, held, asked] = ["7f0b1c2d-0000-4000-8000-000000000001", "7f0b1c2d-0000-4000-8000-000000000002", "7f0b1c2d-0000-4000-8000-000000000003"] as const;
    const broken = { ...organisationOf({ id: clinic, name: "აფთიაქი „წყარო“" }), evidence: 7 };
    const impossible = { ...requestOf("access", "self", [happened("judged", "2026-01-02")]), id: asked, organisationId: clinic };
    const good = holdingOf({ id: held, organisationId: clinic, purposes: ["რეცეპტების შენახვა"] });
    await call(page, "records", "commit", JSON.parse(JSON.stringify([{ collection: "organisations", id: clinic, value: broken }, { collection: "consents", id: held, value: good }, { collection: "requests", id: asked, value: impossible }])));
    await press(page, "data_tab_holdings");
    await shows(page, text("data_unreadable", { COUNT: 2 }));
    await shows(page, "რეცეპტების შენახვა");
    await page.waitForFunction((name) => [...document.querySelectorAll("bdi")].some((one) => one.textContent === name), { polling: 50 }, broken.name);
    expect(await page.$eval(".data-row-name[href*='7f0b1c2d']", (one) => one.textContent)).toBe(broken.name);
    await look("unreadable");
    await leftAlone(page, clinic);
    const folder = await downloadFolder(started.browser);
    const name = await downloadedBy(() => press(page, "data_unreadable_save"), folder, ".json");
    const saved = JSON.parse(readFileSync(join(folder, name), "utf8")) as readonly { readonly value: unknown }[];
    expect(saved.map(({ value }) => value)).toEqual(JSON.parse(JSON.stringify([broken, impossible])));
    await press(page, "data_unreadable_remove");
    await shows(page, text("data_unreadable_yes", { COUNT: 2 }));
    expect(await call(page, "records", "get", "organisations", clinic)).toMatchObject({ value: { name: broken.name } });
    await press(page, "data_unreadable_yes", "ka", { COUNT: 2 });
    await page.waitForFunction((words) => !document.body.innerText.includes(words), { polling: 50 }, text("data_unreadable_why"));
    expect([await call(page, "records", "get", "organisations", clinic), await call(page, "records", "get", "requests", asked)]).toEqual([null, null]);
    await shows(page, "რეცეპტების შენახვა");
  });
});
