// The toolbar's popup: what it says of card and vault, favourites in it, both languages and looks.
import { mkdirSync } from "node:fs";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId } from "../virtual/browser/launch.ts";
import { VirtualReader } from "../virtual/reader/reader.ts";
import { cardEndsAreSaid } from "./harness/cardEndActs.ts";
import { closed, openPanel } from "./harness/favourites.ts";
import { pressKey } from "./harness/form.ts";
import { bringToKeys, enterIn, escape, openByKeys, tabIn } from "./harness/keys.ts";
import { ledTo } from "./harness/ledTo.ts";
import { logIn } from "./harness/login.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { lookAtPopup } from "./harness/popupLook.ts";
import { mariam, signIn } from "./harness/signIn.ts";
import { overlayElements, panelFrame } from "./harness/overlay.ts";
import { panelShows, says } from "./harness/panels.ts";
import { reader, shows, Stage } from "./harness/stage.ts";
import { codeLogin } from "./harness/codeLogin.ts";
import { openTestVault, passphrase } from "./harness/openVault.ts";
import { type Key, text } from "./harness/texts.ts";
import { readsNothingOfBusyPage, readsStrangePage } from "./harness/strangePage.ts";
import { until } from "./harness/until.ts";
import { call, connect, type VaultScope, vaultPage } from "./harness/vault.ts";

const favourite = { url: "https://www.my.gov.ge/services/extract", title: "საჯარო რეესტრის ამონაწერი", category: 4, needsCard: true, group: "" };

/** One that stands beside the person's own and has no card in it. */
const otherReader = reader((profile) => profile.vid === "072f" && profile.pid === "90cc");

async function unlock(page: Page): Promise<void> {
  await page.evaluate(async (secret) => void (await (globalThis as unknown as VaultScope).vault("lock", "unlock", { kind: "passphrase", passphrase: new TextEncoder().encode(secret) })), passphrase);
}

describe("the popup", () => {
  let stage: Stage;
  beforeAll(async () => {
    mkdirSync(screensFolder, { recursive: true });
    stage = await Stage.set({ moreReaders: [otherReader] });
  });
  afterAll(async () => {
    await stage.close();
  });

  it("says what is in the reader, that there is no vault yet, and has the favourites", async () => {
    const page = await stage.browser.newPage();
    await page.setViewport({ width: 360, height: 600 });
    await page.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await shows(page, text("popup_card_present"));
    await shows(page, text("popup_vault_none"));
    await shows(page, text("popup_favourites_none"));
    await page.evaluate((entry) => chrome.storage.local.set({ favourites: { entries: [entry], recent: [] } }), favourite);
    await shows(page, favourite.title);
    await shows(page, text("fav_needs_card"));
    expect(await page.$eval(".popup-links a", (link) => [link.getAttribute("href"), link.getAttribute("rel")])).toEqual([favourite.url, "noreferrer"]);
    await lookAtPopup(page, "popup", "popup_vault_none");
    await page.close();
  });

  it("with a vault: what is due, and the lock, after which it tells no more than a number", async () => {
    const vault = await openTestVault(stage);
    const changedAt = Date.now();
    const draft = { type: "application", state: "draft", identity: { formKey: "https://www.my.gov.ge/services/gas/apply", url: "https://www.my.gov.ge/services/gas/apply", title: "გაზის აბონენტის გადაფორმება" }, fields: [], attachments: [], createdAt: changedAt, changedAt, sha256: null, from: null };
    await call(vault.page, "records", "put", "drafts", "0".repeat(32), draft);
    await call(vault.page, "reminders", "set", "1".repeat(32), 20_000);
    // A letter that was begun in "who holds my data".
    await call(vault.page, "records", "put", "drafts", "form #data/ask/access", { type: "ownForm", at: changedAt, base: null, value: {} });
    const page = await stage.browser.newPage();
    await page.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await page.evaluate(() => chrome.storage.local.set({ language: "ka" }));
    await shows(page, "გაზის აბონენტის გადაფორმება");
    const due = (): Promise<readonly (string | null)[]> => page.$$eval("[aria-labelledby=popup-due] a", (all) => all.map((one) => one.getAttribute("href")));
    expect(await due()).toEqual(["https://www.my.gov.ge/services/gas/apply", "#data/ask/access"]);
    await lookAtPopup(page, "popup-due", "own_due");
    // More than it has room for: the first of them, and the others on a click.
    const more = [1, 2, 3, 4].map((n) => String(n).repeat(32));
    for (const id of more) await call(vault.page, "records", "put", "drafts", id, draft);
    await until(async () => (await due()).length === 4, "the first of six");
    await page.locator(`::-p-text(${text("own_due_more", { COUNT: 2 })})`).click();
    await until(async () => (await due()).length === 6, "all of them");
    for (const id of more) await call(vault.page, "records", "remove", "drafts", id);
    await until(async () => (await due()).length === 2, "as before");
    // The organisation of the page that the person is on. Here the popup is a tab of its own: it is told that the other one is
    // looked at, and all the rest is as it is.
    const site = await stage.openPortal("/");
    await page.bringToFront();
    await page.evaluate(() => {
      const query = chrome.tabs.query.bind(chrome.tabs);
      Object.defineProperty(chrome.tabs, "query", { value: async () => await query({ url: "https://www.my.gov.ge/*" }) });
    });
    const recorded = async (): Promise<readonly { readonly value: Record<string, unknown> }[]> => (await call(vault.page, "records", "list", "organisations")) as readonly { readonly value: Record<string, unknown> }[];
    const record = async (name: string, outcome: Key, code = "123456789"): Promise<void> => {
      await pressKey(page, "popup_organisation");
      await shows(page, text("popup_organisation_check"));
      await until(() => page.evaluate(() => document.activeElement === document.querySelector(".organisation input")), "the keyboard begins at the name");
      await page.keyboard.down("Control");
      await page.keyboard.press("KeyA");
      await page.keyboard.up("Control");
      await page.keyboard.type(name);
      await page.keyboard.press("Tab");
      await page.keyboard.type(code);
      await page.keyboard.press("Tab");
      // What was put right above does not lead the keyboard back there.
      expect(await page.evaluate(() => document.activeElement?.closest("label")?.textContent)).toBe(text("popup_organisation_email"));
      if (outcome === "popup_organisation_stored") await lookAtPopup(page, "popup-organisation", "popup_organisation_check");
      await page.keyboard.press("Enter");
      await shows(page, text(outcome));
      await picture(page, `${screensFolder}${outcome}.png`);
    };
    await record("სასწავლო ორგანიზაცია", "popup_organisation_stored");
    await until(async () => (await recorded()).length === 1, "it is in the vault");
    expect((await recorded())[0]?.value).toMatchObject({ type: "organisation", name: "სასწავლო ორგანიზაცია", registryCode: "123456789", sector: "public", website: "https://www.my.gov.ge", evidence: [{ kind: "own", where: "https://www.my.gov.ge/", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    // The same once more is no second one.
    await record("სასწავლო ორგანიზაცია", "popup_organisation_added");
    expect(await recorded()).toHaveLength(1);
    await readsNothingOfBusyPage(site, page);
    await readsStrangePage(site, page);
    await site.reload();
    // Locked from here, it tells no more than a number.
    await pressKey(page, "popup_vault_lock");
    await shows(page, text("popup_due_locked", { COUNT: 1 }));
    expect(await page.evaluate(() => document.body.innerText)).not.toContain("გაზის აბონენტის");
    await lookAtPopup(page, "popup-locked", "own_due");
    // While it is locked: sealed, and there once it is open.
    for (let press = 1; press <= 2; press += 1) await record("დალუქული ორგანიზაცია", "popup_organisation_sealed", "204000000");
    // The connection of before went with the worker that held the keys.
    await connect(vault.page);
    // Every way on, by keyboard: the popup goes, and the home page that is open has what was asked for.
    await page.evaluate(() => Object.assign(globalThis, { close: () => undefined }));
    for (const [key, place] of [["popup_open", "#card"], ["popup_vault_unlock", "#documents"], ["popup_home", "#card"]] as const) {
      await vault.page.evaluate(() => (location.hash = "help"));
      await bringToKeys(page);
      await pressKey(page, key);
      await ledTo(vault.page, (url) => new URL(url).hash === place, `${key} leads to ${place}`);
    }
    await page.bringToFront();
    await vault.unlock();
    await until(async () => (await recorded()).some(({ value }) => value["name"] === "დალუქული ორგანიზაცია"), "the sealed one is merged");
    expect((await recorded()).map(({ value }) => String(value["name"])).toSorted(), "pressed twice, it is one").toEqual(["დალუქული ორგანიზაცია", "სასწავლო ორგანიზაცია"]);
    await vault.lock();
    // What keys open: the browser's own presses can't be made here, but what they send is sent, and opens its panel.
    const keys = await page.evaluate(async () => (await chrome.commands.getAll()).map(({ name }) => name ?? ""));
    expect([...keys].sort()).toEqual(["_execute_action", "data", "favourites"]);
    await site.bringToFront();
    for (const [panel, name] of [["data", "data_title"], ["favourites", "page_panel_title"]] as const) {
      const sent = await page.evaluate(async (which) => {
        const [tab] = await chrome.tabs.query({ url: "https://www.my.gov.ge/*" });
        return (await chrome.tabs.sendMessage(tab?.id ?? 0, { kind: "page/toggle", panel: which })) as unknown;
      }, panel);
      expect(sent).toBe(true);
      await panelShows(await panelFrame(site), text(name));
      await escape(site);
    }
    await site.close();
    await page.close();
    await vault.page.close();
  });

  it("a card that ends soon is said after a restart, though it is no longer there: on the home page, in the popup, and while locked as one day more", async () => {
    await cardEndsAreSaid(stage, unlock);
  });

  it("gives the reader up to a login, whatever it shows", async () => {
    const popup = await stage.browser.newPage();
    await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await popup.evaluate(() => chrome.storage.local.set({ language: "ka" }));
    await shows(popup, text("popup_card_present"));
    const portal = await stage.openPortal();
    const said = (key: `fav_access_${"card" | "password" | "code" | "both"}`): string => (text(key, { TIME: "…" }).split("…")[0] ?? "").trim();
    await panelShows(await openPanel(portal), text("fav_access_none"));
    // By password first. Sent without another page: nothing is said until the page knows somebody.
    const other = await stage.openPortal();
    await until(async () => (await overlayElements(other, "handle")).length > 0, "the tools hear what is sent");
    await other.evaluate(() => {
      document.querySelector("main, body")?.insertAdjacentHTML("beforeend", '<form id="in-place"><input type="email" name="user"><input type="password" name="password"><button>შესვლა</button></form>');
      document.querySelector("#in-place")?.addEventListener("submit", (event) => event.preventDefault());
    });
    await other.click("#in-place button");
    const beside = await openPanel(other);
    await panelShows(beside, text("fav_access_none"));
    await other.evaluate(() => {
      document.querySelector("#in-place")?.remove();
      document.body.insertAdjacentHTML("beforeend", "<button>გასვლა</button>");
    });
    await panelShows(beside, said("fav_access_password"));
    // By a page of its own: refused, and let in; asked once more for the password there, nothing is new.
    await signIn(stage, other, { ...mariam, password: "არა" });
    await panelShows(await openPanel(other), text("fav_access_none"));
    await signIn(stage, other);
    await panelShows(await openPanel(other), said("fav_access_password"));
    const kept = (): Promise<unknown> => popup.evaluate(async () => (await chrome.storage.session.get("portal-access"))["portal-access"]);
    const before = await kept();
    await other.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<form id="once-more" action="/personal"><input type="email" name="user"><input type="password" name="password"><button>დადასტურება</button></form>'));
    await Promise.all([other.waitForNavigation({ waitUntil: "load" }), other.evaluate(() => document.querySelector<HTMLElement>("#once-more button")?.click())]);
    await panelShows(await openPanel(other), said("fav_access_password"));
    expect(await kept()).toEqual(before);
    // By a code after the password, and by a code alone, drawn by the page's own script and sent with its last digit.
    for (const [name, ways] of [["both", ["password", "code"]], ["code", ["code"]]] as const) {
      await codeLogin(other, ways);
      await panelShows(await openPanel(other), said(`fav_access_${name}`));
    }
    await other.close();
    await escape(portal);
    const prompt = await stage.ask(portal);
    await shows(prompt, "ნინო ტესტაძე");
    await logIn(stage, portal, prompt);
    // Came in with the card: the menu says so, and what the card and the profile know goes into a form on a click.
    const vault = await vaultPage(stage.browser);
    await unlock(vault);
    await call(vault, "records", "put", "settings", "letter-profile", { applicant: { name: "", phone: "599 12 34 56", email: "nino@example.ge" } });
    const form = await stage.openPortal("/services/address/apply");
    const menu = await openPanel(form);
    await panelShows(menu, said("fav_access_card"));
    await form.keyboard.press("Escape");
    await until(() => closed(form), "the menu is closed");
    await says(form, text("page_form_tools"));
    const fill = await openByKeys(form, text("page_form_open"));
    // What is not wanted is left out with Space, and taken in again.
    await tabIn(form, fill, (await fill.$eval("label.tick", (one) => one.textContent ?? "")).trim());
    for (const wanted of [false, true]) {
      await form.keyboard.press("Space");
      await until(() => fill.$eval("label.tick input", (one, value) => one.checked === value, wanted), "Space ticks");
    }
    await enterIn(form, fill, text("form_fill"));
    await panelShows(fill, text("form_filled"));
    expect(await form.evaluate(() => ["fullName", "personalNumber", "phone", "mail"].map((name) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value))).toEqual(["ნინო ტესტაძე", "99001010101", "599123456", "nino@example.ge"]);
    await call(vault, "lock", "lock").catch(() => undefined);
    await Promise.all([vault, form, portal, popup].map((one) => one.close()));
  });

  it("the vault, too, goes by the card, if that was chosen: taken out before a page, or gone with its reader behind everybody's back", async () => {
    const page = await vaultPage(stage.browser);
    const rules = { idleMinutes: 10, onSystemLock: true, onCardRemoval: false };
    const state = async (): Promise<string> => ((await call(page, "lock", "state")) as { kind: string }).kind;
    /** Its worker has ended. */
    const locked = async (): Promise<void> => {
      await page.evaluate(async () => navigator.locks.request((globalThis as unknown as VaultScope).vaultLock, () => undefined));
      await connect(page);
      expect(await state()).toBe("locked");
    };
    await unlock(page);
    await call(page, "lock", "setRules", rules);
    const home = await stage.openHome();
    await shows(home, "ნინო ტესტაძე");
    stage.reader.removeCard(0);
    await until(async () => !(await home.evaluate(() => document.body.innerText)).includes("ნინო ტესტაძე"), "the page knows that the card is gone");
    expect(await state()).toBe("unlocked");
    stage.reader.insertCard(0, stage.card);
    await shows(home, "ნინო ტესტაძე");
    await call(page, "lock", "setRules", { ...rules, onCardRemoval: true });
    stage.reader.removeCard(0);
    await locked();
    await unlock(page);
    stage.reader.insertCard(0, stage.card);
    await shows(home, "ნინო ტესტაძე");
    // The person's own has two slots. Another reader that comes and goes is no reason.
    const other = new VirtualReader({ profile: { ...otherReader, bcd: "50.00" }, cards: [null], serial: "OTHER" });
    const readers = async (count: number): Promise<void> => until(async () => (await home.$$(".reader-line")).length === count, `${count} readers are seen`);
    await stage.testbed?.plug(other);
    await readers(3);
    await stage.testbed?.unplug(other);
    await readers(2);
    expect(await page.evaluate(async () => (await navigator.locks.query()).held?.some(({ name }) => name === (globalThis as unknown as VaultScope).vaultLock))).toBe(true);
    expect(await state()).toBe("unlocked");
    // Its own, when no page looks.
    await home.close();
    await stage.testbed?.unplug(stage.reader);
    await locked();
    await page.close();
  });
});
