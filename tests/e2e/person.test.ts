// A person's own page on the portal, from the first one-time password on: registration, password, profile, snapshots. Then
// what the home page has of it. One browser, one person, one vault.
import { mkdirSync } from "node:fs";
import type { Frame, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedSince } from "./harness/asked.ts";
import { pressKey } from "./harness/form.ts";
import { backTo, bringToKeys, closeByKeys, enterIn, keyboardIsSomewhere, openByKeys, tabIn } from "./harness/keys.ts";
import { look, picture, screensFolder } from "./harness/look.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { lookAt, openPanel, openToSee, panelShows, press, says } from "./harness/panels.ts";
import { eraseAll, forgetsProfile, walkPersonal } from "./harness/personalActs.ts";
import { giorgi, signIn } from "./harness/signIn.ts";
import { shows, Stage } from "./harness/stage.ts";
import { type Key, text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, homeUrl } from "./harness/vault.ts";
import { keepsKeyboard, walk } from "./harness/walk.ts";

interface Kept {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A date as the extension writes it. */
const today = (): string => {
  const now = new Date();
  return [now.getDate(), now.getMonth() + 1].map((one) => String(one).padStart(2, "0")).join(".") + `.${now.getFullYear()}`;
};

/** What has a legal day goes by Tbilisi's. */
const inTbilisi = (): string => new Date(Date.now() + 4 * 3_600_000).toISOString().slice(0, 10).split("-").toReversed().join(".");

describe("a person's own pages", () => {
  let stage: Stage;
  let vault: TestVault;
  let page: Page;
  const list = async (collection: string): Promise<readonly Kept[]> => (await call(vault.page, "records", "list", collection)) as readonly Kept[];
  /** Changes the language of the page's tools, and waits until the pill speaks it. */
  const speaks = (key: Key) => async (value: "ka" | "en"): Promise<void> => {
    await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
    await says(page, text(key, {}, value));
  };
  const closePanel = async (frame: Frame): Promise<void> => {
    await bringToKeys(page);
    await page.keyboard.press("Escape");
    await until(() => frame.detached, "the panel is closed");
  };
  beforeAll(async () => {
    mkdirSync(screensFolder, { recursive: true });
    stage = await Stage.set({ unplugged: true, media: true });
    vault = await openTestVault(stage);
    page = await stage.browser.newPage();
  });
  afterAll(async () => {
    await stage.close();
  });

  it("registration: the way that suits, by what is at hand, with the keyboard alone", async () => {
    await page.goto("https://www.my.gov.ge/register?markup=third");
    await says(page, text("page_registration"));
    const frame = await openPanel(page);
    await panelShows(frame, text("reg_best_house"));
    // The panel's name has the focus: Tab goes to the close button, then to the first box.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await panelShows(frame, text("reg_reader_missing"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await panelShows(frame, text("reg_best_card"));
    await panelShows(frame, text("reg_step_card_4"));
    // Each way: what to bring, and what will happen.
    for (const way of ["card", "video", "house"] as const) {
      await enterIn(page, frame, `${text("reg_ways")}: ${text(`reg_way_${way}`)}`);
      for (const n of [1, 2] as const) await panelShows(frame, text(`reg_bring_${way}_${n}`));
      for (const n of [1, 2, 3, 4] as const) await panelShows(frame, text(`reg_step_${way}_${n}`));
    }
    await walk(page, frame);
    await enterIn(page, frame, text("reg_checks_open"));
    await shows(vault.page, text("reg_devices_about"));
    await vault.page.evaluate(() => (location.hash = "help"));
    await backTo(page, frame);
    await closePanel(frame);
    expect(await lookAt(page, () => openToSee(page), speaks("page_registration"), "registration", screensFolder)).toEqual([]);
    await page.goto("https://www.my.gov.ge/register/finish?markup=classic");
    await says(page, text("page_password_given"));
  });

  it("the one-time password: said to be one, a good one is suggested and copied; what is typed is never touched", async () => {
    await signIn(stage, page, giorgi);
    await says(page, text("page_password_one_time"));
    await page.type("input[name=old]", giorgi.password);
    // By keyboard alone.
    const frame = await openByKeys(page, text("page_password_open"));
    for (const said of ["pass_one_time", "pass_user_name", "pass_never_read"] as const) await panelShows(frame, text(said));
    await walk(page, frame);
    await enterIn(page, frame, text("pass_suggest"));
    const shown = async (): Promise<string> => (await frame.waitForSelector<"textarea">(".password-shown" as "textarea"))?.evaluate((field) => field.value) ?? "";
    const first = await shown();
    await enterIn(page, frame, text("pass_another"));
    await until(async () => (await shown()) !== first, "another one");
    const suggested = await shown();
    expect(suggested).toMatch(/^([A-Za-z]{6}-){4}\d\d$/);
    await enterIn(page, frame, text("pass_copy"));
    await panelShows(frame, text("pass_copied"));
    await closeByKeys(page, text("page_password_open"));
    expect(await page.$$eval("input[type=password]", (fields) => fields.map((one) => one.value))).toEqual([giorgi.password, "", ""]);
    for (const name of ["fresh", "again"] as const) {
      await page.focus(`input[name=${name}]`);
      await page.keyboard.down("Control");
      await page.keyboard.press("v");
      await page.keyboard.up("Control");
      // The browser asks the system for it.
      await until(async () => (await page.$eval(`input[name=${name}]`, (field) => field.value)) === suggested, `${name}: it is pasted`);
    }
    expect(await lookAt(page, () => openToSee(page), speaks("page_password_one_time"), "password", screensFolder)).toEqual([]);
    await Promise.all([page.waitForNavigation(), page.click("form button")]);
    expect(stage.portal.registry.signIn(giorgi.user, suggested)?.oneTime).toBe(false);
    // Nothing that the extension keeps has the password in it.
    const kept = JSON.stringify([await vault.page.evaluate(async () => [await chrome.storage.local.get(), await chrome.storage.session.get()]), ...(await Promise.all(["drafts", "notices", "settings"].map(list)))]);
    expect(kept).not.toContain(suggested);
    expect(kept).not.toContain(giorgi.password);
  });

  it("the profile: checked, filled in on a click, kept in the vault; the page hears no key of it", async () => {
    await says(page, text("page_profile"));
    await page.evaluate(() => {
      const scope = globalThis as unknown as { heard: string[] };
      scope.heard = [];
      for (const type of ["keydown", "keypress", "input", "beforeinput"]) addEventListener(type, (event) => scope.heard.push(event.type), true);
      addEventListener("message", (event) => scope.heard.push(`message ${JSON.stringify(event.data)}`));
    });
    // By keyboard alone. The page hears the keys that lead to the panel, and none after that.
    const frame = await openByKeys(page, text("page_profile_open"));
    await walk(page, frame);
    await page.evaluate(() => {
      const scope = globalThis as unknown as { heard: string[] };
      scope.heard = scope.heard.filter((one) => one.startsWith("message"));
    });
    await tabIn(page, frame, text("prof_phone"));
    await page.keyboard.type("599 12 34 5");
    await tabIn(page, frame, text("prof_email"));
    await page.keyboard.type("giorgi@example");
    // Enter in a field is the button.
    await page.keyboard.press("Enter");
    await panelShows(frame, text("prof_phone_wrong"));
    await panelShows(frame, text("prof_email_wrong"));
    expect(await page.$$eval("form.contact input:not([type=hidden])", (fields) => fields.map((one) => one.value))).toEqual(["", ""]);
    await page.keyboard.press("End");
    await page.keyboard.type(".org");
    await tabIn(page, frame, text("prof_remember"));
    for (const wanted of [false, true]) {
      await page.keyboard.press("Space");
      await until(() => frame.$eval("input[type=checkbox]", (one, value) => one.checked === value, wanted), "Space ticks");
    }
    await tabIn(page, frame, text("prof_phone"), "back");
    await page.keyboard.press("End");
    await page.keyboard.type("6");
    expect(await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).toEqual([]);
    await enterIn(page, frame, text("prof_fill"));
    await panelShows(frame, text("prof_filled"));
    await panelShows(frame, text("prof_saved"));
    await keepsKeyboard(frame);
    expect(await page.$$eval("form.contact input:not([type=hidden])", (fields) => fields.map((one) => one.value))).toEqual(["599123456", "giorgi@example.org"]);
    await closeByKeys(page, text("page_profile_open"));
    expect(await lookAt(page, () => openToSee(page), speaks("page_profile"), "profile", screensFolder)).toEqual([]);
    const profile = (await list("settings")).find(({ id }) => id === "letter-profile");
    expect(profile?.value["applicant"]).toMatchObject({ phone: "599 12 34 56", email: "giorgi@example.org" });
    await Promise.all([page.waitForNavigation(), page.click("form.contact button")]);
    expect(stage.portal.contacts.get(giorgi.personalNumber)).toEqual({ phone: "599123456", mail: "giorgi@example.org" });
    // The other markups' forms are filled from the vault, without typing.
    for (const markup of ["app", "third"]) {
      await page.goto(`https://www.my.gov.ge/profile?markup=${markup}`);
      await page.$$eval("main form input:not([type=hidden])", (fields) => fields.forEach((one) => (one.value = "")));
      await says(page, text("page_profile"));
      await press(await (markup === "third" ? forgetsProfile(page, vault) : openPanel(page)), text("prof_fill"));
      await until(async () => (await page.$$eval("main form input:not([type=hidden])", (fields) => fields.map((one) => one.value).join(" "))) === "599123456 giorgi@example.org", `${markup}: filled`);
    }
  });

  it.each(["classic", "app", "third"])("what the portal says is shown, kept on a click, and compared on a later visit: %s", async (markup) => {
    for (const { id } of await list("snapshots")) await call(vault.page, "records", "remove", "snapshots", id);
    await page.goto(`https://www.my.gov.ge/personal?markup=${markup}`);
    await says(page, text("page_personal_registers"));
    // In one of the markups by keyboard alone.
    const byKeys = markup === "classic";
    const first = await (byKeys ? openByKeys(page, text("page_personal_open")) : openPanel(page));
    const asked = askedSince(stage);
    await panelShows(first, text("own_due_none"));
    // What was read is there to be seen before anything is kept.
    if (byKeys) await enterIn(page, first, text("own_read", { COUNT: 2 }));
    await first.$$eval("details:not([open]) > summary", (all) => all.forEach((one) => one.click()));
    for (const said of ["01.10.10.001.002.01.005", "11-2011-0317", "სარფი"]) await panelShows(first, said);
    expect(await list("snapshots")).toEqual([]);
    const titles = await first.$$eval("article h3", (all) => all.map((one) => one.textContent ?? ""));
    expect(titles).toHaveLength(3);
    for (const title of titles) {
      await (byKeys ? enterIn(page, first, text("own_keep", { TITLE: title })) : press(first, text("own_keep", { TITLE: title })));
      await until(async () => (await list("snapshots")).some(({ value }) => value["title"] === title), `${title} is kept`);
    }
    await panelShows(first, text("own_kept_stored"));
    expect(asked(), "what the page shows is kept as it shows it").toEqual([]);
    if (byKeys) {
      await enterIn(page, first, text("data_kept_make"));
      await shows(vault.page, text("own_home_about"));
      await vault.page.evaluate(() => (location.hash = "help"));
      await backTo(page, first);
    }
    const kept = await list("snapshots");
    expect(new Set(kept.map(({ value }) => value["kind"]))).toEqual(new Set(["civilActs", "property", "crossings"]));
    expect(kept.find(({ value }) => value["kind"] === "crossings")?.value["rows"]).toEqual(stage.portal.registry.register("crossings").rows);
    await closePanel(first);
    // Somebody sold a house, measured the other one anew, and travelled.
    const before = stage.portal.registry.registers();
    stage.portal.registry.change("property", (rows) => rows.filter((_, i) => i === 0).map((row) => row.map((cell) => cell.replace("64", "66"))));
    stage.portal.registry.change("crossings", (rows) => [["20.11.2026", "შემოსვლა", "სარფი"], ...rows]);
    await page.reload();
    await says(page, text("page_personal_registers"));
    const later = await (byKeys ? openByKeys(page, text("page_personal_open")) : openPanel(page));
    await panelShows(later, "20.11.2026");
    const changes = await later.evaluate(() => ({ added: [...document.querySelectorAll(".register-added ins")].map((one) => one.textContent), removed: [...document.querySelectorAll(".register-removed del")].map((one) => one.textContent), cells: [...document.querySelectorAll(".register-cells li")].map((one) => [...one.querySelectorAll("del, ins")].map((word) => word.textContent)) }));
    expect(changes).toEqual({ added: ["20.11.2026 · შემოსვლა · სარფი"], removed: ["სოფ. ნიმუში · 38.06.37.115 · 1 250 კვ.მ · თანასაკუთრება"], cells: [["64 კვ.მ", "66 კვ.მ"]] });
    await panelShows(later, today());
    // The page knows nothing of it: no frame, no word, in whatever it may look at.
    const seenByPage = await page.evaluate(() => ({ frames: document.querySelectorAll("iframe").length, windows: window.length, words: document.documentElement.textContent?.includes("აღარ ჩანს") ?? false, root: document.querySelector("moqalaqe-overlay")?.shadowRoot ?? null }));
    expect(seenByPage).toMatchObject({ frames: 0, words: false, root: null });
    if (byKeys) await walkPersonal(page, later, vault.page);
    await closePanel(later);
    if (markup === "third") expect(await lookAt(page, () => openToSee(page), speaks("page_personal_registers"), "personal", screensFolder)).toEqual([]);
    for (const { id, rows } of before) stage.portal.registry.change(id, () => rows);
  });

  it("while the vault is locked nothing of it is shown, and what is kept is sealed", async () => {
    await page.goto("https://www.my.gov.ge/personal/property?markup=classic");
    await says(page, text("page_personal_registers"));
    await call(vault.page, "records", "put", "drafts", "d1", { type: "application", state: "draft", identity: { formKey: "f", url: "https://www.my.gov.ge/services/address/apply", title: "მისამართის ცნობა" }, fields: [], attachments: [], createdAt: 1, changedAt: Date.now(), sha256: null, from: null });
    const open = await openPanel(page);
    await panelShows(open, text("own_due_draft", { DATE: inTbilisi() }));
    // The way to lock it again is the panel's last place.
    await enterIn(page, open, text("vault_lock"));
    await vault.locked();
    await panelShows(open, text("form_vault_locked_personal"));
    await closePanel(open);
    const frame = await openByKeys(page, text("page_personal_open"));
    await panelShows(frame, text("form_vault_locked_personal"));
    await walk(page, frame);
    const shown = await frame.evaluate(() => document.body.innerText);
    for (const secret of ["მისამართის ცნობა", text("own_due"), text("own_documents"), text("own_favourites"), inTbilisi()]) expect(shown).not.toContain(secret);
    await enterIn(page, frame, text("own_keep", { TITLE: "უძრავი ქონება" }));
    await panelShows(frame, text("own_kept_sealed"));
    await keepsKeyboard(frame);
    await closePanel(frame);
    const waiting = await openPanel(page);
    await panelShows(waiting, text("form_vault_locked_personal"));
    await vault.unlock();
    await until(async () => (await list("snapshots")).some(({ value }) => String(value["registerKey"]).endsWith("/personal/property#property")), "what was sealed is in the vault");
    // The draft leads back to its form.
    await panelShows(waiting, text("own_due_draft", { DATE: inTbilisi() }));
    await enterIn(page, waiting, text("own_due_go_draft"));
    await until(() => page.url().endsWith("/services/address/apply"), "the page around goes to the form");
    await page.close();
  });

  it("the home page: profile, what was kept of the portal, help, the check of camera and microphone, and the end of it all", async () => {
    const home = await stage.openHome("settings");
    await until(async () => (await home.$$eval(".contact-input", (fields) => fields.map((one) => (one as HTMLInputElement).value).join(" "))) === "599 12 34 56 giorgi@example.org", "the same profile as in the portal");
    await home.$$eval(".settings-fold", (all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    await look(home, "settings-all", 900, 1_400, "home_kept", "everywhere");
    await home.evaluate(() => (location.hash = "data/portal"));
    await shows(home, text("own_home_about"));
    await look(home, "data-portal", 900, 1_000, "own_home_about", "everywhere");
    await home.evaluate(() => (location.hash = "help"));
    await shows(home, text("home_help_phone_note"));
    const status = await home.$eval("[aria-labelledby=help-title] [role=status]", (one) => one.textContent ?? "");
    expect([text("home_help_open"), text("home_help_closed")].some((one) => status.includes(one))).toBe(true);
    await home.bringToFront();
    await pressKey(home, "home_help_draft");
    await shows(home, text("home_help_draft_about"));
    expect(decodeURIComponent(await home.$eval("a[href^='mailto:info@my.gov.ge?']", (link) => link.href))).toContain(text("home_help_draft_subject"));
    await look(home, "help", 900, 1_300, "home_help_phone_note", "everywhere");
    await home.evaluate(() => (location.hash = "help/registration"));
    await shows(home, text("reg_devices_about"));
    await pressKey(home, "reg_devices_begin");
    await shows(home, text("reg_devices_see"));
    await home.waitForFunction(() => (document.querySelector("video")?.videoWidth ?? 0) > 0, { polling: 50 });
    await shows(home, text("reg_devices_microphone_yes"));
    await picture(home, `${screensFolder}devices-ka.png`, true);
    const track = await home.evaluateHandle(() => (document.querySelector("video")?.srcObject as MediaStream | null)?.getTracks() ?? []);
    await keyboardIsSomewhere(home, text("reg_devices_begin"));
    await pressKey(home, "reg_devices_stop");
    await shows(home, text("reg_devices_off"));
    expect(await track.evaluate((tracks) => tracks.map(({ readyState }) => readyState))).toEqual(["ended", "ended"]);
    await look(home, "registration-home", 900, 1_500, "reg_devices_about", "everywhere");
    await eraseAll(home);
    await home.goto(`${homeUrl}#data`);
    await shows(home, text("data_no_vault"));
    await home.close();
  });
});
