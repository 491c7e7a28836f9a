// A signature that is not checked here is never said to be missing, nor its file to be damaged, nor anything in it to be signed.
import { crc32 } from "node:zlib";
import { describe, expect, it } from "vitest";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { noNetwork } from "../../../src/signing/port.ts";
import { signCms } from "../../../src/signing/sign/signCms.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import type { VerificationReport } from "../../../src/signing/verify/report.ts";
import { verifyFile } from "../../../src/signing/verify/verifyFile.ts";
import { writeZip } from "../../../src/signing/zip/write.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";
import { rezip } from "../../virtual/signing/rezip.ts";

const judge = async (...parts: readonly BlobPart[]): Promise<VerificationReport> =>
  await verifyFile({ name: "file", data: new Blob([...parts]) }, null, { anchors: anchors([(await authorities()).root]), now: Date.now() }, verifyPdf);
const codes = ({ reasons }: VerificationReport): readonly string[] => reasons.map(({ code }) => code);

const asice = "application/vnd.etsi.asic-e+zip";
const asics = "application/vnd.etsi.asic-s+zip";
const odt = "application/vnd.oasis.opendocument.text";

async function p7s(): Promise<Uint8Array<ArrayBuffer>> {
  const { parts } = await signCms(new Blob(["წერილი"]), "detached", await keySigner(), { level: "B-B", timestampUrl: null, web: noNetwork, at: new Date() });
  return new Uint8Array(await new Blob([...parts]).arrayBuffer());
}

/** @param mimetype null: none */
async function container(mimetype: string | null, signature: string): Promise<readonly BlobPart[]> {
  const entry = (name: string, data: Uint8Array<ArrayBuffer>) => ({ name, data: new Blob([data]), size: data.length, crc: crc32(data) });
  const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);
  const type = mimetype === null ? [] : [entry("mimetype", text(mimetype))];
  return [...writeZip([...type, entry("letter.txt", text("წერილი")), entry(signature, await p7s())], new Date())];
}

describe("a signature that is not checked here", () => {
  it.each([
    ["ASiC-E with CAdES", asice, "META-INF/signature001.p7s"],
    ["ASiC-E with a time stamp", asice, "META-INF/timestamp001.tst"],
    ["ASiC-S with CAdES", asics, "META-INF/signature.p7s"],
    ["ASiC-S with a time stamp", asics, "META-INF/timestamp.tst"],
    ["ASiC-S with XAdES", asics, "META-INF/signatures.xml"],
    ["ASiC-S that does not say so", null, "META-INF/signature.p7s"],
    ["OpenDocument", odt, "META-INF/documentsignatures.xml"],
  ])("%s: there is one, and no more is said", async (_, mimetype, signature) => {
    const report = await judge(...(await container(mimetype, signature)));
    expect([report.verdict, codes(report), report.files, report.signatures]).toEqual(["unknown", ["SIGNATURE_OTHER_KIND"], [], []]);
  });

  it("a container of another kind than it says is still broken", async () => {
    for (const [mimetype, signature] of [["application/zip", "META-INF/signature.p7s"], [null, "META-INF/signatures.xml"]] as const) expect((await judge(...(await container(mimetype, signature)))).verdict).toBe("invalid");
  });

  it("nor is one whose type can't be unpacked anything but broken", async () => {
    const packed = rezip([{ name: "mimetype", data: Buffer.from(asics), deflate: true }, { name: "META-INF/signature.p7s", data: await p7s() }]);
    const at = 30 + "mimetype".length;
    expect(codes(await judge(new Uint8Array(packed)))).toEqual(["SIGNATURE_OTHER_KIND"]);
    // A kind of block that deflate does not have.
    expect((await judge(new Uint8Array(packed).fill(0xff, at, at + 4))).verdict).toBe("invalid");
  });

  it.each([
    ["an XML signature", '<?xml version="1.0"?><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"/>'],
    ["one within a document, with a byte order mark", '\u{feff}<letter>წერილი<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"></Signature></letter>'],
    ["one at the end of a long document", `<letter>${"ა".repeat(5_000_000)}<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"></Signature></letter>`],
  ])("%s", async (_, xml) => {
    expect(codes(await judge(xml))).toEqual(["SIGNATURE_OTHER_KIND"]);
  });

  it("XML without one has none", async () => {
    for (const xml of ["<letter>Signature</letter>", "http://www.w3.org/2000/09/xmldsig# <Signature>"]) expect(codes(await judge(xml))).toEqual(["NO_SIGNATURE"]);
  });

  it("an encrypted PDF may have one", async () => {
    const pdf = Buffer.from(samplePdf()).toString("latin1").replace(/trailer\s*<</, (found) => `${found}/Encrypt 1 0 R`);
    expect(pdf).toContain("/Encrypt");
    expect(codes(await judge(Uint8Array.from(Buffer.from(pdf, "latin1"))))).toEqual(["FILE_ENCRYPTED"]);
  });
});
