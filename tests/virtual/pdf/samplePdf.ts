// Small PDFs of every structure that a signature has to cope with, written by hand and by nothing of src.
import { deflateSync } from "node:zlib";

export interface SampleOptions {
  /** table: xref table; stream: xref stream, plain objects in an object stream; hybrid: both. */
  readonly xref?: "table" | "stream" | "hybrid";
  readonly pages?: number;
  readonly rotate?: number;
  /** An AcroForm with a text field: its dictionary in place, or an object of its own. */
  readonly form?: "none" | "inPlace" | "object";
  /** /Annots of the first page: absent, in place, or an array of its own. */
  readonly annots?: "none" | "inPlace" | "object";
  /** The form has a signature field that nobody has signed yet. */
  readonly emptySignature?: boolean;
  /** More entries of that field. */
  readonly signatureEntries?: string;
  /** Behind the last %%EOF. */
  readonly tail?: string;
  /** A line of more entries for catalog and trailer. */
  readonly catalog?: string;
  readonly trailer?: string;
  readonly extra?: readonly string[];
  readonly lineEnd?: string;
}

/** Objects by number: what a test changes is found again. */
export const numbers = { catalog: 1, pages: 2, font: 3, form: 4, field: 5, annots: 6, signature: 7, firstPage: 10 } as const;

export function samplePdf(options: SampleOptions = {}): Uint8Array<ArrayBuffer> {
  const { xref = "table", pages = 2, rotate = 0, form = "none", annots = "none", emptySignature = false, signatureEntries = "", tail = "", catalog = "", trailer = "", extra = [], lineEnd = "\n" } = options;
  const objects = new Map<number, string>();
  const pageNumbers = Array.from({ length: pages }, (_, i) => numbers.firstPage + 2 * i);
  const signatureRef = emptySignature ? ` ${numbers.signature} 0 R` : "";
  const formText = `<</Fields [${numbers.field} 0 R${signatureRef}] /DA (/F1 12 Tf 0 g) /DR <</Font <</F1 ${numbers.font} 0 R>>>>>>`;
  const formEntry = form === "none" ? "" : `/AcroForm ${form === "object" ? `${numbers.form} 0 R` : formText}`;
  objects.set(numbers.catalog, `<</Type /Catalog /Pages ${numbers.pages} 0 R ${formEntry} ${catalog}>>`);
  objects.set(numbers.pages, `<</Type /Pages /Count ${pages} /Kids [${pageNumbers.map((one) => `${one} 0 R`).join(" ")}] /MediaBox [0 0 595 842] ${rotate ? `/Rotate ${rotate}` : ""}>>`);
  objects.set(numbers.font, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
  if (form !== "none") {
    objects.set(numbers.form, formText);
    objects.set(numbers.field, `<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Nino \\(N.\\)) /Rect [50 700 250 720] /P ${numbers.firstPage} 0 R /F 4>>`);
  }
  if (emptySignature) objects.set(numbers.signature, `<</Type /Annot /Subtype /Widget /FT /Sig /T (Theirs) /Rect [50 600 250 660] /P ${numbers.firstPage} 0 R /F 4 ${signatureEntries}>>`);
  const annotItems = form === "none" ? "" : `${numbers.field} 0 R${signatureRef}`;
  objects.set(numbers.annots, `[${annotItems}]`);
  const annotEntry = annots === "none" ? (annotItems ? `/Annots [${annotItems}]` : "") : `/Annots ${annots === "object" ? `${numbers.annots} 0 R` : `[${annotItems}]`}`;
  const streams = new Map<number, string>();
  pageNumbers.forEach((num, i) => {
    objects.set(num, `<</Type /Page /Parent ${numbers.pages} 0 R /Contents ${num + 1} 0 R /Resources <</Font <</F1 ${numbers.font} 0 R>>>> ${i === 0 ? annotEntry : ""}>>`);
    streams.set(num + 1, `BT /F1 24 Tf 72 720 Td (Page ${i + 1}) Tj ET`);
  });
  extra.forEach((text, i) => objects.set(numbers.firstPage + 2 * pages + i, text));
  return write(objects, streams, { xref, tail, trailer, lineEnd });
}

function write(objects: ReadonlyMap<number, string>, streams: ReadonlyMap<number, string>, { xref, tail, trailer, lineEnd }: Required<Pick<SampleOptions, "xref" | "tail" | "trailer" | "lineEnd">>): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const put = (data: string | Buffer): void => {
    const bytes = typeof data === "string" ? Buffer.from(data, "latin1") : data;
    parts.push(bytes);
    length += bytes.length;
  };
  const at = new Map<number, number>();
  put(`%PDF-1.7${lineEnd}%\xe2\xe3\xcf\xd3${lineEnd}`);
  const packed = xref === "table" ? [] : [...objects].filter(([num]) => num !== numbers.catalog || xref === "stream");
  const inside = new Map(packed.map(([num], i) => [num, i]));
  for (const [num, text] of objects) {
    if (inside.has(num)) continue;
    at.set(num, length);
    put(`${num} 0 obj${lineEnd}${text}${lineEnd}endobj${lineEnd}`);
  }
  for (const [num, text] of streams) {
    at.set(num, length);
    put(`${num} 0 obj${lineEnd}<</Length ${text.length}>>${lineEnd}stream\n${text}${lineEnd}endstream${lineEnd}endobj${lineEnd}`);
  }
  let highest = Math.max(...objects.keys(), ...streams.keys());
  const container = highest + 1;
  if (packed.length > 0) {
    let offset = 0;
    const index = packed.map(([num, text]) => {
      const entry = `${num} ${offset}`;
      offset += text.length + 1;
      return entry;
    });
    const first = `${index.join(" ")} `;
    const data = deflateSync(Buffer.from(first + packed.map(([, text]) => text).join("\n"), "latin1"));
    at.set(container, length);
    put(`${container} 0 obj${lineEnd}<</Type /ObjStm /N ${packed.length} /First ${first.length} /Filter /FlateDecode /Length ${data.length}>>stream\r\n`);
    put(data);
    put(`${lineEnd}endstream${lineEnd}endobj${lineEnd}`);
    highest = container + 1;
  }
  const id = `/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>] ${trailer}`;
  const row = (num: number): Buffer => {
    const out = Buffer.alloc(7);
    const offset = at.get(num);
    const place = inside.get(num);
    if (place !== undefined) {
      out.writeUInt8(2, 0);
      out.writeUInt32BE(container, 1);
      out.writeUInt16BE(place, 5);
    } else if (offset !== undefined) {
      out.writeUInt8(1, 0);
      out.writeUInt32BE(offset, 1);
    }
    return out;
  };
  const putStream = (entries: string): number => {
    const start = length;
    at.set(highest, start);
    // The "up" predictor, as most writers use it.
    const rows = Array.from({ length: highest + 1 }, (_, num) => row(num));
    const predicted = Buffer.concat(rows.map((one, i) => Buffer.from([2, ...one.map((byte, j) => byte - (rows[i - 1]?.[j] ?? 0))])));
    const data = deflateSync(predicted);
    put(`${highest} 0 obj${lineEnd}<</Type /XRef /Size ${highest + 1} /W [1 4 2] /Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 7>> /Length ${data.length} ${entries}>>stream\n`);
    put(data);
    put(`${lineEnd}endstream${lineEnd}endobj${lineEnd}`);
    return start;
  };
  if (xref === "stream") {
    const start = putStream(`/Root 1 0 R ${id}`);
    put(`startxref${lineEnd}${start}${lineEnd}%%EOF${tail}`);
    return new Uint8Array(Buffer.concat(parts));
  }
  const hidden = xref === "hybrid" ? putStream("") : null;
  const start = length;
  put(`xref${lineEnd}0 ${highest + 1}${lineEnd}0000000000 65535 f\r\n`);
  for (let num = 1; num <= highest; num += 1) {
    const offset = at.get(num);
    put(offset === undefined ? "0000000000 65535 f\r\n" : `${String(offset).padStart(10, "0")} 00000 n\r\n`);
  }
  put(`trailer${lineEnd}<</Size ${highest + 1} /Root 1 0 R ${hidden === null ? "" : `/XRefStm ${hidden}`} ${id}>>${lineEnd}startxref${lineEnd}${start}${lineEnd}%%EOF${tail}`);
  return new Uint8Array(Buffer.concat(parts));
}

/** Every structure there is, each with a name. */
export const samples: readonly (readonly [name: string, options: SampleOptions])[] = [
  ["a table", { tail: "\n" }],
  ["a table, lines ended by CR", { lineEnd: "\r" }],
  ["a table, lines ended by CR LF", { lineEnd: "\r\n", tail: "\r\n" }],
  ["a stream", { xref: "stream" }],
  ["a hybrid file", { xref: "hybrid", tail: "\n" }],
  ["a form in place", { form: "inPlace" }],
  ["a form of its own, annotations of their own", { form: "object", annots: "object" }],
  ["the same in an object stream", { form: "object", annots: "object", xref: "stream" }],
  ["the same in a hybrid file", { form: "object", annots: "object", xref: "hybrid" }],
  ["an empty signature field", { form: "object", emptySignature: true }],
  ["a page that is turned", { rotate: 90 }],
  ["a page upside down", { rotate: 180, xref: "stream" }],
  ["a page turned to the left", { rotate: 270, form: "inPlace", annots: "inPlace" }],
  ["words behind the end", { tail: "\nsent by mail\n\n" }],
];
