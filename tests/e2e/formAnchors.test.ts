// Forms, confirmations, answers, terms and notices by their words alone: each on its own page, and on no other.
import { mkdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "puppeteer";
import siteData from "../../src/portal/sites/my-gov-ge.json" with { type: "json" };
import { markups } from "../virtual/portal/markup/markups.ts";
import { samplePages } from "../virtual/portal/forms/samplePages.ts";
import type * as Detectors from "./harness/detectorsEntry.ts";
import { misleads, typesInto } from "./harness/clobbered.ts";
import { detectorScript } from "./harness/detectors.ts";
import { pressKey } from "./harness/form.ts";
import { screensFolder } from "./harness/look.ts";
import { clickOverlay, overlayElements, overlayTexts } from "./harness/overlay.ts";
import { pause } from "./harness/panels.ts";
import { takesPageMap } from "./harness/pageMapActs.ts";
import { namedFields } from "./harness/namedFields.ts";
import { readInSpite } from "./harness/shadowingFields.ts";
import { signIn } from "./harness/signIn.ts";
import { misjudged } from "./harness/signInForms.ts";
import { eachSwitch } from "./harness/switchActs.ts";
import { shows, Stage } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";

type Tools = { readonly detectors: typeof Detectors };
const rules = siteData.generations.flatMap(({ name, anchors }) => Object.entries(anchors).map(([id, { selector }]) => ({ rule: `${name} ${id}`, selector })));
const own: Readonly<Record<string, string>> = { "application-form": "apply", "signature-field": "apply-signed", confirmation: "sent", answer: "answer", terms: "terms", "service-terms": "service-terms", notice: "notices" };
/** On which pages the others are, and how often. */
const ownCounts: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "personal-page": { personal: 1 },
  "personal-table": { personal: 3, "civil-acts": 1, property: 1, crossings: 1 },
  "password-form": { "password-change": 1 },
  "first-password": { registered: 1 },
  registration: { register: 1 },
  "profile-form": { profile: 1 },
};

describe("pages around applications, by their words", () => {
  let stage: Stage;
  let page: Page;
  let script = "";
  let sample: ReturnType<typeof samplePages>;
  beforeAll(async () => {
    script = (await detectorScript()).replace(/^var detectors ?=/m, "globalThis.detectors =");
    stage = await Stage.set({ unplugged: true });
    sample = samplePages(stage.portal.office);
    page = await stage.browser.newPage();
    await signIn(stage, page);
  });
  afterAll(async () => {
    await stage.close();
  });

  it.each(markups.map(({ name }) => name))("at least 80 % are found, none on a page of another kind: %s", async (markup) => {
    const wrong: string[] = [];
    let found = 0;
    let [foundOwn, expectedOwn] = [0, 0];
    for (const [kind, path] of Object.entries(sample.paths)) {
      await page.goto(`https://www.my.gov.ge${path}?markup=${markup}`, { waitUntil: "load" });
      await page.evaluate(script);
      // Whoever made that look has not seen the selectors: its pages are found by their words, or that would show nothing.
      if (markup === "third") wrong.push(...(await page.evaluate((all) => all.filter(({ selector }) => document.querySelector(selector)).map(({ rule }) => rule), rules)).map((rule) => `${kind}: the selector of ${rule} matches`));
      const { asks, knows } = await page.evaluate(() => {
        const { findSignIn, knowsSomebody } = (globalThis as unknown as Tools).detectors;
        return { asks: findSignIn(document).length, knows: knowsSomebody(document) };
      });
      if (asks !== (kind === "password" ? 1 : 0)) wrong.push(`${markup} ${kind}: asks ${asks} times to sign in`);
      if (knows !== (kind === "personal")) wrong.push(`${markup} ${kind}: ${knows ? "knows somebody" : "offers nobody to sign out"}`);
      const hits = await page.evaluate(() => {
        const { formWords, ownWords, registrationNumber, readRegister } = (globalThis as unknown as Tools).detectors;
        return Object.entries({ ...formWords, ...ownWords }).map(([id, find]) => {
          const elements: readonly Element[] = find(document);
          const [first] = elements;
          return { id, count: elements.length, number: first ? registrationNumber(first) : null, registers: id === "personal-table" ? elements.map((one) => readRegister(document, one)) : [] };
        });
      });
      for (const { id, count, number, registers } of hits) {
        const counts = ownCounts[id];
        if (counts) {
          const wanted = counts[kind] ?? 0;
          expectedOwn += wanted;
          foundOwn += Math.min(count, wanted);
          if (count > wanted) wrong.push(`${markup} ${kind}: ${count} times ${id}`);
          // What was read is what the registers say, cell for cell; the columns' names may be arranged otherwise.
          for (const one of registers) {
            const said = one && one.kind !== "other" ? stage.portal.registry.register(one.kind === "civilActs" ? "civil-acts" : one.kind) : null;
            if (JSON.stringify(said?.rows) !== JSON.stringify(one?.rows)) wrong.push(`${markup} ${kind}: read as ${JSON.stringify(one)}`);
          }
          // A form that asks for a signature is a form all the same.
        } else if (own[id] === kind || (id === "application-form" && kind === "apply-signed")) {
          if (count === 1 && own[id] === kind) found += 1;
          if (count > 1) wrong.push(`${markup} ${kind}: ${count} times ${id}`);
          if (count === 1 && (kind === "sent" || kind === "answer") && number !== sample.number) wrong.push(`${markup} ${kind}: number ${number ?? "none"}`);
        } else if (count > 0) wrong.push(`${markup} ${kind}: ${id}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(found / Object.keys(own).length).toBeGreaterThanOrEqual(0.8);
    expect(expectedOwn).toBe(11);
    expect(foundOwn / expectedOwn).toBeGreaterThanOrEqual(0.8);
  });

  it("fields that are called as what a script asks of their form are read like any other", async () => {
    await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
    await page.evaluate(script);
    const { read, all } = await readInSpite(page);
    expect(read).toMatchObject({ forms: 1, signatureFields: 1, fields: all, formKey: "https://www.my.gov.ge/services#own", title: "განცხადება" });
    expect(read.seen).toEqual([...all.slice(0, -1), "elements?", "outside!"]);
  });

  it("by what a form lets somebody in is told in each of three markups: a password, a code, both; and no other form is one", async () => {
    await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
    await page.evaluate(script);
    expect(await misjudged(page)).toEqual([]);
  });

  it("nor do such names keep the tools away from a form", async () => {
    await page.goto("https://www.my.gov.ge/services?markup=classic", { waitUntil: "load" });
    await page.evaluate(script);
    expect(await namedFields(page)).toEqual({ inside: true, outside: true, search: false });
  });

  it("a page whose elements have the names of all that a script may ask of it has every tool all the same", { timeout: 180_000 }, async () => {
    const misled = await stage.browser.newPage();
    await misleads(misled);
    const said = async (tab: Page): Promise<string> => (await overlayTexts(tab, "pill-text")).toSorted().join("|");
    const kinds = ["apply", "apply-signed", "answer", "terms", "service-terms", "documents", "personal", "profile", "password-change", "register", "registered"];
    let honest = 0;
    for (const [at, kind] of kinds.entries()) {
      const address = `https://www.my.gov.ge${sample.paths[kind] ?? ""}?markup=${markups[at % markups.length]?.name ?? ""}`;
      await Promise.all([page.bringToFront(), page.goto(address, { waitUntil: "load" })]);
      await until(async () => (await said(page)) !== "", `${kind}: the tools say something`);
      await misled.bringToFront();
      await misled.goto(address, { waitUntil: "load" });
      // What is said comes by and by, in both.
      const same = (): Promise<void> => until(async () => (await said(misled)) === (await said(page)), `${kind}: and the same where the page misleads`);
      await same();
      await pause(600);
      await same();
      if (await misled.evaluate(() => typeof document.querySelector === "function")) honest += 1;
    }
    expect(honest, "the page did mislead whoever asks it").toBe(0);

    const drawn = async (tab: Page): Promise<string> => (await Promise.all(["star", "handle"].map((kind) => overlayElements(tab, kind)))).map(({ length }) => length).join();
    for (const { name } of markups) {
      await page.bringToFront();
      await page.goto(`https://www.my.gov.ge/services?markup=${name}`, { waitUntil: "load" });
      await until(async () => /^[1-9]\d*,2$/.test(await drawn(page)), `${name}: stars and handles`);
      // Stars come by and by, and only in a tab that is seen.
      let wanted = "";
      await until(async () => {
        const before = await drawn(page);
        await pause(600);
        wanted = await drawn(page);
        return wanted === before;
      }, `${name}: no more of them come`);
      await misled.bringToFront();
      await misled.goto(page.url(), { waitUntil: "load" });
      await until(async () => (await drawn(misled)) === wanted, `${name}: as many where the page misleads: ${wanted}`);
    }
    await misled.setViewport({ width: 900, height: 1_400 });
    const [star] = (await overlayElements(misled, "star")).filter(({ hidden }) => !hidden);
    await clickOverlay(misled, "star", star?.label ?? "");
    await until(async () => (await overlayElements(misled, "star")).some(({ pressed }) => pressed === "true"), "a click on a star is heard");
    await clickOverlay(misled, "handle-favourites");
    await until(async () => (await overlayElements(misled, "panel")).some(({ hidden }) => !hidden), "and one on the handle");
    await misled.goto(`https://www.my.gov.ge${sample.paths["apply"] ?? ""}?markup=classic`, { waitUntil: "load" });
    await until(async () => (await said(misled)) !== "", "the form's tools are there");
    expect(await typesInto(misled, "ა")).toBeGreaterThan(300);
    await until(async () => (await said(misled)).includes(text("page_form_none")), "what is typed is heard of");
    await misled.close();
  });

  it("each tool goes and comes by its own switch: alone, and the page is byte for byte as it was sent; among the others, and they stay", { timeout: 180_000 }, async () => {
    const home = await stage.openHome("settings/tools");
    await eachSwitch(page, home, sample.paths);
    await home.close();
  });

  it("a page that is no longer what it was is named in the settings, with a report that names nobody; a newer map from a file brings its tool back, and goes again; a tool is switched off there by keyboard", { timeout: 120_000 }, async () => {
    mkdirSync(screensFolder, { recursive: true });
    const drawnAnew = async (path: string, body: string): Promise<Page> => {
      const tab = await stage.browser.newPage();
      await tab.setRequestInterception(true);
      tab.on("request", (request) => void (request.isNavigationRequest() ? request.respond({ status: 200, contentType: "text/html; charset=utf-8", body }) : request.continue()));
      await tab.goto(`https://www.my.gov.ge${path}`, { waitUntil: "load" });
      await toolsIn(tab);
      return tab;
    };
    // They come to a page that is seen: it is not left before.
    const toolsIn = (tab: Page): Promise<void> => until(async () => (await overlayElements(tab, "handle")).length > 0, "the tools are there");
    // Known by its words alone; with nothing left of it; and with links that no word leads to.
    const live = await stage.browser.newPage();
    await live.goto("https://www.my.gov.ge/terms?markup=third", { waitUntil: "load" });
    await toolsIn(live);
    const bare = await drawnAnew("/profile", "<title>გ</title><h1>მარიამ ტესტაძე</h1><p>99003030303</p>");
    const changed = await drawnAnew("/services", `<title>ს</title><main><div class="neu">${["წყალი", "დენი", "გაზი", "ნარჩენი"].map((name, i) => `<p><a href="/item/${i}">${name} და გადახდა</a></p>`).join("")}</div></main>`);
    const home = await stage.openHome("settings/map");
    await shows(home, text("home_drift_found", { WHAT: text("home_drift_what_terms") }));
    await shows(home, text("home_drift_missing", { WHAT: text("home_drift_what_profile_form") }));
    await shows(home, text("home_drift_missing", { WHAT: text("home_drift_what_service_link") }));
    // What would be sent is all there to be seen: kinds of pages, parts of them, a day, a version.
    const lines = (await home.$eval("textarea.mail-draft", (one) => one.value)).split("\n");
    const told = lines.slice(1).map((line) => /^(\/[a-z/…]+ [a-z-]+ (?:missing|found by words)) \d{4}-\d\d-\d\d \([\d.]+\)$/.exec(line)?.[1]);
    expect(told).toEqual(expect.arrayContaining(["/profile profile-form missing", "/services service-link missing", "/terms terms found by words"]));
    expect(told).not.toContain(undefined);
    await pressKey(home, "home_drift_copy");
    await shows(home, text("common_copied"));
    await takesPageMap(home, changed);
    await pressKey(home, "home_drift_forget");
    await home.waitForFunction(() => document.querySelector("textarea.mail-draft") === null, { polling: 50 });

    await live.bringToFront();
    const handles = async (): Promise<readonly (string | null)[]> => (await overlayElements(live, "handle")).map(({ label }) => label);
    await until(async () => (await handles()).includes(text("page_menu_open")), "the menu's handle is there");
    await Promise.all([home.bringToFront(), home.evaluate(() => (location.hash = "settings/tools"))]);
    const box = await home.waitForSelector(`::-p-xpath(//label[starts-with(normalize-space(.), "${text("home_tool_favourites")}")]//input)`);
    await box?.focus();
    await home.keyboard.press("Space");
    await until(async () => !(await handles()).includes(text("page_menu_open")), "it goes from the page that is open");
    await home.keyboard.press("Space");
    await until(async () => (await handles()).includes(text("page_menu_open")), "and is there again");
    await Promise.all([live, bare, changed, home].map((one) => one.close()));
  });
});
