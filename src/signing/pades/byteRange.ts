// What a signature in a PDF covers (ISO 32000-1 §12.8.1): all of the file up to its revision's end, but its own /Contents.
import { as, integerOf, type PdfDict } from "../pdf/values.ts";
import type { Bytes } from "../../card/bytes.ts";
import { definite } from "../asn1/definite.ts";
import { joinBlobs } from "../../codec/distantFile.ts";
import { SigningError } from "../error.ts";

export interface Coverage {
  /** The file without /Contents, up to the end of what is covered. */
  readonly covered: Blob;
  /** Where the covered part ends. */
  readonly end: number;
  readonly contents: Bytes;
}

/**
 * [Note: the gap is the signature] The gap must be exactly the string that stands as /Contents: else there is room beside
 * it in which anything can be hidden (CVE-2018-16042 and its relatives).
 * @returns null: the ByteRange is not what it should be
 */
export function coverageOf(file: Blob, signature: PdfDict): Coverage | null {
  const contents = as("string", signature.entries.get("Contents"));
  const range = as("array", signature.entries.get("ByteRange"))?.items.map((item) => integerOf(item) ?? -1);
  if (!contents?.place || !range || range.length !== 4 || signature.repeated) return null;
  const [first = -1, open = -1, close = -1, rest = -1] = range;
  const [from, to] = contents.place;
  const end = close + rest;
  if (first !== 0 || open !== from || close !== to || rest < 0 || end > file.size) return null;
  return { covered: joinBlobs([file.slice(0, open), file.slice(close, end)]), end, contents: contents.bytes };
}

/**
 * The CMS at the start of /Contents, and whether nothing but zeros fills the rest of the room.
 * @returns null: no ASN.1 there at all
 */
export function cutPadding(contents: Bytes): { readonly cms: Bytes; readonly clean: boolean } | null {
  try {
    const { der, taken } = definite(contents);
    return { cms: der, clean: contents.subarray(taken).every((byte) => byte === 0) };
  } catch (error) {
    if (error instanceof SigningError) return null;
    throw error;
  }
}
