// What leaves the dashboard, judged from outside: a receipt's signature by openssl, a letter's PDF by qpdf and pdftotext
// (the calendar file by khal: calendar.test.ts; the exports by ajv: tests/unit/consent/record.test.ts).
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { supervisorOn } from "../../src/consent/law/addressee.ts";
import { letterText, writeLetter } from "../../src/consent/letters/letter.ts";
import { receiptBytes } from "../../src/consent/record/receipt.ts";
import { letterForm } from "../../src/home/data/letterForm.ts";
import { formToPdf } from "../../src/signing/formPdf/formPdf.ts";
import { hashBitsOf } from "../../src/signing/algorithms.ts";
import { buildSignedData, encodeDetached } from "../../src/signing/cms/buildSignedData.ts";
import { digestBytes } from "../../src/signing/hash/digest.ts";
import { consents, holdings, organisations } from "../unit/consent/arbitraries.ts";
import { organisationOf, requestOf } from "../unit/consent/build.ts";
import { authorities } from "../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../virtual/pdf/padesJudge.ts";
import { font, fontName } from "../virtual/pdf/signSample.ts";
import { type JudgeRoom, judgeRoom, pem } from "../virtual/signing/judge.ts";
import { keySigner } from "../virtual/signing/keySigner.ts";

let room: JudgeRoom;
beforeAll(async () => {
  room = await judgeRoom();
  await room.write("ca.pem", pem((await authorities()).root));
});
afterAll(() => room.close());

const verify = (content: string, root = "ca.pem", ...more: readonly string[]) => room.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "receipt.p7s", "-content", content, "-CAfile", root, "-purpose", "any", ...more, "-out", "out");

describe("receipts", () => {
  it("openssl verifies what the person signed, and refuses it with one letter changed", async () => {
    const [organisation] = fc.sample(organisations, { numRuns: 1, seed: 7 });
    const [loose] = fc.sample(holdings, { numRuns: 1, seed: 7 });
    const [plain] = fc.sample(consents, { numRuns: 1, seed: 7 });
    if (!organisation || !loose || !plain) throw new Error("no sample");
    const holding = { ...loose, organisationId: organisation.id };
    const consent = { ...plain, organisationId: organisation.id, holdingId: holding.id, purpose: "სიახლეების გზავნილი" };
    const receipt = receiptBytes({ consent, organisation, holding }, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", Date.UTC(2026, 10, 25));
    const signer = await keySigner({ key: "signRsa2048", algorithm: "RS256" });
    const parts = await buildSignedData({ signer, contentDigest: await digestBytes(hashBitsOf("RS256"), receipt), signingTime: new Date() });
    await room.write("receipt.jsonld", receipt);
    await room.write("receipt.p7s", encodeDetached(parts));
    expect((await verify("receipt.jsonld")).stderr).toContain("CAdES Verification successful");
    await room.write("changed.jsonld", new TextEncoder().encode(new TextDecoder().decode(receipt).replace("სიახლეების", "სიახლოების")));
    expect((await verify("changed.jsonld")).code).not.toBe(0);
    // Nor with any other byte changed, nor without its end or with one more.
    for (const at of fc.sample(fc.nat(receipt.length - 1), { numRuns: 25, seed: 11 })) {
      await room.write("flipped.jsonld", receipt.map((byte, i) => (i === at ? byte ^ 1 : byte)));
      expect((await verify("flipped.jsonld")).code, `byte ${at}`).not.toBe(0);
    }
    for (const bytes of [receipt.slice(0, -1), new Uint8Array([...receipt, 10])]) {
      await room.write("cut.jsonld", bytes);
      expect((await verify("cut.jsonld")).code).not.toBe(0);
    }
    // Nor for somebody who trusts another root, nor at a time at which the certificate is none.
    expect((await room.openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "stranger.key", "-out", "stranger.pem", "-subj", "/CN=Stranger", "-days", "3650")).code).toBe(0);
    expect((await verify("receipt.jsonld", "stranger.pem")).code).not.toBe(0);
    for (const year of [2001, 2090]) expect((await verify("receipt.jsonld", "ca.pem", "-attime", String(Date.UTC(year, 0) / 1000))).code, String(year)).not.toBe(0);
    // The same parts give the same bytes elsewhere: who has the records can check without the file.
    expect(Buffer.from(receiptBytes({ consent, organisation, holding }, "7f9c24e8-3b12-4fef-91e0-56a2d5f7a9c1", Date.UTC(2026, 10, 25)))).toEqual(readFileSync(`${room.dir}/receipt.jsonld`));
  });
});

describe("letters", () => {
  let pdfs: PadesRoom;
  beforeAll(async () => {
    pdfs = await padesRoom();
  });
  afterAll(() => pdfs.close());

  it.each(["ka", "en"] as const)("%s: the PDF is clean, and every word of the letter is in it, in order", async (language) => {
    const today = 20_782;
    const letter = writeLetter({ language, request: requestOf(), organisation: organisationOf({ address: "თბილისი, ჭავჭავაძის გამზირი 1" }), today, deadlines: [], followUp: null, supervisor: supervisorOn(today), complainTo: null, court: null, given: null, follows: null, review: null });
    const text = `${letterText(letter)}\n\nდამატებული აბზაცი.`;
    const pdf = await formToPdf(letterForm(text, letter.title, language, (number, count) => `${number}/${count}`, new Date(0)), font, fontName);
    expect((await pdfs.qpdf("letter.pdf", pdf)).code).toBe(0);
    const { stdout } = await pdfs.run("pdftotext", "poppler-utils", "-layout", "letter.pdf", "-");
    const flat = stdout.replaceAll(/\s+/g, " ");
    let at = 0;
    for (const paragraph of text.split("\n\n")) {
      const found = flat.indexOf(paragraph.replaceAll(/\s+/g, " "), at);
      expect(found, paragraph).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });
});
