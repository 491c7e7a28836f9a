// pdfsig, qpdf and openssl judge the PDF signatures we make; what pdfsig signs, ours verifies.
import { createPrivateKey, type JsonWebKey as NodeJsonWebKey } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formToPdf } from "../../../src/signing/formPdf/formPdf.ts";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { authorities, jwkOf } from "../../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../../virtual/pdf/padesJudge.ts";
import { samplePdf, samples } from "../../virtual/pdf/samplePdf.ts";
import { sampleForm } from "../../virtual/pdf/sampleForm.ts";
import { block, bytesOf, font, fontName, signed } from "../../virtual/pdf/signSample.ts";
import { pem } from "../../virtual/signing/judge.ts";
import { allSigners, keySigner } from "../../virtual/signing/keySigner.ts";

let room: PadesRoom;
beforeAll(async () => {
  room = await padesRoom();
});
afterAll(() => room.close());

const context = async () => ({ anchors: anchors([(await authorities()).root]), now: Date.now() });

describe.each(allSigners)("$key, $algorithm", ({ key, algorithm }) => {
  it("holds for pdfsig, openssl and ours", async () => {
    const signer = await keySigner({ key, algorithm });
    const pdf = await bytesOf((await signed(samplePdf(), { signer })).file);
    const { signatures, text } = await room.pdfsig("one.pdf", pdf);
    expect(signatures, text).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
    expect((await room.cadesOfEach("one.pdf", pdf, 1))[0]).toContain("CAdES Verification successful");
    expect(await verifyPdf(new Blob([pdf]), "one.pdf", await context())).toMatchObject({ verdict: "valid", format: "pades", signatures: [{ verdict: "valid", level: "B-B" }] });
  });
});

describe.each(samples)("a PDF with %s", (_, options) => {
  it("signed three times, seen and unseen: every signature holds, the structure is clean, no byte before is touched", async () => {
    const signers = await Promise.all([keySigner(), keySigner({ key: "signRsa3072", algorithm: "RS512" }), keySigner({ key: "signP384", algorithm: "ES384" })]);
    let pdf = samplePdf(options);
    const clean = (await room.qpdf("before.pdf", pdf)).code;
    for (const [i, signer] of signers.entries()) {
      const appearance = i === 1 ? null : block(undefined, [50 + 100 * i, 50, 200 + 100 * i, 120], i === 2 ? 1 : 0);
      const next = await bytesOf((await signed(pdf, { signer, appearance })).file);
      expect(Buffer.from(next.subarray(0, pdf.length)).equals(pdf)).toBe(true);
      pdf = next;
    }
    const { signatures, text } = await room.pdfsig("three.pdf", pdf);
    expect(signatures.filter(({ type }) => type !== "").map(({ valid, trusted, total }) => [valid, trusted, total]), text).toEqual([[true, true, false], [true, true, false], [true, true, true]]);
    const checked = await room.qpdf("three.pdf", pdf);
    expect(checked.code, checked.text).toBe(clean);
    expect((await room.cadesOfEach("three.pdf", pdf, 3)).map((one) => one.includes("CAdES Verification successful"))).toEqual([true, true, true]);
    const report = await verifyPdf(new Blob([pdf]), "three.pdf", await context());
    expect(report?.signatures.map(({ verdict, reasons }) => [verdict, reasons.some(({ code }) => code === "LATER_ADDITIONS")])).toEqual([["valid", true], ["valid", true], ["valid", false]]);
    expect(report?.verdict).toBe("valid");
  });
});

describe.each(["table", "stream"] as const)("an author's empty field, references in a %s", (xref) => {
  // Poppler shows nothing of a hybrid file.
  it("filled in on top of another signature: both hold, the structure is clean, the field is where it was", async () => {
    const empty = samplePdf({ form: "object", annots: "object", emptySignature: true, xref });
    const first = (await signed(empty, { signer: await keySigner({ key: "signRsa3072", algorithm: "RS256" }) })).file;
    const look = { lines: ["ნინო ტესტაძე", "24.11.2026"], font, fontName };
    const pdf = await bytesOf((await signed(first, { signer: await keySigner(), appearance: null, field: { name: "Theirs", look } })).file);
    const { signatures, text } = await room.pdfsig("field.pdf", pdf);
    // In the order of the form: the author's field, whose signature is the later one, stands first.
    expect(signatures.map(({ valid, trusted, total }) => [valid, trusted, total]), text).toEqual([[true, true, true], [true, true, false]]);
    const checked = await room.qpdf("field.pdf", pdf);
    expect(checked.code, checked.text).toBe((await room.qpdf("before.pdf", empty)).code);
    await room.write("field.pdf", pdf);
    expect((await room.run("pdftotext", "poppler-utils", "-f", "1", "-l", "1", "-x", "50", "-y", "182", "-W", "200", "-H", "60", "field.pdf", "-")).stdout).toContain("ტესტაძე");
    expect(await verifyPdf(new Blob([pdf]), "field.pdf", await context())).toMatchObject({ verdict: "valid", signatures: [{ verdict: "valid" }, { verdict: "valid" }] });
  });
});

describe("a form as a PDF", () => {
  it("is clean, says what was filled in, in reading order, and is signed like any other", async () => {
    const pdf = await formToPdf(sampleForm, font, fontName);
    expect((await room.qpdf("form.pdf", pdf)).code).toBe(0);
    const { stdout } = await room.run("pdftotext", "poppler-utils", "-layout", "form.pdf", "-");
    const flat = stdout.replaceAll(/\s+/g, " ");
    let at = 0;
    for (const text of [sampleForm.title, ...sampleForm.items.flatMap((item) => (item.kind === "field" ? [item.label, item.value || sampleForm.words.empty] : [item.text])), ...sampleForm.attachments.map(({ name }) => name)]) {
      const found = flat.indexOf(text.replaceAll(/\s+/g, " "), at);
      expect(found, text).toBeGreaterThanOrEqual(at);
      at = found;
    }
    const { stdout: fonts } = await room.run("pdffonts", "poppler-utils", "form.pdf");
    const [row = "", ...more] = fonts.trim().split("\n").slice(2);
    expect(row).toMatch(/NotoSansGeorgian-Moqalaqe +CID TrueType +Identity-H +yes yes yes/);
    expect(more).toEqual([]);
    const { stdout: tags } = await room.run("pdfinfo", "poppler-utils", "-struct-text", "form.pdf");
    expect(tags.replaceAll(/\s+/g, " ")).toContain("Document H1");
    const signedForm = await bytesOf((await signed(pdf, { signer: await keySigner() })).file);
    expect((await room.pdfsig("form.pdf", signedForm)).signatures).toMatchObject([{ valid: true, trusted: true, total: true }]);
  });
});

describe("what others sign", () => {
  it("pdfsig -sign with ETSI verifies with ours, also on top of ours", async () => {
    const { certificateDer, chainDer } = await keySigner();
    await room.write("signer.pem", pem(certificateDer) + chainDer.map((one) => pem(one)).join(""));
    await room.write("key.pem", createPrivateKey({ key: jwkOf("signRsa2048") as NodeJsonWebKey, format: "jwk" }).export({ type: "pkcs8", format: "pem" }).toString());
    await room.openssl("pkcs12", "-export", "-in", "signer.pem", "-inkey", "key.pem", "-out", "signer.p12", "-passout", "pass:", "-name", "citizen");
    await room.run("pk12util", "libnss3-tools", "-i", "signer.p12", "-d", "sql:nss", "-W", "");
    const empty = samplePdf({ form: "object", emptySignature: true });
    const own = await bytesOf((await signed(empty, { signer: await keySigner({ key: "signRsa3072", algorithm: "RS256" }) })).file);
    for (const [pdf, before] of [[empty, 0], [own, 1]] as const) {
      await room.write("in.pdf", pdf);
      const { stdout, stderr, code } = await room.run("pdfsig", "poppler-utils", "-nssdir", "sql:nss", "-sign", "Theirs", "-nick", "citizen", "-etsi", "in.pdf", "out.pdf");
      expect(`${code}`, stdout + stderr).toBe("0");
      const report = await verifyPdf(new Blob([await readFile(join(room.dir, "out.pdf"))]), "out.pdf", await context());
      expect(report, JSON.stringify(report, null, 1)).toMatchObject({ verdict: "valid" });
      expect(report?.signatures).toHaveLength(before + 1);
    }
  });
});
