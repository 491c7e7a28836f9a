// A PDF made ready for one more signature (ISO 32000-1 §12.8; PAdES baseline, EN 319 142-1 §6.3): everything is in
// place but the CMS. What is to be signed is the digest of every byte but the room kept for it.
import { type Bytes, concat, toHex } from "../../card/bytes.ts";
import type { HashBits } from "../algorithms.ts";
import { joinBlobs } from "../../codec/distantFile.ts";
import { SigningError } from "../error.ts";
import { PdfDocument } from "../pdf/document.ts";
import { hashBlob, type HashOptions } from "../hash/streamHash.ts";
import { findPage } from "../pdf/pages.ts";
import { ascii } from "../pdf/serialize.ts";
import { blobSource } from "../pdf/source.ts";
import { PdfUpdate } from "../pdf/update.ts";
import { array, as, dateString, dict, hexString, integerOf, name, type PdfDict, type PdfRef, ref, textString, withEntries } from "../pdf/values.ts";
import { appendTo } from "./append.ts";
import { type Appearance, addAppearance } from "./appearance.ts";
import { emptyFields } from "./emptyFields.ts";
import { type FormFields, readFields } from "./fields.ts";
import { signingPermission } from "./permission.ts";

export interface PadesRequest {
  readonly document: Blob;
  /** Hash of the signer's algorithm. */
  readonly hash: HashBits;
  /** Signer's clock: goes into /M, as PAdES wants it. */
  readonly time: Date;
  /** Signer's name for viewers that show /Name. */
  readonly signerName: string;
  readonly reason: string | null;
  /** null: invisible. */
  readonly appearance: Appearance | null;
  /** An empty field that is filled in instead of a new one, in its own place. See: [Note: fields that can be filled]. */
  readonly field?: FieldToFill | null;
  /** Bytes to keep for the CMS: certificates, attributes, a time stamp. */
  readonly room: number;
  readonly fileId?: Bytes;
  readonly signal?: AbortSignal | null;
  /** Bytes of the document read so far. */
  readonly progress?: ((done: number) => void) | null;
}

export interface FieldToFill {
  /** Full name. */
  readonly name: string;
  readonly look: Pick<Appearance, "lines" | "font" | "fontName">;
}

export interface PreparedPdf {
  /** Of everything the ByteRange covers: the messageDigest of the CMS. */
  readonly digest: Bytes;
  readonly room: number;
  /**
   * The signed file: the original's bytes as they were, and the update.
   * @throws SigningError INTERNAL when the CMS is larger than the room kept
   */
  finish(cms: Bytes): Blob;
}

/** Wide enough for any offset JavaScript can count to. */
const rangeWidth = 16;

/**
 * @throws SigningError PDF_BROKEN, PDF_ENCRYPTED, PDF_LOCKED, UNSUPPORTED, FILE_UNREADABLE, CANCELLED
 */
export async function preparePdf(request: PadesRequest): Promise<PreparedPdf> {
  const { document: file, room, signal = null, progress = null } = request;
  const document = await PdfDocument.open(blobSource(file));
  if (document.cutOff) throw new SigningError("FILE_INCOMPLETE", "the newest revision has no end");
  const fields = await readFields(document);
  const permission = await signingPermission(document, fields);
  const update = new PdfUpdate(document);
  const value = update.add(signatureDictionary(request));
  if (request.field) await fillField(document, update, fields, request.field, value);
  // The author allowed signatures, not marks on the pages.
  else await addField(document, update, fields, permission === "signing" ? null : request.appearance, value);
  const { bytes, places } = update.write(request.fileId ?? crypto.getRandomValues(new Uint8Array(16)));
  return await cut(file, bytes, (places.get(value.num) ?? 0) - file.size, room, request.hash, { signal, progress });
}

async function addField(document: PdfDocument, update: PdfUpdate, fields: FormFields, appearance: Appearance | null, value: PdfRef): Promise<void> {
  const page = await findPage(document, appearance?.page ?? 0);
  if (page.dict.repeated) throw new SigningError("PDF_BROKEN", "a key twice in the page's dictionary");
  const look = appearance ? await addAppearance(update, appearance, page) : null;
  const widget = update.add(
    dict({
      Type: name("Annot"),
      Subtype: name("Widget"),
      FT: name("Sig"),
      T: textString(freeName(fields.names)),
      V: value,
      P: page.at,
      // Table 165: print, locked; an invisible one is hidden by its empty rectangle (§12.7.4.5).
      F: 0x84,
      Rect: array(look?.rect ?? [0, 0, 0, 0]),
      ...(look ? { AP: dict({ N: look.form }) } : {}),
    }),
  );
  update.set(page.at, await appendTo(document, update, page.dict, "Annots", widget));
  await changeForm(document, update, async (form) => await appendTo(document, update, form, "Fields", widget));
}

/** Whoever made the field has chosen its place: what fits is shown there, whatever else the author forbids. */
async function fillField(document: PdfDocument, update: PdfUpdate, fields: FormFields, { name: wanted, look }: FieldToFill, value: PdfRef): Promise<void> {
  const found = (await emptyFields(document, fields)).find((one) => one.name === wanted);
  if (!found) throw new SigningError("UNSUPPORTED", "no empty signature field of that name");
  const { at, field, on, page, rect } = found;
  const shown = rect && (await addAppearance(update, { ...look, page, rect }, on));
  // Nothing else of the field is touched: an earlier signature allows no more.
  update.set(at, withEntries(field.dict, { V: value, ...(shown ? { AP: dict({ N: shown.form }) } : {}) }));
  await changeForm(document, update, (form) => Promise.resolve(form));
}

function signatureDictionary({ time, signerName, reason, room }: PadesRequest): PdfDict {
  return dict({
    Type: name("Sig"),
    Filter: name("Adobe.PPKLite"),
    SubFilter: name("ETSI.CAdES.detached"),
    // Both are found again by their shape, and filled in.
    ByteRange: array(Array.from({ length: 4 }, () => 10 ** (rangeWidth - 1))),
    Contents: hexString(new Uint8Array(room)),
    M: dateString(time),
    Name: textString(signerName),
    ...(reason ? { Reason: textString(reason) } : {}),
  });
}

/** The form changed, wherever the file keeps it. */
async function changeForm(document: PdfDocument, update: PdfUpdate, change: (form: PdfDict) => Promise<PdfDict>): Promise<void> {
  const catalog = await document.catalog();
  if (catalog.dict.repeated) throw new SigningError("PDF_BROKEN", "a key twice in the catalog");
  const known = catalog.dict.entries.get("AcroForm");
  const form = as("dict", await document.resolve(known)) ?? dict({});
  if (form.repeated) throw new SigningError("PDF_BROKEN", "a key twice in the form's dictionary");
  const flags = integerOf(await document.get(form, "SigFlags")) ?? 0;
  // Table 219: there are signatures, and the file may only be appended to.
  const grown = withEntries(await change(form), { SigFlags: flags | 3 });
  const at = as("ref", known);
  if (at) update.set(ref(at.num, at.gen), grown);
  else update.set(catalog.at, withEntries(catalog.dict, { AcroForm: grown }));
}

function freeName(taken: ReadonlySet<string>): string {
  for (let n = 1; ; n += 1) if (!taken.has(`Signature${n}`)) return `Signature${n}`;
}

async function cut(file: Blob, update: Bytes, from: number, room: number, hash: HashBits, options: Omit<HashOptions, "bits">): Promise<PreparedPdf> {
  const tag = ascii("/Contents <");
  const open = find(update, tag, from) + tag.length - 1;
  const close = open + 2 * room + 2;
  const range = [0, file.size + open, file.size + close, update.length - close];
  const placeholder = ascii(`[${range.map(() => 10 ** (rangeWidth - 1)).join(" ")}]`);
  const filled = update.slice();
  filled.set(ascii(`[${range.join(" ")}]`.padEnd(placeholder.length)), find(update, placeholder, from));
  const [before, after] = [filled.slice(0, open), filled.slice(close)];
  const { digest } = await hashBlob(joinBlobs([file, before, after]), { bits: hash, ...options });
  return {
    digest,
    room,
    finish: (cms) => {
      if (cms.length > room) throw new SigningError("INTERNAL", "the signature is larger than the room kept for it");
      const contents = ascii(`<${toHex(concat(cms, new Uint8Array(room - cms.length)))}>`);
      return joinBlobs([file, before, contents, after], "application/pdf");
    },
  };
}

function find(bytes: Bytes, wanted: Bytes, from: number): number {
  for (let at = from; at <= bytes.length - wanted.length; at += 1) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  throw new SigningError("INTERNAL", "a place that was just written is not there");
}

