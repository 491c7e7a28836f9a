// PDFs not made by us (tests/vectors/pdfCorpus.json): signed twice, judged, and still showing the same pages.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyPdf } from "../../../src/signing/pades/verifyPdf.ts";
import { anchors } from "../../../src/signing/trust/anchors.ts";
import corpus from "../../vectors/pdfCorpus.json" with { type: "json" };
import { authorities } from "../../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../../virtual/pdf/padesJudge.ts";
import { block, bytesOf, signed } from "../../virtual/pdf/signSample.ts";
import { keySigner } from "../../virtual/signing/keySigner.ts";

const soak = Boolean(process.env["SOAK"]);
const dir = fileURLToPath(new URL("../../../node_modules/.cache/pdf-corpus/", import.meta.url));
const files = corpus.files.filter(({ package: name }) => soak || corpus.sample.includes(name));
const resolution = 40;
const pages = soak ? 20 : 3;
const rect = [30, 30, 190, 90] as const;

let room: PadesRoom;
beforeAll(async () => {
  room = await padesRoom();
});
afterAll(() => room.close());

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

async function render(name: string): Promise<readonly Picture[]> {
  const { stdout } = await room.run("sh", "dash", "-c", `rm -f page-*; pdftoppm -r ${resolution} -l ${pages} ${name} page && ls page-*`);
  return await Promise.all(
    stdout.trim().split("\n").map(async (file) => {
      const ppm = await readFile(join(room.dir, file));
      const [header = "", width = "0", height = "0"] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1")) ?? [];
      return { width: Number(width), height: Number(height), pixels: ppm.subarray(header.length) };
    }),
  );
}

/** Pixels that differ outside the block (with a pixel's margin), counted. */
function differences(before: Picture, after: Picture, isFirst: boolean, bottomUp: readonly [number, number, number, number]): number {
  if (before.width !== after.width || before.height !== after.height) return Infinity;
  const scale = resolution / 72;
  const [x1, y1, x2, y2] = bottomUp.map((one) => one * scale) as [number, number, number, number];
  let count = 0;
  for (let y = 0; y < before.height; y += 1) {
    for (let x = 0; x < before.width; x += 1) {
      const up = before.height - y;
      if (isFirst && x >= x1 - 2 && x <= x2 + 2 && up >= y1 - 2 && up <= y2 + 2) continue;
      const at = 3 * (y * before.width + x);
      if (before.pixels.compare(after.pixels, at, at + 3, at, at + 3) !== 0) count += 1;
    }
  }
  return count;
}

describe("PDFs of other makers", () => {
  it("are there, of as many makers as the issue asks for", () => {
    expect(corpus.files.length).toBeGreaterThanOrEqual(40);
    expect(new Set(corpus.files.map(({ producer }) => producer)).size).toBeGreaterThanOrEqual(20);
    for (const { package: name, path } of files) expect(existsSync(join(dir, name, path)), `${name}: ${path}`).toBe(true);
  });

  it.each(files)("$package: $path", { timeout: 120_000 }, async ({ package: name, path }) => {
    const original = await bytesOf(new Blob([await readFile(join(dir, name, path))]));
    const clean = await room.qpdf("before.pdf", original);
    const [nino, giorgi] = await Promise.all([keySigner(), keySigner({ key: "signP384", algorithm: "ES384" })]);
    const once = await bytesOf((await signed(original, { signer: nino, appearance: block(undefined, [...rect]) })).file);
    const twice = await bytesOf((await signed(once, { signer: giorgi, appearance: null })).file);
    expect(Buffer.from(twice.subarray(0, once.length)).equals(once)).toBe(true);
    expect(Buffer.from(once.subarray(0, original.length)).equals(original)).toBe(true);
    const { signatures, text } = await room.pdfsig("after.pdf", twice);
    expect(signatures.map(({ valid, trusted, total }) => [valid, trusted, total]), text).toEqual([[true, true, false], [true, true, true]]);
    const checked = await room.qpdf("after.pdf", twice);
    expect(checked.code ?? 9, checked.text).toBeLessThanOrEqual(clean.code ?? 0);
    expect((await room.cadesOfEach("after.pdf", twice, 2)).every((one) => one.includes("CAdES Verification successful"))).toBe(true);
    const report = await verifyPdf(new Blob([twice]), "after.pdf", { anchors: anchors([(await authorities()).root]), now: Date.now() });
    expect(report, JSON.stringify(report)).toMatchObject({ verdict: "valid", signatures: [{}, {}] });
    const [before, after] = [await render("before.pdf"), await render("after.pdf")];
    expect(after.length).toBe(before.length);
    const box = await firstBox();
    const inPage = [rect[0] - box[0], rect[1] - box[1], rect[2] - box[0], rect[3] - box[1]] as const;
    expect(before.map((picture, i) => differences(picture, after[i] ?? picture, i === 0, inPage))).toEqual(before.map(() => 0));
  });
});

/** Lower left corner of the first page's crop box. */
async function firstBox(): Promise<readonly [number, number]> {
  const { stdout } = await room.run("pdfinfo", "poppler-utils", "-box", "before.pdf");
  const [, x = "0", y = "0"] = /CropBox:\s+([-\d.]+)\s+([-\d.]+)/.exec(stdout) ?? [];
  return [Number(x), Number(y)];
}
