// Terms in versions, and consent at the moment a service is started.
import { mkdirSync } from "node:fs";
import type { Frame, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askedSince } from "./harness/asked.ts";
import { backTo, bringToKeys, closeByKeys, enterIn, openByKeys, tabIn, tabLeaves, tabToOverlay } from "./harness/keys.ts";
import { picture, screensFolder } from "./harness/look.ts";
import { clickOverlay, focusedText, hasKeyboard, overlayElements, overlayTexts, panelFrame } from "./harness/overlay.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { lookAt, openPanel, openToSee, panelShows, pause, says } from "./harness/panels.ts";
import { livesWithSandbox } from "./harness/sandboxActs.ts";
import { keptAtHome } from "./harness/keptTerms.ts";
import { Stage } from "./harness/stage.ts";
import { type Key, text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";
import { walk } from "./harness/walk.ts";

interface Kept {
  readonly value: Readonly<Record<string, unknown>>;
}

let stage: Stage;
let vault: TestVault;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set({ unplugged: true });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

describe.each(["classic", "app"] as const)("terms and consent: %s", { timeout: 180_000 }, (markup) => {
  const [service, title] = markup === "classic" ? ["vaccination", "აცრების ბარათის ამონაწერი"] : ["insurance", "სადაზღვევო პაკეტის შემოწმება"];
  const list = async (collection: string): Promise<readonly Kept[]> => (await call(vault.page, "records", "list", collection)) as readonly Kept[];
  const language = (page: Page, key: Key) => async (value: "ka" | "en"): Promise<void> => {
    await vault.page.evaluate((chosen) => chrome.storage.local.set({ language: chosen }), value);
    await says(page, text(key, {}, value));
  };

  it.runIf(markup === "classic")("a change of the terms is seen, shown word by word, and decided", async () => {
    const first = await stage.openPortal(`/terms?markup=${markup}`);
    const asked = askedSince(stage);
    await says(first, text("page_terms_first"));
    expect(asked(), "terms that are kept").toEqual([]);
    await first.reload();
    await says(first, text("page_terms_same"));
    await first.close();
    stage.portal.office.changeTerms("24.11.2026", (paragraphs) => [...paragraphs.map((one) => one.replace("10 სამუშაო", "15 სამუშაო")), "ახალი პუნქტი: ელექტრონული შეტყობინება."]);
    const page = await stage.openPortal(`/terms?markup=${markup}`);
    await says(page, text("page_terms_changed"));
    // By keyboard alone: an older version and back, the whole text, the decision, its document.
    const frame = await openByKeys(page, text("page_terms_open"));
    await panelShows(frame, text("form_terms_changes", { COUNT: 3 }));
    await walk(page, frame);
    const changes = await frame.evaluate(() => ({ removed: [...document.querySelectorAll("del")].map((one) => one.lastChild?.textContent), added: [...document.querySelectorAll("ins")].map((one) => one.lastChild?.textContent) }));
    // The day stands among the paragraphs in this markup.
    expect(changes.removed).toEqual(["01.03.2026", "10"]);
    expect(changes.added).toEqual(["24.11.2026", "15", "ახალი პუნქტი: ელექტრონული შეტყობინება."]);
    const versions = await frame.$$eval("select option", (all) => all.map((one) => (one.textContent ?? "").replace(/\d\d\.\d\d\.\d{4}$/, "…")));
    expect(versions).toEqual(["24.11.2026", "01.03.2026"].map((day) => text("form_terms_version_stated", { STATED: day, DATE: "…" })));
    await tabIn(page, frame, text("form_terms_choose"));
    await page.keyboard.press("ArrowDown");
    await panelShows(frame, text("form_terms_first"));
    await page.keyboard.press("ArrowUp");
    await panelShows(frame, text("form_terms_changes", { COUNT: 3 }));
    await enterIn(page, frame, text("form_terms_whole"));
    await panelShows(frame, text("form_terms_only_changes"));
    await enterIn(page, frame, text("form_terms_refuse"));
    for (const said of ["form_terms_refuse_made", "form_terms_meaning"] as const) await panelShows(frame, text(said));
    await enterIn(page, frame, text("form_terms_document"));
    await panelShows(frame, text("form_terms_document_kept"));
    // One step to the card: the home page that is open shows it, with what signs it.
    await until(async () => (await frame.evaluate(() => document.activeElement?.textContent?.trim())) === text("form_terms_document_sign"), "the way to the card has the keyboard");
    await page.keyboard.press("Enter");
    await until(() => vault.page.url().includes("#documents/"), "the document is opened");
    await vault.page.waitForSelector(`::-p-xpath(//article[@aria-labelledby="document-title"]//button[normalize-space()="${text("vault_sign")}"])`);
    await vault.page.evaluate(() => (location.hash = "help"));
    await bringToKeys(page, frame);
    const notices = await list("notices");
    expect(notices.map(({ value }) => String(value["type"])).sort()).toEqual(["decision", "terms", "terms"]);
    await closeByKeys(page, text("page_terms_open"));
    await page.reload();
    await says(page, text("page_terms_same"));
    expect(await lookAt(page, () => openToSee(page), language(page, "page_terms_same"), `terms-${markup}`, screensFolder)).toEqual([]);
    await page.goto(`https://www.my.gov.ge/notices`);
    await says(page, text("page_terms_notices", { COUNT: 2 }));
    await keptAtHome(vault.page);
    await page.close();
  });

  it.runIf(markup === "app")("the same in another markup: only the words that changed", async () => {
    const page = await stage.openPortal(`/terms?markup=${markup}`);
    await says(page, text("page_terms_changed"));
    stage.portal.office.changeTerms("25.11.2026", (paragraphs) => paragraphs.map((one) => one.replace("15 სამუშაო", "20 სამუშაო")));
    await page.reload();
    await says(page, text("page_terms_changed"));
    const frame = await openPanel(page);
    await panelShows(frame, text("form_terms_changes", { COUNT: 1 }));
    const changes = await frame.evaluate(() => [...document.querySelectorAll("del, ins")].map((one) => one.lastChild?.textContent));
    expect(changes).toEqual(["15", "20"]);
    for (const decision of ["agree", "later"] as const) {
      await enterIn(page, frame, text(`form_terms_${decision}`));
      await panelShows(frame, text(`form_terms_${decision}_made`));
    }
    // A service's own terms have versions of their own.
    await page.goto("https://www.my.gov.ge/services/address/terms");
    await says(page, text("page_terms_first"));
    const known = stage.portal.office.serviceTermsOf("address");
    if (known) stage.portal.office.serviceTerms.set("address", { ...known, date: "25.11.2026", paragraphs: [...known.paragraphs, "ახალი წესი."] });
    await page.reload();
    await says(page, text("page_terms_changed"));
    await panelShows(await openPanel(page), "ახალი წესი.");
    expect((await list("notices")).filter(({ value }) => value["what"] === "service")).toHaveLength(2);
    await page.close();
  });

  it("before a service is started the page's words are shown; that it was started is recorded, with evidence", async () => {
    const page = await stage.openPortal(`/services/${service}?markup=${markup}`);
    await says(page, text("page_consent_to", { PROVIDER: "ჯანმრთელობის სასწავლო ცენტრი" }));
    await says(page, text("page_consent_special"));
    const frame = await openByKeys(page, text("page_consent_open"));
    for (const wanted of ["ჯანმრთელობის მდგომარეობა", text("form_consent_special"), "3 წელი", text("form_consent_agency"), text("form_consent_silent")]) await panelShows(frame, wanted);
    if (markup === "classic") await walk(page, frame);
    await enterIn(page, frame, text("form_consent_words"));
    expect(await frame.$eval("details", (one) => one.open)).toBe(true);
    await tabLeaves(page, frame);
    await page.keyboard.press("Escape");
    await until(async () => (await overlayElements(page, "panel")).every((one) => one.hidden), "Escape closes the panel from beside it, too");
    if (markup === "classic") expect(await lookAt(page, () => openToSee(page), language(page, "page_consent_special"), `consent-${markup}`, screensFolder)).toEqual([]);
    await page.click("a[href$='/apply']");
    await until(() => page.url().endsWith("/apply"), "nothing stands in the way");
    await says(page, text("page_consent_stored"));
    const consents = (await list("consents")).map(({ value }) => value);
    const holding = consents.find((one) => one["service"] === title);
    expect(consents.filter((one) => one["service"] === title || one["holdingId"] === holding?.["id"])).toHaveLength(2);
    // Its last day is reminded of, though nobody has opened the home page's records.
    await until(async () => ((await call(vault.page, "reminders", "list")) as readonly { reminderId: string }[]).some(({ reminderId }) => reminderId === String(holding?.["id"]).replaceAll("-", "")), "it is among the reminders");
    expect(holding).toMatchObject({ service: title, basis: "consent", retention: { duration: "P3Y" }, confidence: "portal" });
    expect(holding?.["data"]).toContainEqual({ name: "ჯანმრთელობის მდგომარეობა", special: "health" });
    const consent = consents.find((one) => one["type"] === "consent" && one["holdingId"] === holding?.["id"]);
    expect(consent).toMatchObject({ holdingId: holding?.["id"], events: [{ state: "given" }], evidence: [{ kind: "service" }] });
    expect(String(consent?.["text"])).toContain("მუშავდება: სახელი, გვარი");
    // Again: a renewed consent, not a second record. A page that says nothing is not made to say anything.
    await page.goto(`https://www.my.gov.ge/services/${service}`);
    await page.click("a[href$='/apply']");
    await until(async () => (await list("consents")).some(({ value }) => value["holdingId"] === holding?.["id"] && (value["events"] as readonly unknown[] | undefined)?.length === 2), "the consent is renewed");
    await page.goto("https://www.my.gov.ge/services/parking");
    const silent = await openPanel(page);
    await panelShows(silent, text("form_consent_silent"));
    await picture(page, `${screensFolder}consent-silent.png`);
    expect(await silent.$$eval("dd", (all, words) => all.filter((one) => one.textContent === words).length, text("form_consent_silent"))).toBeGreaterThanOrEqual(3);
    await enterIn(page, silent, text("form_consent_all"));
    await until(() => vault.page.url().endsWith("#data"), "the home page has all that is recorded");
    await vault.page.evaluate(() => (location.hash = "help"));
    await backTo(page, silent);
    await page.close();
  });

  it.runIf(markup === "classic")("panels made ready ahead take the keyboard from nobody; the one that is opened has it, and gives it back", async () => {
    const page = await stage.openPortal(`/services/${service}?markup=${markup}`);
    await says(page, text("page_consent_special"));
    const [menu, data] = [text("page_menu_open"), text("page_data_open")];
    // By their names, which a panel's page has given itself after everything else that it does in the beginning.
    const ready = async (name: string): Promise<Frame | undefined> => {
      // A frame that went meanwhile is refused at once, not by its promise.
      for (const one of page.frames()) if ((await Promise.race([Promise.resolve().then(() => one.title()).catch(() => ""), pause(2_000).then(() => "")])) === name) return one;
      return undefined;
    };
    const bothReady = async (): Promise<void> => {
      for (const name of [text("page_panel_title"), text("data_title")]) await until(async () => (await ready(name)) !== undefined, `${name} is ready`);
    };
    const opened = async (name: string, place: string): Promise<void> => {
      await page.keyboard.press("Enter");
      await until(async () => {
        const frame = await ready(name);
        return frame !== undefined && (await hasKeyboard(frame, place));
      }, `${name} has the keyboard`);
    };
    await tabToOverlay(page, menu);
    await tabToOverlay(page, data);
    await bothReady();
    expect(await focusedText(page)).toBe(data);
    for (const frame of page.frames().slice(1)) expect(await frame.evaluate(() => document.hasFocus())).toBe(false);
    await opened(text("data_title"), "h1");
    await closeByKeys(page, data);
    // Where the keyboard is, a panel is made ready again.
    await bothReady();
    expect(await focusedText(page)).toBe(data);
    await tabToOverlay(page, menu);
    await opened(text("page_panel_title"), "input");
    await closeByKeys(page, menu);
    await opened(text("page_panel_title"), "input");
    await page.close();
  });

  it.runIf(markup === "classic")("a hostile page takes the tools apart, overwrites what scripts stand on, and names things in code: words stay words", async () => {
    const page = await stage.openPortal("/");
    const name = "\u202eმტრული <img src=x onerror=alert(1)>";
    await page.evaluateOnNewDocument((evil) => {
      // The page's own power ends at the page: the debugging protocol would put this into our frames as well.
      if (location.protocol === "chrome-extension:") return;
      const nothing = (): null => null;
      for (const [owner, keys] of [[Element.prototype, ["attachShadow", "querySelectorAll", "querySelector", "append", "closest", "matches"]], [Array.prototype, ["map", "filter", "flatMap"]], [JSON, ["stringify", "parse"]], [MessagePort.prototype, ["postMessage"]], [EventTarget.prototype, ["dispatchEvent"]]] as const) {
        for (const key of keys) Object.defineProperty(owner, key, { value: nothing, writable: true, configurable: true });
      }
      Object.assign(globalThis, { MutationObserver: nothing, MessageChannel: nothing, requestIdleCallback: nothing, IntersectionObserver: nothing });
      addEventListener("DOMContentLoaded", () => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.nodeValue?.trim() === "ჯანმრთელობის სასწავლო ცენტრი") node.nodeValue = evil;
        const heap = document.createElement("div");
        heap.innerHTML = "<p><a href='/help'>ა</a></p>".repeat(5_000);
        document.body.appendChild(heap);
      }, { capture: true });
    }, name);
    await page.goto(`https://www.my.gov.ge/services/${service}?markup=${markup}`, { waitUntil: "load" });
    await says(page, text("page_consent_to", { PROVIDER: name.slice(1) }));
    // Taken out, it comes back, as often as a page that draws itself anew may need it; put into something unseen, it can do no more.
    for (let round = 0; round < 2; round += 1) {
      await page.evaluate(() => document.getElementsByTagName("moqalaqe-overlay")[0]?.remove());
      await until(async () => (await overlayTexts(page, "pill-text")).length > 0, "the tools are there again");
    }
    // Clicks that it makes up open nothing.
    await page.evaluate(() => (document.getElementsByTagName("moqalaqe-overlay")[0] as HTMLElement | undefined)?.click());
    const frame = await openPanel(page);
    await panelShows(frame, "მტრული <img src=x onerror=alert(1)>");
    expect(await frame.evaluate(() => ({ screensFolder: document.images.length, turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.innerText) }))).toEqual({ screensFolder: 0, turned: false });

    // Its terms: something laid over pill and panel that lets clicks through. The pill opens the panel; nothing is decided in it.
    await page.goto(`https://www.my.gov.ge/terms?markup=${markup}`, { waitUntil: "load" });
    await says(page, text("page_terms_same"));
    const decisions = async (): Promise<number> => (await list("notices")).filter(({ value }) => value["type"] === "decision").length;
    const before = await decisions();
    await page.evaluate(() => {
      const cover = document.createElement("div");
      cover.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none";
      document.documentElement.appendChild(cover);
    });
    await clickOverlay(page, "pill-act");
    const terms = await panelFrame(page);
    const later = await terms.waitForSelector(`::-p-xpath(//button[normalize-space()="${text("form_terms_later")}"])`);
    await later?.evaluate((one) => one.scrollIntoView({ block: "center", behavior: "instant" }));
    await terms.waitForSelector("html.covered");
    await later?.click();
    await later?.focus();
    await page.keyboard.press("Enter");
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    await terms.waitForSelector("html:not(.covered)", { timeout: 45_000 });
    // A decision is written later than it is made: one of a covered click would be there by now.
    expect(await decisions()).toBe(before);
    // Believed again half a second later; until then a click does nothing.
    await until(async () => {
      await later?.click();
      return (await decisions()) > before;
    }, "seen, it is a decision");
    await page.close();
  });

  it.runIf(markup === "classic")("a page that its own policy puts into a sandbox: with an origin all works; without one our page opens instead, and it is said; a panel that stays silent leads there, too", async () => {
    await livesWithSandbox(stage, vault, `/services/${service}?markup=${markup}`);
  });

  it.runIf(markup === "classic")("started while the vault is locked, before any of the page's tools is there: sealed, and a record once it is open", async () => {
    const address = `https://www.my.gov.ge/services/water?markup=${markup}`;
    const page = await stage.openPortal();
    const body = await page.evaluate(async (url) => await (await fetch(url)).text(), address);
    await vault.lock();
    // A script that does not come: the page is there, and never ready, so that it has none of the tools when it is left.
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      if (request.url() === address) void request.respond({ status: 200, contentType: "text/html; charset=utf-8", body: body.replace("</body>", "<script src='/never.js'></script></body>") });
      else if (!request.url().endsWith("/never.js")) void request.continue();
    });
    page.goto(address).catch(() => undefined);
    const start = await page.waitForSelector("a[href*='/services/water/apply']");
    expect(await page.evaluate(() => [document.readyState, document.getElementsByTagName("moqalaqe-overlay").length])).toEqual(["loading", 0]);
    await start?.click();
    await until(() => page.url().includes("/apply"), "nothing stands in the way");
    await says(page, text("page_consent_sealed"));
    await vault.unlock();
    const started = async (): Promise<readonly Kept[]> => (await list("consents")).filter(({ value }) => value["service"] === "წყლის გადასახადის ნახვა");
    await until(async () => (await started()).length === 1, "the record is made");
    expect((await started())[0]?.value).toMatchObject({ confidence: "portal" });
    expect((await list("notices")).some(({ value }) => value["type"] === "service-start")).toBe(false);
    await page.close();
  });
});
