// A signed PDF changed in one place: the judge must refuse it, and so must ours. A sample here; SOAK=1 makes it all.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDer } from "../../../src/signing/asn1/read.ts";
import { parseSignedData } from "../../../src/signing/cms/parseSignedData.ts";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../../virtual/pdf/padesJudge.ts";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { block, bytesOf, signed } from "../../virtual/pdf/signSample.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const each = process.env["SOAK"] ? 90 : 6;
let room: PadesRoom;
beforeAll(async () => {
  room = await padesRoom();
});
afterAll(() => room.close());

type Change = (pdf: Buffer, random: () => number) => void;
type Pdf = Buffer<ArrayBuffer>;

/** A small generator with a seed, so that a mutation can be made again. */
function seeded(seed: number): () => number {
  let state = seed * 2654435761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const flip = (pdf: Buffer, at: number, random: () => number): void => {
  pdf[at] = (pdf[at] ?? 0) ^ (1 << Math.floor(random() * 8));
};

/** Places in the file, found by looking at it as a judge would. */
function places(pdf: Buffer) {
  const text = pdf.toString("latin1");
  const open = text.lastIndexOf("/Contents <") + "/Contents ".length;
  const close = text.indexOf(">", open) + 1;
  const hex = text.slice(open + 1, close - 1);
  const der = Buffer.from(hex, "hex");
  const cms = der.subarray(0, 4 + der.readUInt16BE(2));
  const info = parseSignedData(cms);
  const within = (part: Uint8Array): readonly [number, number] => {
    const at = cms.indexOf(part.subarray(1));
    if (at < 0) throw new Error("a part that is not there");
    return [open + 1 + 2 * at, open + 1 + 2 * (at + part.length - 1)];
  };
  const signer = info.signers[0];
  return {
    open,
    close,
    range: [text.lastIndexOf("/ByteRange [") + "/ByteRange [".length, text.indexOf("]", text.lastIndexOf("/ByteRange ["))] as const,
    xref: [text.indexOf("\nxref", close), pdf.length] as const,
    attributes: within(signer?.signedAttributesDer ?? new Uint8Array()),
    signature: within(signer?.signature ?? new Uint8Array()),
    certificate: (certificate: Uint8Array) => within(readDer(certificate).raw),
  };
}

/** Changes one hexadecimal digit into another. */
function flipDigit(pdf: Buffer, [from, to]: readonly [number, number], random: () => number): void {
  const at = from + Math.floor(random() * (to - from));
  const digit = Number.parseInt(String.fromCharCode(pdf[at] ?? 0), 16);
  pdf[at] = ((digit + 1 + Math.floor(random() * 15)) % 16).toString(16).toUpperCase().charCodeAt(0);
}

const anywhere = ([from, to]: readonly [number, number], random: () => number): number => from + Math.floor(random() * (to - from));

function kinds(certificateDer: Uint8Array): Readonly<Record<string, Change>> {
  return {
    "content before the signature": (pdf, random) => flip(pdf, anywhere([0, places(pdf).open], random), random),
    "content behind the signature": (pdf, random) => flip(pdf, anywhere([places(pdf).close, pdf.length], random), random),
    "signed attributes": (pdf, random) => flipDigit(pdf, places(pdf).attributes, random),
    "the signer's certificate": (pdf, random) => flipDigit(pdf, places(pdf).certificate(certificateDer), random),
    "the signature": (pdf, random) => flipDigit(pdf, places(pdf).signature, random),
    ByteRange: (pdf, random) => {
      const { range } = places(pdf);
      const digits = Array.from({ length: range[1] - range[0] }, (_, i) => range[0] + i).filter((at) => /\d/.test(String.fromCharCode(pdf[at] ?? 0)));
      const at = digits[Math.floor(random() * digits.length)] ?? 0;
      pdf[at] = 0x30 + (((pdf[at] ?? 0x30) - 0x30 + 1 + Math.floor(random() * 9)) % 10);
    },
    "cross-references": (pdf, random) => flip(pdf, anywhere(places(pdf).xref, random), random),
  };
}

describe("a PDF changed after it was signed", async () => {
  const signer = await keySigner();
  const whole: Pdf = Buffer.from(await bytesOf((await signed(samplePdf({ form: "object", annots: "object" }), { signer, appearance: block() })).file));
  const context = { anchors: anchors([(await authorities()).root]), now: Date.now() };
  const good = async (pdf: Pdf): Promise<readonly [judge: boolean, ours: boolean]> => {
    const { signatures } = await room.pdfsig("mutated.pdf", pdf);
    const report = await verifyPdf(new Blob([pdf]), "mutated.pdf", context);
    return [signatures.length > 0 && signatures.every(({ valid, trusted, total }) => valid && trusted && total), report?.verdict === "valid"];
  };

  it("is good before it is changed", async () => {
    expect(await good(whole)).toEqual([true, true]);
  });

  it.each(Object.entries(kinds(signer.certificateDer)))(`%s: ${each} mutations fail in both`, { timeout: 120_000 }, async (_, change) => {
    const passed: string[] = [];
    for (let seed = 1; seed <= each; seed += 1) {
      const mutated: Pdf = Buffer.from(whole);
      change(mutated, seeded(seed));
      if (mutated.equals(whole)) throw new Error("a mutation that changed nothing");
      const [judge, ours] = await good(mutated);
      if (judge || ours) passed.push(`seed ${seed}: judge ${judge}, ours ${ours}`);
    }
    expect(passed).toEqual([]);
  });
});
