// "Sign a document" in the browser, from the file to the file, with the card; pdfsig judges what comes out.
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorities } from "../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../virtual/pdf/padesJudge.ts";
import { samplePdf } from "../virtual/pdf/samplePdf.ts";
import { look, screensFolder } from "./harness/look.ts";
import { onStage, pressButton, promptsOpen } from "./harness/login.ts";
import { shows, type Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, connect, type VaultScope } from "./harness/vault.ts";

const signingPin = "739154";
let room: PadesRoom;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  await authorities();
  room = await padesRoom();
});
afterAll(() => room.close());

/** Files dropped on the page: the browser's own dialogue can't be driven. */
async function choose(home: Page, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await home.waitForSelector(".drop-zone");
  const plain = Object.entries(files).map(([name, data]) => [name, Buffer.from(data).toString("base64")] as const);
  await home.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const [name, base64] of all) transfer.items.add(new File([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], name, { type: "application/pdf" }));
    document.querySelector(".drop-zone")?.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, plain);
}

/** The browser's save dialogue can't be driven: the person's folder is one of the browser's own file system instead. */
async function saveInto(home: Page): Promise<void> {
  await home.evaluate(() => {
    const root = navigator.storage.getDirectory();
    Object.assign(globalThis, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => await (await root).getFileHandle(suggestedName, { create: true }),
      showDirectoryPicker: async () => await root,
    });
  });
}

/** An extension has no quota to fill up: the writer fails after its first kilobyte, as the browser's does on a full disk. */
async function fillDisk(home: Page, full: boolean): Promise<void> {
  await home.evaluate((isFull) => {
    const { prototype } = FileSystemFileHandle;
    const kept = globalThis as unknown as { createWritable?: typeof prototype.createWritable };
    // oxlint-disable-next-line typescript/unbound-method -- called with its handle below
    kept.createWritable ??= prototype.createWritable;
    const real = kept.createWritable;
    prototype.createWritable = async function (this: FileSystemFileHandle) {
      const out = await real.call(this);
      if (isFull) {
        const write = out.write.bind(out);
        out.write = async (data) => {
          await write((data as Blob).slice(0, 1024));
          throw new DOMException("no space left", "QuotaExceededError");
        };
      }
      return out;
    };
  }, full);
}

async function saved(home: Page, name: string): Promise<Uint8Array> {
  const base64 = await home.evaluate(async (wanted) => {
    const file = await (await (await navigator.storage.getDirectory()).getFileHandle(wanted)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  }, name);
  return new Uint8Array(Buffer.from(base64, "base64"));
}

async function openSign(stage: Stage): Promise<Page> {
  const home = await stage.openHome("sign");
  await shows(home, text("sign_doc_title"));
  await saveInto(home);
  return home;
}

async function pageShown(page: Page): Promise<void> {
  await page.waitForSelector("canvas[data-shown]", { timeout: 45_000 });
}

const outcomes = (home: Page): Promise<number> => home.$$eval("[data-outcome=signed]", (all) => all.length);
const blockPlace = (home: Page): Promise<string> => home.$eval(".block-box", (one) => (one as HTMLElement).style.cssText);

describe("Sign a document", () => {
  it("one PDF: seen, the block placed by mouse and keyboard, a wrong PIN, the card pulled between hash and signature, a full disk, and a file that pdfsig accepts", () =>
    onStage({ card: { signingPin } }, async (stage) => {
      const home = await openSign(stage);
      const original = samplePdf({ form: "object", xref: "stream" });
      await choose(home, { "ხელშეკრულება.pdf": original });
      await pageShown(home);
      // Mouse.
      const first = await blockPlace(home);
      await home.$eval(".block-box", (one) => one.scrollIntoView({ block: "center" }));
      const box = await (await home.$(".block-box"))?.boundingBox();
      if (!box) throw new Error("no block to place");
      await home.mouse.move(box.x + 20, box.y + 10);
      await home.mouse.down();
      await home.mouse.move(box.x - 60, box.y - 80, { steps: 4 });
      await home.mouse.up();
      const second = await blockPlace(home);
      expect(second).not.toBe(first);
      // Keyboard.
      await home.focus(".block-box");
      for (const key of ["ArrowLeft", "ArrowUp", "+"] as const) await home.keyboard.press(key);
      expect(await blockPlace(home)).not.toBe(second);
      await home.type("input[type=text]", "ვეთანხმები პირობებს");
      await pressButton(home, "sign_doc_sign_one");
      const prompt = await stage.prompt();
      await shows(prompt, text("sign_doc_prompt_title"));
      await shows(prompt, "ხელშეკრულება.pdf");
      await shows(prompt, text("sign_doc_prompt_reason", { REASON: "ვეთანხმები პირობებს" }));
      await pageShown(prompt);
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      await typePin(prompt, "739155");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      expect(await outcomes(home)).toBe(0);
      stage.reader.removeCard(0);
      await shows(prompt, text("error_CARD_REMOVED_title"));
      stage.reader.insertCard(0, stage.card);
      await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
      await typePin(prompt, signingPin);
      await until(async () => (await outcomes(home)) === 1, "the signed file comes back", 60_000);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      expect(stage.card.isVerified("signing")).toBe(false);
      await home.bringToFront();
      await shows(home, text("sign_doc_state_signed"));

      // Into the vault, once it is open.
      await connect(home);
      await home.evaluate(async () => void (await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode("ოთხი უცნობი სიტყვა ერთად"))));
      await pressButtonText(home, text("sign_doc_keep", { COUNT: 1 }));
      await shows(home, text("sign_doc_state_saved"));
      expect(await call(home, "documents", "search", {})).toMatchObject({ total: 1, documents: [{ name: "ხელშეკრულება-signed.pdf", source: "signed" }] });

      // A full disk: said, and the file is still there.
      await fillDisk(home, true);
      await pressButton(home, "sign_doc_save");
      await shows(home, text("sign_doc_save_failed"));
      await fillDisk(home, false);
      await pressButton(home, "sign_doc_save");
      await until(async () => !(await home.evaluate(() => document.body.innerText)).includes(text("sign_doc_save_failed")), "the second try succeeds");
      const pdf = await saved(home, "ხელშეკრულება-signed.pdf");
      expect(Buffer.from(pdf.subarray(0, original.length)).equals(original)).toBe(true);
      const { signatures, text: said } = await room.pdfsig("signed.pdf", pdf);
      expect(signatures, said).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
      expect((await room.qpdf("signed.pdf", pdf)).code).toBe(0);
      const { stdout } = await room.run("pdftotext", "poppler-utils", "signed.pdf", "-");
      for (const word of ["ნინო ტესტაძე", text("sign_doc_block_signed"), "ვეთანხმები"]) expect(stdout).toContain(word);
    }));

  it("a batch of ten with what can't be signed among them: one prompt, each refusal with its reason, all saved into a folder", () =>
    onStage({ card: { signingPin } }, async (stage) => {
      const home = await openSign(stage);
      const good = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`document ${i + 1}.pdf`, samplePdf({ pages: 1 + (i % 3), xref: i % 2 === 0 ? "table" : "stream" })]));
      await choose(home, { ...good, "წერილი.txt": Buffer.from("გამარჯობა"), "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "broken.pdf": samplePdf().slice(0, 300) });
      await shows(home, text("sign_doc_error_encrypted"));
      await shows(home, text("sign_doc_error_broken"));
      await shows(home, text("sign_doc_sign_many", { COUNT: 10 }));
      await home.click("input[type=checkbox]");
      await pressButtonText(home, text("sign_doc_sign_many", { COUNT: 10 }));
      const prompt = await stage.prompt();
      await shows(prompt, text("sign_doc_prompt_list", { COUNT: 10 }));
      await shows(prompt, "წერილი.txt");
      // As often as the card demands: this one wants its PIN for every signature.
      for (let done = 0; done < 10; done += 1) {
        await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
        await typePin(prompt, signingPin);
        await until(async () => (await outcomes(home)) > done, `document ${done + 1} comes back`, 60_000);
        if ((await outcomes(home)) === 10) break;
      }
      await until(async () => (await outcomes(home)) === 10, "all come back", 60_000);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      await home.bringToFront();
      await pressButtonText(home, text("sign_doc_save_all", { COUNT: 10 }));
      await until(async () => (await home.evaluate(() => document.body.innerText)).split(text("sign_doc_state_saved")).length === 11, "all are saved");
      for (const [name, original] of Object.entries(good)) {
        const pdf = await saved(home, name.replace(".pdf", "-signed.pdf"));
        expect(Buffer.from(pdf.subarray(0, original.length)).equals(original)).toBe(true);
        expect((await room.pdfsig("one.pdf", pdf)).signatures).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
      }
      // Anything but a PDF is in a container with its signature.
      await writeFile(join(room.dir, "letter.asice"), await saved(home, "წერილი.txt.asice"));
      const { stdout } = await room.run("unzip", "unzip", "-p", "letter.asice", "წერილი.txt");
      expect(stdout).toBe("გამარჯობა");
    }));

  it("its screens, in both languages", { timeout: 90_000 }, () =>
    onStage({ card: { signingPin } }, async (stage) => {
      const home = await openSign(stage);
      await choose(home, { "ხელშეკრულება.pdf": samplePdf({ form: "inPlace" }), "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "წერილი.txt": Buffer.from("გამარჯობა, \u202eეს წერილია") });
      await pageShown(home);
      await shows(home, text("sign_doc_error_encrypted"));
      await look(home, "home-sign", 1100, 900, "sign_doc_title", false);
      await pressButtonText(home, text("sign_doc_sign_many", { COUNT: 2 }));
      const prompt = await stage.prompt();
      await pageShown(prompt);
      await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
      await look(prompt, "prompt-documents", 480, 670, "sign_doc_prompt_title", false);
      await prompt.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("წერილი"))?.click());
      await shows(prompt, "[U+202E]");
    }));
});

async function pressButtonText(page: Page, wanted: string): Promise<void> {
  await page.waitForFunction((label) => [...document.querySelectorAll("button")].some((one) => one.textContent?.trim() === label && !one.disabled), { timeout: 45_000, polling: 50 }, wanted);
  await page.evaluate((label) => [...document.querySelectorAll("button")].find((one) => one.textContent?.trim() === label)?.click(), wanted);
}
