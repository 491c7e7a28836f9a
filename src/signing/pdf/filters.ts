// What cross-reference and object streams are packed with (ISO 32000-1 §7.4.4): deflate, with or without a predictor.
// Page contents are never unpacked here.
import { type Bytes, concat } from "../../card/bytes.ts";
import { chunksOf } from "../../codec/chunksOf.ts";
import { hold } from "../../codec/hold.ts";
import { SigningError } from "../error.ts";
import { malformed } from "./parser.ts";
import { as, dictOf, integerOf, nameOf, type PdfStream, type PdfValue } from "./values.ts";

/** More than this a cross-reference or object stream never holds; a small file that claims it is a trap. */
const mostUnpacked = 256 * 1024 * 1024;

/** @throws SigningError UNSUPPORTED for any other filter, PDF_BROKEN for data that can't be unpacked */
export async function unpack({ dict, data }: PdfStream): Promise<Bytes> {
  const listed = (value: PdfValue | undefined): readonly (PdfValue | undefined)[] => as("array", value)?.items ?? (value === undefined || value === null ? [] : [value]);
  const filters = listed(dict.entries.get("Filter") ?? dict.entries.get("F"));
  const parameters = listed(dict.entries.get("DecodeParms") ?? dict.entries.get("DP"));
  if (filters.length === 0) return data;
  if (filters.length > 1 || !["FlateDecode", "Fl"].includes(nameOf(filters[0]) ?? "")) throw new SigningError("UNSUPPORTED", "a filter that is not known here");
  return unpredict(await inflate(data), dictOf(parameters[0])?.entries ?? new Map());
}

async function inflate(data: Bytes): Promise<Bytes> {
  const parts: Bytes[] = [];
  let size = 0;
  const source = new Blob([data]).stream();
  try {
    for await (const value of chunksOf(source.pipeThrough(new DecompressionStream("deflate")), source)) {
      size += value.length;
      if (size > mostUnpacked) throw malformed("unpacks to more than any table holds");
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof SigningError) throw error;
    // Bytes behind the packed data (an end of line, most often) are an error to the browser and none to PDF.
    if (parts.length === 0) throw new SigningError("PDF_BROKEN", "packed data that can't be unpacked", error);
  }
  return concat(...parts);
}

/** zlib (RFC 1950), as /FlateDecode wants it. */
export async function deflate(data: Bytes): Promise<Bytes> {
  const source = new Blob([data]).stream();
  const packed = source.pipeThrough(new CompressionStream("deflate"));
  const release = hold(source, packed);
  try {
    return new Uint8Array(await new Response(packed).arrayBuffer());
  } finally {
    release();
  }
}

/** Undoes the PNG predictors (§7.4.4.4). */
function unpredict(data: Bytes, parameters: ReadonlyMap<string, PdfValue>): Bytes {
  const predictor = integerOf(parameters.get("Predictor")) ?? 1;
  if (predictor === 1) return data;
  if (predictor < 10) throw new SigningError("UNSUPPORTED", "a predictor that is not known here");
  const colors = integerOf(parameters.get("Colors")) ?? 1;
  const bits = integerOf(parameters.get("BitsPerComponent")) ?? 8;
  const width = Math.ceil(((integerOf(parameters.get("Columns")) ?? 1) * colors * bits) / 8);
  const step = Math.max(1, Math.ceil((colors * bits) / 8));
  if (!(width > 0 && width < 1 << 20)) throw malformed("a predictor without columns");
  const rows = Math.floor(data.length / (width + 1));
  const out = new Uint8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (width + 1)] ?? 0;
    for (let i = 0; i < width; i += 1) {
      const left = i >= step ? (out[row * width + i - step] ?? 0) : 0;
      const up = row > 0 ? (out[(row - 1) * width + i] ?? 0) : 0;
      const corner = row > 0 && i >= step ? (out[(row - 1) * width + i - step] ?? 0) : 0;
      out[row * width + i] = (data[row * (width + 1) + 1 + i] ?? 0) + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0);
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
