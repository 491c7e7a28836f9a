// Forms signed in the page and sent, and links of the official program's scheme: the portal's server is the judge.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extensionId } from "../virtual/browser/launch.ts";
import { answerBrowser, buildFor } from "./harness/allowedSite.ts";
import { look, screensFolder } from "./harness/look.ts";
import { nino, pressButton, promptsOpen, verifies } from "./harness/login.ts";
import { openTestVault, type TestVault } from "./harness/openVault.ts";
import { pressButtonText } from "./harness/documents.ts";
import { clickOverlay, focusedText, overlayTexts } from "./harness/overlay.ts";
import { says } from "./harness/panels.ts";
import { shows, Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call } from "./harness/vault.ts";

const signingPin = "739154";
/** A site that the person has allowed; others of the same name are asked for. */
const allowedHost = "eservices.kutaisi.ge";
// Longer than what is hashed at once, so that the page's own process hashes it piece by piece.
const papers = join(mkdtempSync(join(tmpdir(), "mq-sign-")), "tsnoba.pdf");

let stage: Stage;
let vault: TestVault;

beforeAll(async () => {
  writeFileSync(papers, Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(5 << 20, 7)]));
  mkdirSync(screensFolder, { recursive: true });
  stage = await Stage.set({ card: { signingPin }, extension: buildFor(allowedHost), otherHosts: ["www.uckho.ge", allowedHost, "docs.kutaisi.ge"] });
  vault = await openTestVault(stage);
});
afterAll(async () => {
  await stage.close();
});

async function pressPill(page: Page, action: string): Promise<void> {
  let at = -1;
  await until(async () => (at = (await overlayTexts(page, "pill-act")).indexOf(action)) >= 0, `a pill offers “${action}”`);
  await clickOverlay(page, "pill-act", null, at);
}

async function fillIn(page: Page, withFile = true): Promise<void> {
  await page.type("[name=fullName]", nino);
  await page.type("[name=personalNumber]", "01001000001");
  await page.type("[name=phone]", "599123456");
  await page.evaluate(() => document.querySelector<HTMLInputElement>("[name=birth]")?.focus());
  await page.type("[name=birth]", "24111990");
  await page.select("[name=region]", "kutaisi");
  await page.type("[name=reason]", "პირველი სტრიქონი\nმეორე „სტრიქონი“ <b>");
  if (withFile) {
    const input = (await page.$("[name=papers]")) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(papers);
  }
  // One of the markups draws all fields anew after this answer, a moment later: what follows must meet the new ones.
  await page.evaluate(() => {
    const fields = document.querySelector("form[data-send] .fields");
    if (fields) Object.assign(fields, { drawnBefore: true });
    document.querySelector<HTMLInputElement>("[name=way][value=house]")?.click();
  });
  await until(() => page.evaluate(() => !("drawnBefore" in (document.querySelector("form[data-send] .fields") ?? {}))), "the fields are drawn anew");
}

async function documentShown(prompt: Page): Promise<void> {
  await prompt.waitForFunction(() => document.querySelector("canvas[data-shown]") !== null, { timeout: 60_000, polling: 50 }).catch(async (cause: unknown) => {
    throw new Error(`the window never showed the document. It shows: ${await prompt.evaluate(() => document.body.innerText).catch(() => "nothing")}`, { cause });
  });
}

async function beginSigning(page: Page): Promise<Page> {
  await pressPill(page, text("page_sign_act"));
  const prompt = await stage.prompt();
  await shows(prompt, text("sign_form_title"));
  await documentShown(prompt);
  return prompt;
}

/** The keyboard's way to a pill: where Tab would lead. */
async function focusPill(page: Page, action: string): Promise<void> {
  for (let press = 0; press < 40; press += 1) {
    if ((await focusedText(page)) === action) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("Tab never leads to the pill");
}

const windowGone = (): Promise<void> => until(() => promptsOpen(stage) === 0, "the prompt's window closes");
const attached = async (): Promise<readonly { readonly value: { readonly state?: string; readonly number?: string; readonly fields?: readonly { readonly values: readonly string[] }[]; readonly attachments?: readonly { readonly name: string; readonly signed: boolean; readonly sha256: string }[] } }[]> =>
  (await call(vault.page, "records", "list", "drafts")) as Awaited<ReturnType<typeof attached>>;

describe("a form that asks for a signature", () => {
  it.each(["classic", "app", "third"])("is signed as it is seen, sent as the person would send it, and taken by the portal: %s", async (markup) => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal(`/services/border/apply?markup=${markup}`);
    await says(page, text("page_sign_offer"));
    await fillIn(page);
    const prompt = await beginSigning(page);
    await shows(prompt, "www.my.gov.ge");
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    const taken = office.applications[before];
    expect(taken?.signer).toContain("ტესტაძე");
    expect(taken?.files.map(({ field }) => field).toSorted()).toEqual(["papers", "signed"]);
    await says(page, text("page_form_sent_number", { NUMBER: taken?.number ?? "" }));
    await windowGone();
    // In the thread of applications: the signed file, marked, with the hash of what the portal was sent.
    const signed = taken?.files.find(({ field }) => field === "signed");
    await until(async () => (await attached()).some(({ value }) => value.attachments?.some((one) => one.signed && one.sha256 === signed?.sha256)), "the signed file is in the vault");
    await page.close();
  });

  it("what changes between the look and the sending is not sent, but shown and asked for again; no page begins or ends it alone", async () => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal("/services/border/apply?markup=app");
    await fillIn(page, false);
    // Whatever a page makes up: no window comes of it.
    await page.evaluate(() => {
      for (const one of document.querySelectorAll("*")) one.dispatchEvent(new MouseEvent("click", { bubbles: false, composed: true }));
      postMessage({ kind: "sign/request", ticket: "0".repeat(32), link: null }, "*");
      postMessage({ kind: "sign/begin" }, "*");
    });
    const used = verifies(stage);
    const prompt = await beginSigning(page);
    expect(verifies(stage)).toBe(used);
    await page.evaluate(() => {
      const field = document.querySelector<HTMLTextAreaElement>("[name=reason]");
      if (field) field.value = "სულ სხვა რამ";
    });
    await typePin(prompt, signingPin);
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
    await typePin(prompt, signingPin);
    await says(page, text("page_form_unsent"));
    await until(async () => (await attached()).some(({ value }) => value.state === "draft" && value.fields?.some(({ values }) => values.includes("სულ სხვა რამ"))), "it is a draft again");
    await windowGone();
    expect(office.applications.length).toBe(before);
    office.trouble = null;
    await typePin(await beginSigning(page), signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    expect(office.applications[before]?.values.get("reason")).toEqual(["სულ სხვა რამ"]);
    await windowGone();
    await page.close();
  });

  it("sending fails: the draft is kept and the page says so; then again, by keyboard, through a hidden field", async () => {
    const { office } = stage.portal;
    const before = office.applications.length;
    const page = await stage.openPortal("/services/licence/apply?markup=classic");
    await fillIn(page, false);
    office.trouble = "error";
    await typePin(await beginSigning(page), signingPin);
    await says(page, text("page_form_unsent_error"));
    office.trouble = null;
    await windowGone();
    expect(office.applications.length).toBe(before);
    await until(async () => (await attached()).some(({ value }) => value.state === "draft" && value.attachments?.some(({ signed }) => signed)), "it is a draft again, with what was signed");
    await page.goBack();
    await page.waitForSelector("form.application");
    // A form that the browser gives back as it was is ready to be signed again.
    if ((await page.$eval("[name=fullName]", (one) => (one as HTMLInputElement).value)) === "") await fillIn(page, false);
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
    await windowGone();
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
    await fillIn(page, false);
    await page.bringToFront();
    await pressButton(popup, "popup_sign");
    const prompt = await stage.prompt();
    await documentShown(prompt);
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the portal has it");
    expect(office.applications[before]?.files.map(({ name }) => name)).toEqual([expect.stringMatching(/-signed\.pdf$/)]);
    await windowGone();
    await page.close();
  });
});

describe("links of the official program's scheme", () => {
  const open = async (mode: string): Promise<Page> => {
    const page = await stage.openPortal(`/unitool?mode=${mode}`);
    await page.click("#sign");
    return page;
  };

  it("a document is fetched, shown, signed and sent back; a server that fails loses nothing; a hash comes back as CMS", async () => {
    const { unitool } = stage.portal;
    // A script's click without the person's is nothing.
    const quiet = await stage.openPortal("/unitool?mode=document");
    await quiet.evaluate(() => document.getElementById("sign")?.click());
    await quiet.close();
    expect(unitool.asked).toEqual([]);

    const page = await open("document");
    const prompt = await stage.prompt();
    await shows(prompt, "ხელშეკრულება № 7");
    await shows(prompt, text("unitool_to"));
    await documentShown(prompt);
    await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
    await look(prompt, "prompt-unitool", 480, 670, "unitool_title", false);
    unitool.failures = 1;
    await prompt.focus(".pin-field");
    await typePin(prompt, signingPin);
    await shows(prompt, text("unitool_not_taken", { STATUS: 503 }));
    await pressButton(prompt, "common_try_again");
    await until(() => unitool.results.length === 1, "the site has it");
    expect(unitool.results[0]).toMatchObject({ mode: "document", type: "application/pdf", why: null, cookie: false, signer: expect.stringContaining("ტესტაძე") as string });
    // Nobody else keeps a copy: into the vault, if the person wants.
    await shows(prompt, text("unitool_sent"));
    await look(prompt, "prompt-unitool-keep", 480, 670, "sign_doc_prompt_done", false);
    await pressButton(prompt, "sign_keep");
    await shows(prompt, text("sign_keep_stored"));
    expect(await call(vault.page, "documents", "search", {})).toMatchObject({ documents: expect.arrayContaining([expect.objectContaining({ name: "document-signed.pdf", source: "signed" })]) as unknown });
    await pressButton(prompt, "common_close");
    await windowGone();
    await page.close();

    const other = await open("hash");
    const second = await stage.prompt();
    await shows(second, text("sign_prompt_unseen"));
    await typePin(second, signingPin);
    await until(() => unitool.results.length === 2, "the site has it");
    expect(unitool.results[1]).toMatchObject({ mode: "hash", why: null, cookie: false });
    await windowGone();
    await other.close();
  });

  it("what is hostile or broken is refused, with a reason, before a PIN is asked; nothing reaches another site", async () => {
    const { unitool } = stage.portal;
    const sent = unitool.results.length;
    const used = verifies(stage);
    const expected = {
      file: text("unitool_problem_scheme", { WHAT: "file://" }),
      plain: text("unitool_problem_scheme", { WHAT: "http://www.my.gov.ge" }),
      other: text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
      "submit-other": text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
      "link-site": text("unitool_problem_site", { WHAT: "www.uckho.ge" }),
      link: text("unitool_problem_link"),
      "login-key": text("unitool_problem_field", { WHAT: "keyId" }),
      "init-large": text("unitool_problem_init_size"),
      "init-type": text("unitool_problem_init_type"),
      redirect: text("unitool_problem_redirect"),
      "document-redirect": text("unitool_problem_redirect"),
      oversized: text("unitool_problem_document_size"),
      "not-pdf": text("unitool_problem_document_type"),
    };
    const page = await stage.openPortal("/unitool?mode=file");
    for (const [mode, said] of Object.entries(expected)) {
      if (mode !== "file") await page.goto(`https://www.my.gov.ge/unitool?mode=${mode}`);
      await page.bringToFront();
      await page.click("#sign");
      const prompt = await stage.prompt();
      await shows(prompt, said);
      await shows(prompt, text("sign_form_nothing"));
      expect(await prompt.$(".pin-field"), mode).toBeNull();
      if (mode === "other") await look(prompt, "prompt-unitool-refused", 480, 670, "sign_form_trouble", false);
      await pressButton(prompt, "common_close");
      await windowGone();
    }
    await page.goto("https://www.my.gov.ge/unitool?mode=submit-redirect");
    await page.click("#sign");
    const prompt = await stage.prompt();
    await documentShown(prompt);
    await typePin(prompt, signingPin);
    await shows(prompt, text("unitool_not_sent_redirect"));
    await shows(prompt, text("sign_form_not_lost"));
    await prompt.close();
    expect(unitool.results.length).toBe(sent);
    expect(unitool.asked.filter((one) => one.includes("uckho"))).toEqual([]);
    expect(verifies(stage)).toBe(used + 1);
    await page.close();
  });

  it("a time stamp is asked for and left out by who can't give it; a card without RSA is told so; a frame is named with the page around it", async () => {
    const { unitool } = stage.portal;
    const sent = unitool.results.length;
    const used = verifies(stage);
    const page = await open("stamp");
    const prompt = await stage.prompt();
    await shows(prompt, text("unitool_stamp_title"));
    await look(prompt, "prompt-unitool-stamp", 480, 670, "unitool_stamp_title", false);
    // The person says yes; the authority's host is another matter to the browser, so nobody is asked.
    await answerBrowser(prompt, true);
    await pressButtonText(prompt, text("unitool_stamp_yes", { HOST: "tsa.cra.ge" }));
    await documentShown(prompt);
    await shows(prompt, text("sign_doc_prompt_stamp", { HOST: "tsa.cra.ge" }));
    await typePin(prompt, signingPin);
    await until(() => unitool.results.length === sent + 1, "the site has it");
    expect(unitool.results[sent]).toMatchObject({ mode: "stamp", why: null });
    await shows(prompt, text("sign_reached_bare"));
    await shows(prompt, text("sign_error_NETWORK_NOT_ALLOWED"));
    await look(prompt, "prompt-unitool-bare", 480, 670, "sign_doc_prompt_done", false);
    await pressButton(prompt, "common_close");
    await windowGone();

    stage.reader.removeCard(0);
    stage.reader.insertCard(0, await Stage.card({ profile: "georgia2ec", signingPin }));
    await page.goto("https://www.my.gov.ge/unitool?mode=hash");
    await page.click("#sign");
    const curves = await stage.prompt();
    await shows(curves, text("error_ALGORITHM_UNSUPPORTED_title"));
    expect(await curves.$(".pin-field")).toBeNull();
    await look(curves, "prompt-unitool-curves", 480, 670, "error_ALGORITHM_UNSUPPORTED_title", false);
    await curves.close();
    await windowGone();
    stage.reader.removeCard(0);
    stage.reader.insertCard(0, stage.card);

    // In a page that the extension may not serve a frame of the portal's gets nothing; in one it may, both are named.
    for (const around of ["www.uckho.ge", allowedHost]) {
      await page.goto(`https://${around}/unitool?mode=hash&framed=https://www.my.gov.ge`);
      const frame = await (await page.waitForSelector("#framed"))?.contentFrame();
      await (await frame?.waitForSelector("#sign"))?.click();
      if (around !== allowedHost) continue;
      const framed = await stage.prompt();
      await shows(framed, text("prompt_embedded", { ORIGIN: allowedHost }));
      await shows(framed, text("sign_prompt_unseen"));
      expect(promptsOpen(stage)).toBe(1);
      await look(framed, "prompt-unitool-framed", 480, 670, "unitool_title", false);
      await framed.close();
      await windowGone();
    }
    expect(verifies(stage)).toBe(used + 1);
    await page.close();
  });
});

describe("on a site that the person allowed", () => {
  it("a form is signed from the popup, a link is followed, and another address of the site is asked for by name", async () => {
    const { office, unitool } = stage.portal;
    const [before, sent] = [office.applications.length, unitool.results.length];
    const popup = await stage.browser.newPage();
    await popup.goto(`chrome-extension://${extensionId}/src/popup/popup.html`);
    await shows(popup, text("popup_sign"));
    const page = await stage.openPortal("/services/address/apply?markup=classic", `https://${allowedHost}`);
    await fillIn(page, false);
    await page.bringToFront();
    await pressButton(popup, "popup_sign");
    const prompt = await stage.prompt();
    await shows(prompt, allowedHost);
    await documentShown(prompt);
    await typePin(prompt, signingPin);
    await until(() => office.applications.length === before + 1, "the site has it");
    await windowGone();

    await page.goto(`https://${allowedHost}/unitool?mode=document`);
    await page.click("#sign");
    const link = await stage.prompt();
    await documentShown(link);
    await typePin(link, signingPin);
    await until(() => unitool.results.length === sent + 1, "the site has it");
    expect(unitool.results[sent]).toMatchObject({ mode: "document", why: null, cookie: false });
    // The vault is locked by then: the copy waits there, sealed.
    await shows(link, text("sign_keep"));
    await vault.lock();
    await pressButton(link, "sign_keep");
    await shows(link, text("sign_keep_sealed"));
    await pressButton(link, "common_close");
    await windowGone();

    await page.goto(`https://${allowedHost}/unitool?mode=other-host`);
    await page.click("#sign");
    const other = await stage.prompt();
    await shows(other, text("unitool_allow_title"));
    await look(other, "prompt-unitool-allow", 480, 670, "unitool_allow_title", false);
    await answerBrowser(other, false);
    await pressButtonText(other, text("unitool_allow", { HOSTS: "docs.kutaisi.ge" }));
    await shows(other, text("unitool_problem_permission"));
    await shows(other, text("sign_form_nothing"));
    await pressButton(other, "common_close");
    await windowGone();
    expect(unitool.asked.filter((one) => one.includes("docs.kutaisi.ge"))).toEqual([]);
    await page.close();
    await popup.close();
  });
});
