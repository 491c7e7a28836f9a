// Forms signed in the page and sent, and links of the official program's scheme: the portal's server is the judge.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId } from "../virtual/browser/launch.ts";
import { buildFor } from "./harness/allowedSite.ts";
import { typeForm } from "./harness/applicationForm.ts";
import { pressKey, tabTo } from "./harness/form.ts";
import { linkActs } from "./harness/linkActs.ts";
import { look, screensFolder } from "./harness/look.ts";
import { pressButton, verifies } from "./harness/login.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { says } from "./harness/panels.ts";
import { allowedHost, beginSigning, documentShown, fillIn, focusPill, signingPin, windowGone } from "./harness/signPage.ts";
import { shows, Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";

// Longer than what is hashed at once, so that the page's own process hashes it piece by piece.
const papers = join(mkdtempSync(join(tmpdir(), "mq-sign-")), "tsnoba.pdf");

let stage: Stage;
let vault: TestVault;

beforeAll(async () => {
  writeFileSync(papers, Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5 << 20, 7)]));
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set({ card: { signingPin }, extension: buildFor(allowedHost), otherHosts: ["www.uckho.ge", allowedHost, "docs.kutaisi.ge", "tsa.cra.ge"] });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

const attached = async (): Promise<readonly { readonly value: { readonly state?: string; readonly number?: string; readonly fields?: readonly { readonly values: readonly string[] }[]; readonly attachments?: readonly { readonly name: string; readonly signed: boolean; readonly sha256: string }[] } }[]> =>
  (await call(vault.page, "records", "list", "drafts")) as Awaited<ReturnType<typeof attached>>;

describe("a form that asks for a signature", () => {
  it.each(["classic", "app", "third"])("is signed as it is seen, sent as the person would send it, and taken by the portal: %s", async (markup) => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal(`/services/border/apply?markup=${markup}`);
    await says(page, text("page_sign_offer"));
    // Fields that are called as what a script would ask of their form: [Note: fields that shadow].
    if (markup === "third") await page.evaluate(() => {
      for (const name of ["elements", "id", "title", "parentElement", "requestSubmit", "isConnected"]) document.querySelector("form:has([type=file])")?.append(Object.assign(document.createElement("input"), { name, value: "1" }));
    });
    await fillIn(page, papers);
    const prompt = await beginSigning(stage, page);
    await shows(prompt, "www.my.gov.ge");
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await typePin(prompt, signingPin, markup === "classic" ? "whole" : "brief");
    await until(() => office.applications.length === before + 1, "the portal has it");
    const taken = office.applications[before];
    expect(taken?.signer).toContain("ტესტაძე");
    expect(taken?.files.map(({ field }) => field).toSorted()).toEqual(["papers", "signed"]);
    await says(page, text("page_form_sent_number", { NUMBER: taken?.number ?? "" }));
    await windowGone(stage);
    // In the thread of applications: the signed file, marked, with the hash of what the portal was sent.
    const signed = taken?.files.find(({ field }) => field === "signed");
    await until(async () => (await attached()).some(({ value }) => value.attachments?.some((one) => one.signed && one.sha256 === signed?.sha256)), "the signed file is in the vault");
    await page.close();
  });

  it.each(["closed", "fields", "frame"])("so it is in a component, or in a frame of the page's own: %s", async (within) => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal(`/services/fine-appeal/apply?markup=classic&within=${within}`);
    await says(page, text("page_sign_offer"));
    await typeForm(page, `${within}@example.ge`, papers);
    const prompt = await beginSigning(stage, page);
    await shows(prompt, "www.my.gov.ge");
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    // Its judges have found all that was typed in what was signed (Office.judge).
    const taken = office.applications[before];
    expect(taken?.signer).toContain("ტესტაძე");
    expect(taken?.values.get("mail")).toEqual([`${within}@example.ge`]);
    expect(taken?.files.map(({ field }) => field).toSorted()).toEqual(["papers", "signed"]);
    await says(page, text("page_form_sent_number", { NUMBER: taken?.number ?? "" }));
    await windowGone(stage);
    await page.close();
  });

  it("what changes between the look and the sending is not sent, but shown and asked for again; no page begins or ends it alone", async () => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal("/services/border/apply?markup=app");
    await fillIn(page, null);
    // Whatever a page makes up: no window comes of it.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("*")) one.dispatchEvent(new MouseEvent("click", { bubbles: false, composed: true }));
      postMessage({ kind: "sign/request", ticket: "0".repeat(32), link: null }, "*");
      postMessage({ kind: "sign/begin" }, "*");
    });
    const used = verifies(stage);
    const prompt = await beginSigning(stage, page);
    expect(verifies(stage)).toBe(used);
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>("[name=reason]");
      if (field) field.value = "სულ სხვა რამ";
    });
    await typePin(prompt, signingPin, "whole");
    await shows(prompt, text("sign_form_changed"));
    await says(page, text("page_sign_changed"));
    expect(office.applications.length).toBe(before);
    expect(await page.$eval("[name=signed]", (one) => (one as HTMLInputElement).files?.length)).toBe(0);
    await pressButton(prompt, "sign_form_look_again");
    await documentShown(prompt);
    // What it shows now is what the form says now.
    await until(async () => (await prompt.$eval(".pdf-pages [role=document]", (one) => one.textContent ?? "").catch(() => "")).includes("სულ სხვა რამ"), "the window shows the form anew");
    // The portal turns it down, and its script says so where the form stands: it is a draft again before a key is pressed.
    office.trouble = "refuse";
    // Whoever begins anew has read that it is over: as quick as a script, the form is the page's old one.
    await typePin(prompt, signingPin, "whole");
    await says(page, text("page_form_unsent"));
    await until(async () => (await attached()).some(({ value }) => value.state === "draft" && value.fields?.some(({ values }) => values.includes("სულ სხვა რამ"))), "it is a draft again");
    await windowGone(stage);
    expect(office.applications.length).toBe(before);
    office.trouble = null;
    await typePin(await beginSigning(stage, page), signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    expect(office.applications[before]?.values.get("reason")).toEqual(["სულ სხვა რამ"]);
    await windowGone(stage);
    await page.close();
  });

  it("sending fails: the draft is kept and the page says so; then again, by keyboard, through a hidden field", async () => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal("/services/licence/apply?markup=classic");
    await fillIn(page, null);
    office.trouble = "error";
    await typePin(await beginSigning(stage, page), signingPin);
    await says(page, text("page_form_unsent_error"));
    office.trouble = null;
    await windowGone(stage);
    expect(office.applications.length).toBe(before);
    await until(async () => (await attached()).some(({ value }) => value.state === "draft" && value.attachments?.some(({ signed }) => signed)), "it is a draft again, with what was signed");
    await page.goBack();
    await page.waitForSelector("form.application");
    // A form that the browser gives back as it was is ready to be signed again.
    if ((await page.$eval("[name=fullName]", (one) => (one as HTMLInputElement).value)) === "") await fillIn(page, null);
    await focusPill(page, text("page_sign_act"));
    await page.keyboard.press("Enter");
    const prompt = await stage.prompt();
    await documentShown(prompt);
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await look(prompt, "prompt-sign-form", 480, 670, "sign_form_title", false);
    await prompt.focus(".pin-field");
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    expect(office.applications[before]?.signer).toContain("ტესტაძე");
    await windowGone(stage);
    await page.close();
  });

  it("a form that asks for nothing is signed from the popup; on a site that was not allowed the popup says so", async () => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const popup = await stage.browser.newPage();
    await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await shows(popup, text("popup_sign"));
    const stranger = await stage.openPortal("/services/address/apply", "https://www.uckho.ge");
    await pressButton(popup, "popup_sign");
    await shows(popup, text("popup_sign_not_allowed"));
    await stranger.close();
    const page = await stage.openPortal("/services/address/apply?markup=classic");
    await fillIn(page, null);
    // Another form comes before it, and somebody clicks beside both: what they filled in is what they mean.
    await page.evaluate(() => {
      document.querySelector("form.application")?.insertAdjacentHTML("beforebegin", '<form class="application"><label>სხვა <input name="other" required></label><textarea name="more"></textarea><button>გაგზავნა</button></form>');
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await page.bringToFront();
    await pressButton(popup, "popup_sign");
    const prompt = await stage.prompt();
    await documentShown(prompt);
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    expect(office.applications[before]?.files.map(({ name }) => name)).toEqual([expect.stringMatching(new RegExp(`-${text("sign_doc_suffix")}\\.pdf$`, "u"))]);
    await windowGone(stage);
    await page.close();
  });

  it("the popup records the organisation of a site that is not the portal's, by keyboard, as the person puts it right", async () => {
    // Which page is looked at, and that the click on the toolbar opens it to us, can't be had in a test: the site is allowed here.
    const address = `https://${allowedHost}`;
    const site = await stage.openPortal("/services/address", address);
    await site.evaluate(() => {
      document.title = "ანგარიში – კავკასიის ბანკი";
      document.body.insertAdjacentHTML("beforeend", '<footer>ს/კ 204999999 <a href="mailto:data@bank.example.ge">ფოსტა</a> <a href="/privacy">კონფიდენციალურობა</a></footer>');
    });
    const popup = await stage.browser.newPage();
    await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await shows(popup, text("popup_organisation"));
    await popup.evaluate((host) => {
      const query = chrome.tabs.query.bind(chrome.tabs);
      Object.defineProperty(chrome.tabs, "query", { value: async () => await query({ url: `${host}/*` }) });
    }, address);
    await pressKey(popup, "popup_organisation");
    await shows(popup, text("popup_organisation_check"));
    const fields = (): Promise<readonly string[]> => popup.$$eval(".organisation input", (all) => all.map((one) => one.value));
    expect(await fields()).toEqual(["კავკასიის ბანკი", "204999999", "data@bank.example.ge", "", `${address}/privacy`]);
    const recorded = async (): Promise<readonly Readonly<Record<string, unknown>>[]> => ((await call(vault.page, "records", "list", "organisations")) as readonly { readonly value: Readonly<Record<string, unknown>> }[]).map(({ value }) => value).filter((one) => one["website"] === address);
    // Looked at and left: nothing is kept.
    await pressKey(popup, "common_cancel");
    await shows(popup, text("popup_organisation"));
    expect(await recorded()).toEqual([]);
    await pressKey(popup, "popup_organisation");
    await shows(popup, text("popup_organisation_check"));
    await tabTo(popup, text("popup_organisation_phone"));
    await popup.keyboard.type("+995 32 2 00 00 00");
    await popup.keyboard.press("Enter");
    await shows(popup, text("popup_organisation_stored"));
    expect(await recorded()).toMatchObject([{ type: "organisation", name: "კავკასიის ბანკი", registryCode: "204999999", website: address }]);
    expect((await recorded())[0]?.["sector"]).not.toBe("public");
    await Promise.all([popup.close(), site.close()]);
  });
});

linkActs(() => ({ stage, vault }));
