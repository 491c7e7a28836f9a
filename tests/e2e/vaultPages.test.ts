// What a person sees of the vault, from the first day on.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect, it } from "vitest";
import { dayOf } from "../../src/consent/calendar/day.ts";
import { look } from "./harness/look.ts";
import { pressButton } from "./harness/login.ts";
import { conflictInWords, writeRequest } from "./harness/conflictActs.ts";
import { enterOn, keyboardIsSomewhere } from "./harness/keys.ts";
import { restoreCut } from "./harness/restoreActs.ts";
import { retypeCode, typeSecret } from "./harness/secretField.ts";
import { type Carried, putFolder, takeFolder } from "./harness/sharedFolder.ts";
import { keepSheet, noteWhetherAsked, passOverSheet } from "./harness/sheetActs.ts";
import { shows } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, connect, homeUrl, startBrowser, type VaultScope, vaultPage } from "./harness/vault.ts";

const passphrase = "ლურჯი მთა და სამი წყარო";

/** One page with one line on it. */
function tinyPdf(line: string): string {
  const stream = `BT /F1 24 Tf 20 100 Td (${line}) Tj ET`;
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>", `<</Length ${stream.length}>>stream\n${stream}\nendstream`, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"];
  let out = "%PDF-1.4\n";
  const offsets = objects.map((content, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj${content}endobj\n`;
    return offset;
  });
  const xref = out.length;
  return `${out}xref\n0 6\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`;
}

/** The code that a page shows, if it does. */
const shownCode = (page: Page): Promise<string> => page.$$eval(".sheet-code li", (items) => items.map((item) => item.textContent ?? "").join("-"));

/** @returns the new code. @param before the code that is shown, if one is */
async function changeCode(page: Page, before = ""): Promise<string> {
  await pressButton(page, "vault_folder_renew");
  await shows(page, text("vault_folder_renew_ask"));
  await look(page, "vault-folder-renew", 1100, 1400, "vault_folder_computers", false);
  await pressButton(page, "vault_folder_renew_yes");
  await until(async () => !["", before].includes(await shownCode(page)), "the new code is shown", 90_000);
  return shownCode(page);
}

/**
 * Another browser with a vault of its own takes part with the code, and has the documents; at last it changes the code.
 * @returns the new one, and the folder
 */
async function onSecondComputer(code: string, files: Carried): Promise<{ readonly code: string; readonly files: Carried }> {
  expect(Object.keys(files).length).toBeGreaterThan(4);
  const started = await startBrowser();
  try {
    const page = await vaultPage(started.browser, `${homeUrl}#documents`);
    await page.evaluate(async (secret) => (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode(secret)), passphrase);
    await putFolder(page, files);
    await page.evaluate(() => Object.assign(globalThis, { showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle("shared") }));
    await page.bringToFront();
    await shows(page, text("vault_empty"));
    await pressButton(page, "vault_settings");
    await shows(page, text("vault_folder_choose"));
    await enterOn(page, "vault_folder_choose");
    await shows(page, text("vault_folder_used"));
    await typeSecret(page, `${code.slice(0, -1)}${code.endsWith("0") ? "1" : "0"}`);
    await enterOn(page, "vault_folder_begin");
    await shows(page, text("vault_folder_code_wrong"));
    await retypeCode(page, code);
    await pressButton(page, "vault_folder_begin");
    await shows(page, text("vault_folder_computers"), 90_000);
    await keyboardIsSomewhere(page, "vault_folder_begin");
    await pressButton(page, "vault_documents");
    await shows(page, text("vault_count", { COUNT: 3 }), 60_000);
    await until(async () => ((await call(page, "documents", "search", { text: "დასკვნა" })) as { total: number }).total === 1, "the text is indexed here, too", 60_000);
    expect(await call(page, "documents", "search", { text: "დასკვნა" })).toMatchObject({ total: 1, documents: [{ category: "health" }] });
    // What is done here is brought there without being asked.
    await call(page, "records", "put", "drafts", "from-home", { text: "სახლიდან" });
    await writeRequest(page, "there");
    await until(async () => Object.keys(await takeFolder(page)).length > Object.keys(files).length + 2, "the change lies in the folder", 120_000);
    await pressButton(page, "vault_settings");
    await shows(page, text("vault_folder_computers"));
    const changed = await changeCode(page);
    return { code: changed, files: await takeFolder(page) };
  } finally {
    await started.close();
  }
}

it("set up, sheet, documents, search, versions, bin, lock, backup, a second computer", { timeout: 400_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "mq-files-"));
  mkdirSync(new URL("../../node_modules/.cache/screens/", import.meta.url), { recursive: true });
  const started = await startBrowser();
  const { browser } = started;
  const said: string[] = [];
  try {
    const page = await browser.newPage();
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    // The test can't press the system's own dialog: a file of the origin's private folder stands in for the chosen one.
    await page.evaluateOnNewDocument(() => {
      const save = async ({ suggestedName }: { suggestedName: string }): Promise<FileSystemFileHandle> => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      const shared = async (): Promise<FileSystemDirectoryHandle> => (await navigator.storage.getDirectory()).getDirectoryHandle("shared", { create: true });
      Object.assign(globalThis, { showSaveFilePicker: save, showDirectoryPicker: shared, print: () => void Object.assign(globalThis, { printed: true }) });
    });
    await page.goto(`${homeUrl}#documents/data`);
    await page.bringToFront();
    await shows(page, text("vault_setup_title"));
    await look(page, "vault-setup", 1100, 900, "vault_setup_title", false);

    // Too short, then two that differ, then right.
    await typeSecret(page, "მოკლე", 0);
    await pressButton(page, "vault_setup_create");
    await shows(page, text("vault_passphrase_short", { COUNT: 12 }));
    // Said of what was typed, and not of the words that are proposed.
    await pressButton(page, "vault_propose");
    await page.waitForFunction((words: string) => document.querySelector(".vault-proposal") !== null && !document.body.innerText.includes(words), { polling: 50 }, text("vault_passphrase_short", { COUNT: 12 }));
    for (let at = 0; at < 5; at += 1) await page.keyboard.press("Backspace");
    await typeSecret(page, passphrase, 0);
    await shows(page, text("vault_strength_good", { COUNT: passphrase.length }));
    await typeSecret(page, "სხვა", 1);
    await pressButton(page, "vault_setup_create");
    await shows(page, text("vault_passphrase_differ"));
    for (let at = 0; at < 4; at += 1) await page.keyboard.press("Backspace");
    await typeSecret(page, passphrase, 1);
    expect(await page.$$eval(".secret-field", (fields) => fields.map((field) => (field as HTMLInputElement).value))).toEqual(["•".repeat(passphrase.length), "•".repeat(passphrase.length)]);
    await noteWhetherAsked(page);
    await pressButton(page, "vault_setup_create");

    await shows(page, text("vault_sheet_title"));
    await look(page, "vault-sheet", 1100, 900, "vault_sheet_title", false);
    await passOverSheet(page);
    await keepSheet(page);

    await shows(page, text("vault_empty"));
    await look(page, "vault-empty", 1100, 900, "vault_documents", false);
    // Latin names: this machine may lack a locale in which Chromium reads others.
    writeFileSync(join(folder, "cnoba.txt"), "ექიმის დასკვნა: პაციენტი ჯანმრთელია.");
    writeFileSync(join(folder, "kvitari.txt"), "გადახდილია 120 ლარი");
    writeFileSync(join(folder, "copy.txt"), "გადახდილია 120 ლარი");
    const input = await page.waitForSelector(`input[type=file][aria-label="${text("vault_choose_files")}"]`);
    await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...["cnoba.txt", "kvitari.txt", "copy.txt"].map((name) => join(folder, name)));
    await shows(page, text("vault_uploads_done", { DONE: 3, TOTAL: 3 }));
    await shows(page, text("vault_duplicate", { NAME: "copy.txt" }));
    await look(page, "vault-list", 1100, 900, "vault_documents", false);
    await enterOn(page, "vault_duplicate_drop");
    await shows(page, text("vault_count", { COUNT: 2 }));
    await keyboardIsSomewhere(page, "vault_duplicate_drop");
    // The same file once more, as after a batch that was cut off: not stored again.
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, "cnoba.txt"));
    await shows(page, text("vault_uploads_already", { COUNT: 1 }));
    await shows(page, text("vault_count", { COUNT: 2 }));

    // By a word inside, with a typo in it.
    await page.type("input[type=search]", "დასკვმა");
    await shows(page, text("vault_count", { COUNT: 1 }));
    await page.evaluate(() => [...document.querySelectorAll<HTMLButtonElement>(".vault-name")][0]?.click());
    await shows(page, "პაციენტი ჯანმრთელია");
    await look(page, "vault-document", 1100, 1400, "vault_facts", false);
    await page.select("form.card select", "health");
    // A date as it is written in Georgia, whatever the browser speaks; what is none is said, and nothing is saved.
    await page.type("form.card input[inputmode=decimal]", "31.02.2030");
    await pressButton(page, "vault_facts_save");
    await shows(page, text("data_wrong_date"));
    await page.click("form.card input[inputmode=decimal]", { count: 3 });
    await page.keyboard.type("28.02.2030");
    await pressButton(page, "vault_facts_save");
    await shows(page, text("vault_facts_saved"));
    await connect(page);
    const dated = await call(page, "documents", "search", { category: "health" });
    expect(dated).toMatchObject({ documents: [{ keepUntil: dayOf(2030, 2, 28) }] });
    writeFileSync(join(folder, "axali.txt"), "ახალი დასკვნა");
    const replace = await page.waitForSelector(`input[type=file][aria-label="${text("vault_replace")}"]`);
    await (replace as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, "axali.txt"));
    await shows(page, text("vault_versions"));
    await pressButton(page, "vault_download");
    await shows(page, text("vault_saved"));
    await enterOn(page, "vault_back");
    await keyboardIsSomewhere(page, "vault_back");

    // A PDF: its text is read in the page, and found.
    writeFileSync(join(folder, "report.pdf"), tinyPdf("Annual zebra report"));
    const more = await page.waitForSelector(`input[type=file][aria-label="${text("vault_choose_files")}"]`);
    await page.$eval("input[type=search]", (field) => {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await (more as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, "report.pdf"));
    await shows(page, text("vault_count", { COUNT: 3 }));
    await page.type("input[type=search]", "zebr");
    await page.waitForFunction(() => [...document.querySelectorAll(".vault-name")].map((one) => one.textContent).join() === "report.pdf", { polling: 50 });
    await page.click(".vault-name");
    await page.waitForSelector(".printed canvas");
    await pressButton(page, "vault_back");

    // The settings, and a backup that is read back.
    await pressButton(page, "vault_settings");
    await shows(page, text("vault_ways"));
    await look(page, "vault-settings", 1100, 1400, "vault_ways", false);
    await pressButton(page, "vault_backup_make");
    await shows(page, text("vault_backup_done", { COUNT: 4 }), 60_000);

    // A passkey is one more way in.
    const authenticator = await page.createCDPSession();
    await authenticator.send("WebAuthn.enable");
    const options = { protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
    const { authenticatorId } = await authenticator.send("WebAuthn.addVirtualAuthenticator", { options });
    await enterOn(page, "vault_passkey_add");
    await shows(page, text("vault_ways_changed"), 60_000);
    await shows(page, text("vault_way_passkey"));
    // The new entry has the keyboard, and not the button that removes it.
    await until(() => page.evaluate((words) => document.activeElement?.tagName === "LI" && (document.activeElement.textContent ?? "").startsWith(words), text("vault_way_passkey")), "the keyboard is at the passkey that was made");
    await pressButton(page, "vault_lock");
    await shows(page, text("vault_locked_title"));
    await page.waitForSelector(".secret-field");
    await pressButton(page, "vault_unlock_passkey");
    await shows(page, text("vault_count", { COUNT: 3 }), 60_000);

    // And another one; the first is not at hand: the browser is asked for any of them.
    await authenticator.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    await authenticator.send("WebAuthn.addVirtualAuthenticator", { options });
    await pressButton(page, "vault_settings");
    await shows(page, text("vault_ways"));
    await enterOn(page, "vault_passkey_add");
    await shows(page, text("vault_ways_changed"), 60_000);
    await pressButton(page, "vault_lock");
    await shows(page, text("vault_locked_title"));
    await page.waitForSelector(".secret-field");
    await pressButton(page, "vault_unlock_passkey");
    await shows(page, text("vault_count", { COUNT: 3 }), 60_000);

    // Locked: the page says so at once, and so does every other.
    await pressButton(page, "vault_lock");
    await shows(page, text("vault_locked_title"));
    await look(page, "vault-locked", 1100, 700, "vault_locked_title", false);
    await typeSecret(page, "არასწორი ფრაზა სრულიად");
    await page.keyboard.press("Enter");
    await shows(page, text("vault_error_SECRET_WRONG"), 60_000);
    await typeSecret(page, passphrase);
    await page.keyboard.press("Enter");
    await shows(page, text("vault_count", { COUNT: 3 }), 60_000);
    await connect(page);
    expect(await call(page, "documents", "search", { text: "დასკვნა" })).toMatchObject({ total: 1 });

    // A second computer, over a folder: what a sync service would carry, this test does.
    await pressButton(page, "vault_settings");
    await shows(page, text("vault_folder_choose"));
    await pressButton(page, "vault_folder_choose");
    await shows(page, text("vault_folder_first"));
    await keyboardIsSomewhere(page, "vault_folder_choose");
    await pressButton(page, "vault_folder_begin");
    await shows(page, text("vault_folder_computers"), 90_000);
    await pressButton(page, "vault_folder_rename");
    await page.waitForSelector("input[maxlength='60']");
    await page.$eval("input[maxlength='60']", (one) => {
      one.value = "ბებიას კომპიუტერი";
      one.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await look(page, "vault-computer-name", 1100, 1400, "vault_folder_label", false);
    await pressButton(page, "data_save");
    await shows(page, "ბებიას კომპიუტერი");
    await pressButton(page, "vault_folder_code_show");
    await shows(page, text("vault_folder_code_about"));
    await look(page, "vault-folder", 1100, 1400, "vault_folder_computers", false);
    await writeRequest(page, "nothing");
    const renewed = await changeCode(page, await shownCode(page));
    const carried = await takeFolder(page);
    await writeRequest(page, "here");
    const second = await onSecondComputer(renewed, carried);
    // There the code was changed: here it is said, asked for, and with the new one all goes on.
    await putFolder(page, second.files);
    await pressButton(page, "vault_folder_now");
    await shows(page, text("vault_folder_moved"), 90_000);
    await look(page, "vault-folder-moved", 1100, 1400, "vault_folder_moved", false);
    await typeSecret(page, `${second.code.slice(0, -1)}${second.code.endsWith("0") ? "1" : "0"}`);
    await pressButton(page, "vault_folder_rejoin");
    await shows(page, text("vault_folder_code_wrong"));
    await retypeCode(page, second.code);
    await pressButton(page, "vault_folder_rejoin");
    await until(async () => !(await page.evaluate(() => document.body.innerText)).includes(text("vault_folder_moved")), "the new code is known here, too", 90_000);
    await until(async () => ((await call(page, "records", "get", "drafts", "from-home")) as { value: unknown } | null) !== null, "what was done there came", 90_000);
    await conflictInWords(page);
    await restoreCut(page, folder, passphrase);
    expect(said).toEqual([]);
  } catch (error) {
    // What the person would have seen.
    const page = (await browser.pages()).find((one) => one.url().endsWith("#documents"));
    console.log(await page?.evaluate(() => document.body.innerText).catch(() => ""), said);
    throw error;
  } finally {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
