// A sample signed with the code under test, as the tests need it again and again.
import { readFileSync } from "node:fs";
import { type SignedPdf, signPdf, type SignPdfRequest } from "../../../src/signing/pades/signPdf.ts";
import type { Appearance } from "../../../src/signing/pades/appearance.ts";
import { readTrueType } from "../../../src/signing/pdf/trueType.ts";

export const fontBytes = new Uint8Array(readFileSync(new URL("../../../public/fonts/NotoSansGeorgian-Moqalaqe.ttf", import.meta.url)));
export const font = readTrueType(fontBytes);
export const fontName = "NotoSansGeorgian-Moqalaqe";

export function block(lines: readonly string[] = ["ნინო ტესტაძე", "24.11.2026 12:00", "მიზეზი: ვეთანხმები"], rect: Appearance["rect"] = [300, 40, 500, 110], page = 0): Appearance {
  return { page, rect, lines, font, fontName };
}

export async function signed(pdf: Uint8Array<ArrayBuffer> | Blob, request: Pick<SignPdfRequest, "signer"> & Partial<SignPdfRequest>): Promise<SignedPdf> {
  const document = pdf instanceof Blob ? pdf : new Blob([pdf]);
  return await signPdf({ document, time: new Date(), signerName: "ნინო ტესტაძე", reason: "ვეთანხმები", appearance: block(), ...request });
}

export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}
