// What is cut off, empty or of another kind is never called false ([Note: cut off is not forged]), and never valid.
import { deflateRawSync, crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { signAsic } from "../../../src/signing/sign/signAsic.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import type { VerificationReport } from "../../../src/signing/verify/report.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { signed } from "../../virtual/pdf/signSample.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const how = { level: "B-B", timestampUrl: null, web: noNetwork, at: new Date() } as const;
const judge = async (data: Blob | Uint8Array<ArrayBuffer> | string): Promise<VerificationReport> =>
  await verifyFile({ name: "file", data: new Blob([data]) }, null, { anchors: anchors([(await authorities()).root]), now: Date.now() }, verifyPdf);
const codes = ({ reasons }: VerificationReport): readonly string[] => reasons.map(({ code }) => code);
const bytes = async (parts: readonly BlobPart[]): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await new Blob([...parts]).arrayBuffer());

/** A ZIP as office programs make it: packed, sizes behind the data. */
function officeFile(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const content = Buffer.from("<w:document/>".repeat(40));
  const packed = deflateRawSync(content);
  const numbers = (...pairs: readonly (readonly [number, 2 | 4])[]): Buffer => Buffer.concat(pairs.map(([value, size]) => { const field = Buffer.alloc(size); field.writeUIntLE(value, 0, size); return field; }));
  const sizes = [[crc32(content), 4], [packed.length, 4], [content.length, 4]] as const;
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const local = Buffer.concat([numbers([0x04034b50, 4], [20, 2], [8, 2], [8, 2], [0, 4], [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]), Buffer.from(name), packed, numbers([0x08074b50, 4], ...sizes)]);
    directory.push(Buffer.concat([numbers([0x02014b50, 4], [20, 2], [20, 2], [8, 2], [8, 2], [0, 4], ...sizes, [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  return new Uint8Array(Buffer.concat([...locals, listed, numbers([0x06054b50, 4], [0, 2], [0, 2], [names.length, 2], [names.length, 2], [listed.length, 4], [at, 4], [0, 2])]));
}

describe("a file whose end is missing", () => {
  it("a signed PDF, wherever it is cut: incomplete, and nothing is said of its signature", async () => {
    const whole = await bytes([(await signed(samplePdf(), { signer: await keySigner() })).file]);
    const first = samplePdf().length;
    expect((await judge(whole)).verdict).toBe("valid");
    for (let cut = 20; cut < whole.length - 6; cut += 211) {
      // Cut at the very end of the first revision it is a whole PDF, which nobody has signed.
      if (Math.abs(cut - first) < 40) continue;
      const report = await judge(whole.slice(0, cut));
      expect([cut, report.verdict, ...codes(report)]).toEqual([cut, "unknown", "FILE_INCOMPLETE"]);
    }
  });

  it("a PDF with a signature, cut in what came after it: the signature is not called valid, and the reason is told", async () => {
    const signer = await keySigner();
    const once = await signed(samplePdf(), { signer });
    const twice = await bytes([(await signed(once.file, { signer })).file]);
    const report = await judge(twice.slice(0, once.file.size + 600));
    expect(report.verdict).toBe("invalid");
    expect(codes(report)).toContain("FILE_INCOMPLETE");
  });

  it("a container, a signature beside or around its document, in bytes or in letters", async () => {
    const signer = await keySigner();
    const container = await bytes((await signAsic([{ name: "a.txt", mimeType: "text/plain", data: new Blob(["ტექსტი ".repeat(400)]) }], signer, how)).parts);
    const enveloping = await bytes((await signCms(new Blob(["ტექსტი"]), "enveloping", signer, how)).parts);
    const armoured = Buffer.from(`-----BEGIN PKCS7-----\n${Buffer.from(enveloping).toString("base64")}\n-----END PKCS7-----\n`);
    expect([(await judge(container)).verdict, (await judge(enveloping)).verdict, (await judge(new Uint8Array(armoured))).verdict]).toEqual(["valid", "valid", "valid"]);
    for (const whole of [container, enveloping, new Uint8Array(armoured)]) {
      for (const share of [0.1, 0.5, 0.9, 0.99]) expect(codes(await judge(whole.slice(0, Math.floor(whole.length * share))))).toEqual(["FILE_INCOMPLETE"]);
    }
  });

  it("the document beside its signature: it is not what was signed, and the reason is told", async () => {
    const whole = samplePdf();
    const p7s = new Blob([await bytes((await signCms(new Blob([whole]), "detached", await keySigner(), how)).parts)]);
    const beside = async (document: Uint8Array<ArrayBuffer>): Promise<VerificationReport> =>
      await verifyFile({ name: "a.p7s", data: p7s }, { name: "a.pdf", data: new Blob([document]) }, { anchors: anchors([(await authorities()).root]), now: Date.now() }, verifyPdf);
    expect(await beside(whole)).toMatchObject({ verdict: "valid", reasons: [] });
    expect(await beside(whole.slice(0, 400))).toMatchObject({ verdict: "invalid", reasons: [{ code: "FILE_INCOMPLETE", subject: "a.pdf" }] });
    expect(await beside(whole.slice(0, 0))).toMatchObject({ verdict: "invalid", reasons: [{ code: "FILE_EMPTY", subject: "a.pdf" }] });
    expect(await beside(whole.with(400, 0))).toMatchObject({ verdict: "invalid", reasons: [] });
  });

  it("a document that has no proper end, and was signed so, lacks nothing", async () => {
    const cut = samplePdf().slice(0, 400);
    const context = { anchors: anchors([(await authorities()).root]), now: Date.now() };
    const signature = async (how_: "detached" | "enveloping"): Promise<Blob> => new Blob([await bytes((await signCms(new Blob([cut]), how_, await keySigner(), how)).parts)]);
    expect(await verifyFile({ name: "a.p7s", data: await signature("detached") }, { name: "a.pdf", data: new Blob([cut]) }, context, verifyPdf)).toMatchObject({ verdict: "valid", reasons: [] });
    // What lies inside is what was signed, whatever is chosen beside it.
    expect(await verifyFile({ name: "a.p7m", data: await signature("enveloping") }, { name: "a.pdf", data: new Blob([cut.slice(0, 300)]) }, context, verifyPdf)).toMatchObject({ verdict: "valid", reasons: [] });
  });

  it("is not what a file is called that was changed", async () => {
    const signer = await keySigner();
    const container = await bytes((await signAsic([{ name: "a.txt", mimeType: "text/plain", data: new Blob(["ტექსტი"]) }], signer, how)).parts);
    for (const changed of [container.with(40, 0x41), container.with(container.length - 12, 7), new Uint8Array([...container.slice(0, 200), ...container.slice(230)])]) expect((await judge(changed)).verdict).toBe("invalid");
    expect(codes(await judge("%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n"))).toEqual(["DOCUMENT_BROKEN", "NO_SIGNATURE"]);
  });
});

describe("a file that is not signed at all", () => {
  it("an empty one is empty", async () => {
    expect(codes(await judge(""))).toEqual(["FILE_EMPTY"]);
  });

  it.each([
    ["Word, today's", officeFile(["[Content_Types].xml", "word/document.xml"])],
    ["LibreOffice", officeFile(["mimetype", "content.xml", "META-INF/manifest.xml"])],
    ["Word, before 2007", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ["rich text", new Uint8Array(Buffer.from("{\\rtf1 abc}"))],
  ])("%s is an office document", async (_, file) => {
    const report = await judge(file);
    expect([report.verdict, ...codes(report)]).toEqual(["unknown", "OFFICE_DOCUMENT", "NO_SIGNATURE"]);
  });

  it("an office document with a signature of its own kind can't be told", async () => {
    expect(codes(await judge(officeFile(["[Content_Types].xml", "_xmlsignatures/sig1.xml"])))).toEqual(["OFFICE_SIGNATURE"]);
  });

  it.each(["0,1,2\n", "01.02.2026;599000000\n", "0", "0ა"])("a text that begins with a nought is none: %j", async (text) => {
    const report = await judge(text);
    expect([report.verdict, ...codes(report)]).toEqual(["unknown", "NO_SIGNATURE"]);
  });

  it("an archive is none", async () => {
    const report = await judge(officeFile(["a.txt", "b.txt"]));
    expect([report.verdict, ...codes(report)]).toEqual(["unknown", "NO_SIGNATURE"]);
  });
});
