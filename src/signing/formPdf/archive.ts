// What makes a PDF fit for an archive (PDF/A-2, ISO 19005-2): what it is, and what its colours mean, is said inside it.
import type { Bytes } from "../../card/bytes.ts";
import { deflate } from "../pdf/filters.ts";
import { array, dict, name, type PdfValue, stream, textString } from "../pdf/values.ts";
import type { PdfFile } from "./pdfFile.ts";

/** XMP (ISO 16684-1) with the PDF/A identification. Not packed: ISO 19005-2 §6.6.2.1 wants it readable. */
export function metadata(title: string, madeAt: Date, language: string): PdfValue {
  // XML 1.0 §2.2 has no words for controls and halves of characters, however they are escaped.
  const escaped = title.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "\ufffd").replaceAll(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? "");
  const date = `${madeAt.toISOString().slice(0, 19)}Z`;
  const xmp = `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="U"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="${date}" xmp:ModifyDate="${date}"/>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
  return stream(dict({ Type: name("Metadata"), Subtype: name("XML") }), new TextEncoder().encode(xmp));
}

/** §6.2.3: the page's colours are those of sRGB. */
export async function outputIntent(file: PdfFile): Promise<PdfValue> {
  const profile = file.add(stream(dict({ N: 3, Filter: name("FlateDecode") }), await deflate(srgbProfile())));
  return array([
    dict({ Type: name("OutputIntent"), S: name("GTS_PDFA1"), OutputConditionIdentifier: textString("sRGB"), Info: textString("sRGB IEC61966-2.1"), DestOutputProfile: profile }),
  ]);
}

type Tag = readonly [signature: string, data: Bytes];

/** A display profile of version 2 (ICC.1:2001-04) with the primaries of sRGB, adapted to D50, and a gamma of 2.2. */
function srgbProfile(): Bytes {
  const xyz = (x: number, y: number, z: number): Bytes => words("XYZ ", 0, ...[x, y, z].map((one) => Math.round(one * 65536)));
  const gamma = concatBytes(words("curv", 0, 1), Uint8Array.of(0x02, 0x33, 0, 0));
  const text = "sRGB";
  const described = concatBytes(words("desc", 0, text.length + 1), letters(`${text}\0`), new Uint8Array(78));
  const tags: readonly Tag[] = [
    ["desc", described],
    ["cprt", concatBytes(words("text", 0), letters("no copyright\0"))],
    ["wtpt", xyz(0.9642, 1, 0.8249)],
    ["rXYZ", xyz(0.4361, 0.2225, 0.0139)],
    ["gXYZ", xyz(0.3851, 0.7169, 0.0971)],
    ["bXYZ", xyz(0.1431, 0.0606, 0.7141)],
    ["rTRC", gamma],
    ["gTRC", gamma],
    ["bTRC", gamma],
  ];
  let at = 128 + 4 + 12 * tags.length;
  const directory: Bytes[] = [words(tags.length)];
  const data: Bytes[] = [];
  for (const [signature, bytes] of tags) {
    directory.push(words(signature, at, bytes.length));
    const padded = concatBytes(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));
    data.push(padded);
    at += padded.length;
  }
  const date = Uint8Array.of(0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0);
  const header = concatBytes(words(at, 0, 0x02400000, "mntr", "RGB ", "XYZ "), date, words("acsp", 0, 0, 0, 0, 0, 0, 0, 0xf6d6, 0x10000, 0xd32d), new Uint8Array(48));
  return concatBytes(header, ...directory, ...data);
}

function letters(text: string): Bytes {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Numbers as 32 bits, texts of four letters as they are. */
function words(...parts: readonly (number | string)[]): Bytes {
  const out = new Uint8Array(4 * parts.length);
  const view = new DataView(out.buffer);
  parts.forEach((part, i) => (typeof part === "number" ? view.setInt32(4 * i, part | 0) : out.set(letters(part), 4 * i)));
  return out;
}

function concatBytes(...parts: readonly Bytes[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
