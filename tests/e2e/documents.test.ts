// "Sign a document" in the browser, from the file to the file, with the card; pdfsig judges what comes out.
import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authorities } from "../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../virtual/pdf/padesJudge.ts";
import { samplePdf } from "../virtual/pdf/samplePdf.ts";
import { samplePng } from "../virtual/pdf/samplePng.ts";
import { trustHosts } from "../virtual/portal/trustHosts.ts";
import { answerBrowser } from "./harness/allowedSite.ts";
import { blockPlace, choose, fillDisk, openDetails, openSign, outcomes, pageShown, pickFormat, removeAll, saved, signingPin, signTogether, startSigning, verify } from "./harness/documents.ts";
import { inVault, vaultPassphrase } from "./harness/inVault.ts";
import { look, screensFolder } from "./harness/look.ts";
import { onStage, pressButton, pressButtonText, promptsOpen } from "./harness/login.ts";
import { shows, Stage, typePin } from "./harness/stage.ts";
import { text } from "./harness/texts.ts";
import { until } from "./harness/until.ts";
import { call, connect, type VaultScope } from "./harness/vault.ts";

const letter = Buffer.from("გამარჯობა, \u202eეს წერილია");
let room: PadesRoom;
beforeAll(async () => {
  mkdirSync(screensFolder, { recursive: true });
  await authorities();
  room = await padesRoom();
});
afterAll(() => room.close());

describe("Sign a document", () => {
  it("one PDF: seen, the block placed by mouse and keyboard, a wrong PIN, the card pulled between hash and signature, a full disk, a file that pdfsig accepts; and in the vault", { timeout: 240_000 }, () =>
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
      await typePin(prompt, "739155", "whole");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      expect(await outcomes(home)).toBe(0);
      stage.reader.removeCard(0);
      await shows(prompt, text("error_CARD_REMOVED_title"));
      stage.reader.insertCard(0, stage.card);
      await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
      await typePin(prompt, signingPin, "whole");
      await until(async () => (await outcomes(home)) === 1, "the signed file comes back", 60_000);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      expect(stage.card.isVerified("signing")).toBe(false);
      await home.bringToFront();
      await shows(home, text("sign_doc_state_signed"));

      // Into the vault, once it is open.
      await connect(home);
      await home.evaluate(async (secret) => void (await (globalThis as unknown as VaultScope).vault("lock", "create", new TextEncoder().encode(secret))), vaultPassphrase);
      await pressButtonText(home, text("sign_doc_keep", { COUNT: 1 }));
      await shows(home, text("sign_doc_state_saved"));
      expect(await call(home, "documents", "search", {})).toMatchObject({ total: 1, documents: [{ name: `ხელშეკრულება-${text("sign_doc_suffix")}.pdf`, source: "signed" }] });

      // A full disk: said, and the file is still there.
      await fillDisk(home, true);
      await pressButton(home, "sign_doc_save");
      await shows(home, text("sign_doc_save_failed"));
      await fillDisk(home, false);
      await pressButton(home, "sign_doc_save");
      await until(async () => !(await home.evaluate(() => document.body.innerText)).includes(text("sign_doc_save_failed")), "the second try succeeds");
      const pdf = await saved(home, `ხელშეკრულება-${text("sign_doc_suffix")}.pdf`);
      expect(Buffer.from(pdf.subarray(0, original.length)).equals(original)).toBe(true);
      const { signatures, text: said } = await room.pdfsig("signed.pdf", pdf);
      expect(signatures, said).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
      expect((await room.qpdf("signed.pdf", pdf)).code).toBe(0);
      const { stdout } = await room.run("pdftotext", "poppler-utils", "signed.pdf", "-");
      for (const word of ["ნინო ტესტაძე", text("sign_doc_block_signed"), "ვეთანხმები"]) expect(stdout).toContain(word);
      await inVault(stage, home);
    }));

  it("a batch of ten with what can't be signed among them: one prompt, each refusal with its reason, all saved into a folder", () =>
    onStage({ card: { signingPin } }, async (stage) => {
      const home = await openSign(stage);
      const good = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`document ${i + 1}.pdf`, samplePdf({ pages: 1 + (i % 3), xref: i % 2 === 0 ? "table" : "stream" })]));
      await choose(home, { ...good, "წერილი.txt": Buffer.from("გამარჯობა"), "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "broken.pdf": Buffer.from("%PDF-1.7\nstartxref\n9\n%%EOF"), "half.pdf": samplePdf().slice(0, 300), "nothing.txt": Buffer.alloc(0) });
      await shows(home, text("sign_error_PDF_ENCRYPTED"));
      await shows(home, text("sign_error_PDF_BROKEN"));
      await shows(home, text("sign_error_FILE_INCOMPLETE"));
      await shows(home, text("sign_error_FILE_EMPTY"));
      await shows(home, text("sign_doc_sign_many", { COUNT: 10 }));
      await home.click(".block-wanted");
      await pressButtonText(home, text("sign_doc_sign_many", { COUNT: 10 }));
      const prompt = await stage.prompt();
      await shows(prompt, text("sign_doc_prompt_list", { COUNT: 10 }));
      await shows(prompt, "წერილი.txt");
      // As often as the card demands: this one wants its PIN for every signature.
      for (let done = 0; done < 10; done += 1) {
        await prompt.waitForSelector(".pin-field", { timeout: 45_000 });
        // A field that is empty again must not look as if the PIN had been wrong.
        if (done === 1) await shows(prompt, text("prompt_signed_so_far", { DONE: 1, TOTAL: 10 }));
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
        const pdf = await saved(home, name.replace(".pdf", `-${text("sign_doc_suffix")}.pdf`));
        expect(Buffer.from(pdf.subarray(0, original.length)).equals(original)).toBe(true);
        expect((await room.pdfsig("one.pdf", pdf)).signatures).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
      }
      // Anything but a PDF is in a container with its signature.
      await writeFile(join(room.dir, "letter.asice"), await saved(home, "წერილი.txt.asice"));
      const { stdout } = await room.run("unzip", "unzip", "-p", "letter.asice", "წერილი.txt");
      expect(stdout).toBe("გამარჯობა");
    }));

  it("its screens, in both languages; the author's field, time stamps and proofs of validity, and what becomes of a signature without them; one container, a signature beside", () =>
    onStage({ card: { signingPin, ocspUrl: trustHosts.ocsp } }, async (stage) => {
      const { trust } = stage.portal;
      const home = await openSign(stage);
      const form = samplePdf({ form: "object", annots: "object", emptySignature: true });
      await choose(home, { "ხელშეკრულება.pdf": form, "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "წერილი.txt": letter });
      await pageShown(home);
      await shows(home, text("sign_error_PDF_ENCRYPTED"));
      await shows(home, text("sign_field_hint"));
      // A time-stamp authority of the person's choice, and proofs. The host is one that needs no further permission.
      await openDetails(home, text("sign_stamp_other"));
      await home.type(".stamp-address", "tsa.my.gov.ge");
      await pressButton(home, "sign_stamp_use");
      await shows(home, text("sign_stamp_bad"));
      await home.$eval(".stamp-address", (one) => (one as HTMLInputElement).select());
      await home.type(".stamp-address", trustHosts.tsa);
      await pressButton(home, "sign_stamp_use");
      await home.waitForSelector(".proofs-wanted");
      await home.click(".proofs-wanted");
      await look(home, "home-sign", 1100, 900, "sign_doc_title", false);
      const { prompt: first } = await startSigning(stage, home, text("sign_doc_sign_many", { COUNT: 2 }));
      await pageShown(first);
      await first.waitForSelector(".pin-field", { timeout: 45_000 });
      // Title, list and document are in sight although the PIN field has the focus.
      expect(await first.evaluate(() => [scrollY, document.activeElement?.className])).toEqual([0, "pin-field"]);
      await shows(first, text("sign_doc_prompt_stamp", { HOST: "tsa.my.gov.ge" }));
      for (const words of ["sign_doc_prompt_meaning", "sign_prompt_pin_hint", "prompt_holder", "prompt_valid_until"] as const) await shows(first, text(words));
      await shows(first, text("prompt_tries_left", { COUNT: 3 }));
      await look(first, "prompt-documents", 940, 670, "sign_doc_prompt_title", false);
      await first.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("წერილი"))?.click());
      await shows(first, "[U+202E]");
      // Nobody answers: whole signatures without what was to be added, and it is said.
      trust.faults.add("down");
      await first.focus(".pin-field");
      await typePin(first, signingPin);
      await until(async () => (await outcomes(home)) === 1, "the first comes back", 60_000);
      // One that keeps everybody waiting: the person need not, and the signature is not lost by Cancel either.
      trust.faults.clear();
      trust.faults.add("silent");
      await typePin(first, signingPin);
      await shows(first, text("sign_doc_asking_stamping"));
      await pressButton(first, "common_cancel");
      await until(async () => (await outcomes(home)) === 2, "both come back", 60_000);
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      await home.bringToFront();
      await shows(home, text("sign_reached_bare"));
      await shows(home, text("sign_error_NETWORK_FAILED"));
      await shows(home, text("sign_error_CANCELLED"));
      await pressButtonText(home, text("sign_doc_save_all", { COUNT: 2 }));
      await until(async () => (await home.$$eval(".document-line", (all, words) => all.filter((one) => one.textContent?.includes(words)).length, text("sign_doc_state_saved"))) === 2, "both are saved");
      const pdf = await saved(home, `ხელშეკრულება-${text("sign_doc_suffix")}.pdf`);
      const { signatures } = await room.pdfsig("field.pdf", pdf);
      // Whom it trusts it can't say: the certificate names an OCSP address that is there for the browser only.
      expect(signatures).toMatchObject([{ valid: true, total: true, type: "ETSI.CAdES.detached" }]);
      expect(Buffer.from(pdf).toString("latin1").split("/FT /Sig").length, "the author's field and the same one filled in").toBe(3);

      // The issuer says that the certificate has been revoked; the encrypted PDF goes into the container as it is.
      await removeAll(home);
      trust.faults.clear();
      trust.faults.add("ocsp says revoked");
      await choose(home, { "secret.pdf": samplePdf({ trailer: "/Encrypt 3 0 R" }), "წერილი.txt": letter });
      await pickFormat(home, "container");
      await signTogether(stage, home, text("sign_doc_sign_many", { COUNT: 2 }), 2);
      await shows(home, text("sign_error_CERTIFICATE_REVOKED"));
      await shows(home, text("sign_doc_state_enclosed"));
      await pressButton(home, "sign_doc_save");
      await shows(home, text("sign_doc_state_saved"));
      const container = await verify("x.asice", await saved(home, "secret.pdf +1.asice"), null);
      expect(container.signatures).toMatchObject([{ verdict: "invalid", revocation: "revoked" }]);
      expect(container.files.map(({ name, state }) => [name, state])).toEqual([["secret.pdf", "signed"], ["წერილი.txt", "signed"]]);

      // All answer: a signature of its own beside the file, with everything in it that it takes to check it offline.
      await removeAll(home);
      trust.faults.clear();
      await choose(home, { "წერილი.txt": letter });
      await pickFormat(home, "detached");
      await signTogether(stage, home, text("sign_doc_sign_one"), 1);
      await shows(home, text("sign_doc_proven"));
      await pressButton(home, "sign_doc_save");
      await shows(home, text("sign_doc_state_saved"));
      const beside = await saved(home, "წერილი.txt.p7s");
      expect(await verify("x.p7s", beside, letter)).toMatchObject({ verdict: "valid", signatures: [{ level: "B-LT", revocation: "good", timestamp: { trusted: true } }] });
      // No more than digests and numbers went out.
      expect(Math.max(...trust.requests.map(({ body }) => body?.length ?? 0))).toBeLessThan(400);

      // A card whose issuer has an address that was not allowed: asked for in the prompt, where a picture and a hash are seen.
      stage.reader.removeCard(0);
      stage.reader.insertCard(0, await Stage.card({ signingPin, ocspUrl: "http://ocsp.example.com/ocsp" }));
      await removeAll(home);
      await choose(home, { "ფოტო.png": samplePng(), "ჩანაწერი.bin": new Uint8Array(2000).fill(0xee) });
      const { prompt: asked } = await startSigning(stage, home, text("sign_doc_sign_many", { COUNT: 2 }));
      await shows(asked, text("sign_proofs_ask", { HOSTS: "ocsp.example.com" }));
      await asked.waitForSelector("canvas.document-image");
      await look(asked, "prompt-documents-image", 940, 670, "sign_proofs_allow", false);
      await asked.evaluate(() => [...document.querySelectorAll("button")].find((one) => one.textContent?.includes("ჩანაწერი"))?.click());
      await shows(asked, text("sign_doc_no_preview"));
      await shows(asked, createHash("sha256").update(new Uint8Array(2000).fill(0xee)).digest("hex").slice(0, 8).toUpperCase());
      await answerBrowser(asked, false);
      await pressButton(asked, "sign_proofs_allow");
      await shows(asked, text("sign_proofs_refused"));
      await look(asked, "prompt-documents-hash", 940, 670, "sign_proofs_refused", false);
      await asked.close();
    }));
});
