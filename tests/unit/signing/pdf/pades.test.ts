import { beforeAll, describe, expect, it } from "vitest";
import { emptyFields } from "../../../../src/signing/pades/emptyFields.ts";
import { readFields } from "../../../../src/signing/pades/fields.ts";
import { preparePdf } from "../../../../src/signing/pades/prepare.ts";
import { readDate, verifyPdf } from "../../../../src/signing/pades/verifyPdf.ts";
import { PdfDocument } from "../../../../src/signing/pdf/document.ts";
import { blobSource } from "../../../../src/signing/pdf/source.ts";
import { PdfUpdate } from "../../../../src/signing/pdf/update.ts";
import { ascii } from "../../../../src/signing/pdf/serialize.ts";
import { array, as, dict, name, type PdfValue, ref, stream, textString, withEntries } from "../../../../src/signing/pdf/values.ts";
import type { Level } from "../../../../src/signing/sign/options.ts";
import type { Signer } from "../../../../src/signing/signer.ts";
import { anchors } from "../../../../src/signing/trust/anchors.ts";
import type { VerificationContext } from "../../../../src/signing/verify/context.ts";
import { authorities } from "../../../virtual/ca/authority.ts";
import { numbers, samplePdf, type SampleOptions } from "../../../virtual/pdf/samplePdf.ts";
import { block, bytesOf, signed } from "../../../virtual/pdf/signSample.ts";
import { keySigner } from "../../../virtual/signing/keySigner.ts";
import { TrustServices, trustUrls } from "../../../virtual/signing/trustServices.ts";

let signer: Signer;
let context: VerificationContext;
beforeAll(async () => {
  signer = await keySigner();
  context = { anchors: anchors([(await authorities()).root]), now: Date.now() };
});

const certified = (p: number): readonly string[] => [
  `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> /ByteRange [0 0 0 0] /Reference [<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /P ${p} /V /1.2>>>>]>>`,
];
const perms = "/Perms <</DocMDP 14 0 R>>";

const ask = async (options: SampleOptions) => await signed(samplePdf(options), { signer, appearance: block() });

describe("what is refused, with its reason", () => {
  it.each<[string, SampleOptions, string]>([
    ["an encrypted file", { trailer: "/Encrypt 3 0 R" }, "PDF_ENCRYPTED"],
    ["certified against every change", { catalog: perms, extra: certified(1) }, "PDF_LOCKED"],
    ["a page without a page tree", { extra: [], catalog: "/Pages 3 0 R" }, "PDF_BROKEN"],
    ["a catalog that says the same thing twice", { catalog: "/Lang (ka) /Lang (en)" }, "PDF_BROKEN"],
  ])("%s", async (_, options, code) => {
    await expect(ask(options)).rejects.toMatchObject({ code });
  });

  it("a file cut off, and one that is no PDF", async () => {
    const whole = samplePdf();
    for (const cut of [8, 100, whole.length - 40, whole.length - 8]) await expect(signed(whole.slice(0, cut), { signer }), String(cut)).rejects.toMatchObject({ code: "FILE_INCOMPLETE" });
    await expect(signed(new Uint8Array(), { signer })).rejects.toMatchObject({ code: "PDF_BROKEN" });
  });

  it("the CMS must fit the room kept for it", async () => {
    const prepared = await preparePdf({ document: new Blob([samplePdf()]), hash: 256, time: new Date(), signerName: "N", reason: null, appearance: null, room: 10 });
    expect(() => prepared.finish(new Uint8Array(11))).toThrow(/larger than the room/);
  });
});

describe("a signature field that its author left empty", () => {
  const empty: SampleOptions = { form: "object", annots: "object", emptySignature: true, xref: "stream" };
  const look = { lines: ["ნინო ტესტაძე"], font: block().font, fontName: block().fontName };
  const fields = async (file: Blob) => {
    const document = await PdfDocument.open(blobSource(file));
    return (await emptyFields(document, await readFields(document))).map(({ name: one, page, rect }) => ({ name: one, page, rect }));
  };

  it("is found with its page and place, filled in there, and nothing is added beside it", async () => {
    const original = new Blob([samplePdf(empty)]);
    expect(await fields(original)).toEqual([{ name: "Theirs", page: 0, rect: [50, 600, 250, 660] }]);
    const { file } = await signed(original, { signer, appearance: null, field: { name: "Theirs", look } });
    const document = await PdfDocument.open(blobSource(file));
    const { signatures } = await readFields(document);
    expect(signatures.map((one) => [one.name, one.value !== null])).toEqual([["Theirs", true]]);
    expect(signatures[0]?.dict.entries.has("AP")).toBe(true);
    expect(await fields(file)).toEqual([]);
    expect(await verifyPdf(file, "a.pdf", context)).toMatchObject({ verdict: "valid" });
    // And once more, beside it: the first stays whole.
    const twice = await signed(file, { signer });
    expect(await verifyPdf(twice.file, "a.pdf", context)).toMatchObject({ verdict: "valid", signatures: [{ verdict: "valid" }, { verdict: "valid" }] });
  });

  it("filled in after another signature, it leaves that one whole", async () => {
    const first = await signed(samplePdf(empty), { signer });
    const second = await signed(first.file, { signer, appearance: null, field: { name: "Theirs", look } });
    expect(await verifyPdf(second.file, "a.pdf", context)).toMatchObject({ verdict: "valid", signatures: [{ verdict: "valid" }, { verdict: "valid" }] });
  });

  it("shows itself in a document whose author forbids marks elsewhere", async () => {
    const { file } = await signed(samplePdf({ ...empty, catalog: perms, extra: certified(2) }), { signer, appearance: null, field: { name: "Theirs", look } });
    const document = await PdfDocument.open(blobSource(file));
    const { signatures } = await readFields(document);
    expect(signatures.some((one) => one.name === "Theirs" && one.value !== null && one.dict.entries.has("AP"))).toBe(true);
  });

  it.each(["/Lock <<>>", "/Ff 1", "/SV <</Ff 1>>"])("with a wish that can't be kept it is not offered: %s", async (wish) => {
    const file = new Blob([samplePdf({ ...empty, signatureEntries: wish })]);
    expect(await fields(file)).toEqual([]);
    await expect(signed(file, { signer, appearance: null, field: { name: "Theirs", look } })).rejects.toMatchObject({ code: "UNSUPPORTED" });
  });

  it("too small for words it is signed without any", async () => {
    const small = new Uint8Array(Buffer.from(Buffer.from(samplePdf({ ...empty, xref: "table" })).toString("latin1").replace("[50 600 250 660]", "[50 600 050 600]"), "latin1"));
    expect(await fields(new Blob([small]))).toEqual([{ name: "Theirs", page: 0, rect: null }]);
    const { file } = await signed(small, { signer, appearance: null, field: { name: "Theirs", look } });
    expect(await verifyPdf(file, "a.pdf", context)).toMatchObject({ verdict: "valid" });
  });
});

describe("a certified document", () => {
  it("that allows forms and signatures is signed without a mark on its page", async () => {
    const text = Buffer.from(await bytesOf((await ask({ catalog: perms, extra: certified(2) })).file)).toString("latin1");
    expect(text).toContain("/Rect [0 0 0 0]");
    expect(text).not.toContain("/Subtype /Form");
  });
  it("that allows comments gets the block", async () => {
    expect(Buffer.from(await bytesOf((await ask({ catalog: perms, extra: certified(3) })).file)).toString("latin1")).toContain("/Subtype /Form");
  });
});

describe("levels", () => {
  const addresses = { ocspUrl: trustUrls.ocsp, crlUrl: trustUrls.crl, issuerUrl: trustUrls.issuer };
  const level = async (services: TrustServices, wanted: Level) => {
    const citizen = await keySigner({ certificate: addresses });
    services.listed = [citizen.certificateDer];
    return await signed(samplePdf(), { signer: citizen, options: { at: new Date(), level: wanted, timestampUrl: trustUrls.tsa, web: services.web } });
  };

  it("B-T: the stamp proves the time", async () => {
    const services = new TrustServices();
    const { file, level: reached, notices } = await level(services, "B-T");
    expect([reached, notices]).toEqual(["B-T", []]);
    expect(services.requests.map(({ url }) => url)).toEqual([trustUrls.tsa]);
    expect(await verifyPdf(file, "a.pdf", context)).toMatchObject({ verdict: "valid", signatures: [{ level: "B-T", timestamp: { trusted: true } }] });
  });

  it("B-LT: the proofs are in the document's store, and the next signature leaves them there", async () => {
    const { file, level: reached, notices } = await level(new TrustServices(), "B-LT");
    expect([reached, notices]).toEqual(["B-LT", []]);
    const report = await verifyPdf(file, "a.pdf", context);
    expect(report).toMatchObject({ verdict: "valid", signatures: [{ level: "B-LT", revocation: "good" }] });
    expect(report?.signatures[0]?.reasons).toContainEqual({ code: "LATER_ADDITIONS", subject: "Signature1" });
    const again = await verifyPdf((await signed(file, { signer })).file, "a.pdf", context);
    expect(again).toMatchObject({ verdict: "valid", signatures: [{ level: "B-LT", revocation: "good" }, { verdict: "valid" }] });
  });

  it.each(["down", "garbage", "tsa refuses", "tsa signature broken"] as const)("%s: never a lost signature", async (fault) => {
    const services = new TrustServices();
    services.faults.add(fault);
    const { file, level: reached, notices } = await level(services, "B-LT");
    expect(reached).toBe("B-B");
    expect(notices).toHaveLength(1);
    expect(await verifyPdf(file, "a.pdf", context)).toMatchObject({ verdict: "valid", signatures: [{ level: "B-B" }] });
  });

  it("OCSP says revoked: told, and the signature is what it is", async () => {
    const services = new TrustServices();
    services.faults.add("ocsp says revoked");
    const revoked = await level(services, "B-LT");
    expect(revoked).toMatchObject({ level: "B-T", notices: ["CERTIFICATE_REVOKED"] });
    // What was learned stands in the file, for whoever checks it.
    expect(await verifyPdf(revoked.file, "a.pdf", context)).toMatchObject({ verdict: "invalid", signatures: [{ revocation: "revoked" }] });
  });
});

/** An update on top of a signed file, as somebody with other plans would write it. */
async function changed(file: Blob, change: (update: PdfUpdate, document: PdfDocument) => Promise<void>): Promise<Blob> {
  const document = await PdfDocument.open(blobSource(file));
  const update = new PdfUpdate(document);
  await change(update, document);
  return new Blob([file, update.write(new Uint8Array(16)).bytes]);
}

const dictAt = async (document: PdfDocument, num: number) => {
  const found = as("dict", await document.object(num));
  if (!found) throw new Error("no dictionary there");
  return found;
};

describe("what came after a signature", () => {
  const attacks: readonly (readonly [string, (update: PdfUpdate, document: PdfDocument) => Promise<void>])[] = [
    ["another page content", async (update) => update.set(ref(numbers.firstPage + 1), stream(dict({}), ascii("BT /F1 24 Tf 72 720 Td (Pay 1000000) Tj ET")))],
    ["another font", async (update, document) => update.set(ref(numbers.font), withEntries(await dictAt(document, numbers.font), { BaseFont: name("Courier") }))],
    ["a page fewer", async (update, document) => update.set(ref(numbers.pages), withEntries(await dictAt(document, numbers.pages), { Count: 1, Kids: array([ref(numbers.firstPage)]) }))],
    ["another page tree", async (update, document) => {
      const at = update.add(withEntries(await dictAt(document, numbers.pages), { MediaBox: array([0, 0, 100, 100]) }));
      update.set(ref(numbers.catalog), withEntries(await dictAt(document, numbers.catalog), { Pages: at }));
    }],
    ["a field's value", async (update, document) => update.set(ref(numbers.field), withEntries(await dictAt(document, numbers.field), { V: textString("Giorgi") }))],
    ["a comment over the text", async (update, document) => {
      const note: PdfValue = dict({ Type: name("Annot"), Subtype: name("FreeText"), Rect: array([50, 600, 300, 800]), Contents: textString("nothing to see") });
      const page = await dictAt(document, numbers.firstPage);
      const items = as("array", await document.get(page, "Annots"))?.items ?? [];
      update.set(ref(numbers.firstPage), withEntries(page, { Annots: array([...items, update.add(note)]) }));
    }],
    ["a script that opens with the document", async (update, document) => update.set(ref(numbers.catalog), withEntries(await dictAt(document, numbers.catalog), { OpenAction: dict({ S: name("JavaScript"), JS: textString("app.alert(1)") }) }))],
    ["the first signature's own dictionary", async (update, document) => {
      const form = as("dict", await document.get((await document.catalog()).dict, "AcroForm"));
      const field = as("ref", (as("array", form ? await document.get(form, "Fields") : null)?.items ?? []).at(-1));
      const value = field && as("ref", (await dictAt(document, field.num)).entries.get("V"));
      if (value) update.set(value, withEntries(await dictAt(document, value.num), { Name: textString("Giorgi") }));
    }],
  ];

  it.each(attacks)("%s: not valid any more", async (_, attack) => {
    const { file } = await signed(samplePdf({ form: "inPlace" }), { signer });
    expect(await verifyPdf(file, "a.pdf", context)).toMatchObject({ verdict: "valid" });
    const report = await verifyPdf(await changed(file, attack), "a.pdf", context);
    expect(report?.verdict).toBe("invalid");
  });

  it("an object that was only referred to, and comes into being later", async () => {
    const { file } = await signed(samplePdf({ extra: ["<</Type /ExtGState>>"], catalog: "/Names 99 0 R" }), { signer });
    const later = await changed(file, async (update) => update.set(ref(99), dict({ JavaScript: dict({}) })));
    expect((await verifyPdf(later, "a.pdf", context))?.signatures[0]?.reasons).toContainEqual({ code: "LATER_CHANGES", subject: "Signature1" });
  });

  it("a form of another kind (XFA) put beside the fields", async () => {
    const { file } = await signed(samplePdf(), { signer });
    const later = await changed(file, async (update, document) => {
      const { at, dict: catalog } = await document.catalog();
      const form = as("dict", await document.get(catalog, "AcroForm"));
      if (form) update.set(at, withEntries(catalog, { AcroForm: withEntries(form, { XFA: textString("<xdp/>") }) }));
    });
    expect((await verifyPdf(later, "a.pdf", context))?.verdict).toBe("invalid");
  });

  it("bytes that belong to no revision", async () => {
    const { file } = await signed(samplePdf(), { signer });
    expect((await verifyPdf(new Blob([file, "and more"]), "a.pdf", context))?.verdict).toBe("invalid");
  });

  it("forms filled in, where the author allowed it: told, and valid", async () => {
    // Certified by a real signature of ours is not to be had here: the level is read from the document as it was signed.
    const { file } = await signed(samplePdf({ form: "inPlace", catalog: perms, extra: certified(2) }), { signer });
    const later = await changed(file, async (update, document) => update.set(ref(numbers.field), withEntries(await dictAt(document, numbers.field), { V: textString("Giorgi") })));
    const report = await verifyPdf(later, "a.pdf", context);
    expect(report?.signatures.at(-1)?.reasons).toContainEqual({ code: "LATER_ADDITIONS", subject: "Signature1" });
    expect(report?.signatures.at(-1)?.verdict).toBe("valid");
  });
});

describe("tricks with the signature itself", () => {
  it("a ByteRange whose gap is wider than /Contents", async () => {
    const bytes = Buffer.from(await bytesOf((await signed(samplePdf(), { signer })).file));
    const text = bytes.toString("latin1");
    const [whole = "", open = "0", close = "0", rest = "0"] = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/.exec(text) ?? [];
    const forged = `/ByteRange [0 ${Number(open) - 20} ${close} ${rest}`.padEnd(whole.length - 1) + "]";
    const report = await verifyPdf(new Blob([Buffer.from(text.replace(whole, forged), "latin1")]), "a.pdf", context);
    expect(report?.signatures[0]?.reasons).toEqual(expect.arrayContaining([{ code: "NOT_EVERYTHING_SIGNED", subject: "Signature1" }]));
    expect(report?.verdict).toBe("invalid");
  });

  it("something in the room that the CMS leaves", async () => {
    const bytes = Buffer.from(await bytesOf((await signed(samplePdf(), { signer })).file));
    const end = bytes.indexOf(">", bytes.lastIndexOf("/Contents <"));
    bytes.write("414141", end - 6, "latin1");
    expect((await verifyPdf(new Blob([bytes]), "a.pdf", context))?.verdict).toBe("invalid");
  });
});

describe("what is no signed PDF", () => {
  it("another kind of file is nobody's business here", async () => {
    expect(await verifyPdf(new Blob(["PK\x03\x04"]), "a.zip", context)).toBeNull();
  });
  it("a PDF without signatures, an encrypted one, a broken one: can't tell, and why", async () => {
    expect(await verifyPdf(new Blob([samplePdf()]), "a.pdf", context)).toMatchObject({ verdict: "unknown", reasons: [{ code: "NO_SIGNATURE" }] });
    expect(await verifyPdf(new Blob([samplePdf({ trailer: "/Encrypt 3 0 R" })]), "a.pdf", context)).toMatchObject({ verdict: "unknown" });
    expect(await verifyPdf(new Blob(["%PDF-1.7 and nothing"]), "a.pdf", context)).toMatchObject({ verdict: "unknown", reasons: [{ code: "FILE_INCOMPLETE" }] });
    expect(await verifyPdf(new Blob(["%PDF-1.7\nstartxref\n9\n%%EOF"]), "a.pdf", context)).toMatchObject({ verdict: "invalid", reasons: [{ code: "DOCUMENT_BROKEN" }, { code: "NO_SIGNATURE" }] });
  });
  it("dates with and without a zone", () => {
    expect(readDate("D:20261124120000+04'00'")).toBe(Date.UTC(2026, 10, 24, 8));
    expect(readDate("D:20261124080000Z")).toBe(Date.UTC(2026, 10, 24, 8));
    expect(readDate("D:2026")).toBe(Date.UTC(2026, 0, 1));
    expect(readDate("yesterday")).toBeNull();
  });
});
