// A signed file of whatever kind: what it is, told by its first bytes and not by its name.
import { parseSignedData } from "../cms/parseSignedData.ts";
import { isCutOff, tailWithin } from "../pdf/cutOff.ts";
import { zipIsCutOff } from "../zip/cutOff.ts";
import { hashBlob } from "../hash/streamHash.ts";
import type { Bytes } from "../signer.ts";
import type { ContentDigest } from "./checkSigner.ts";
import { ns } from "../xades/names.ts";
import type { VerificationContext } from "./context.ts";
import { fileReport, fileState, type Reason, type ReasonCode, type SignatureReport, type VerificationReport } from "./report.ts";
import { verifyAsic } from "./verifyAsic.ts";
import { definiteOrNull } from "./unarmoured.ts";
import { verifyCms } from "./verifyCms.ts";

export interface FileToVerify {
  readonly name: string;
  readonly data: Blob;
}

/** More than any signature needs; an enveloping one has its document inside, and is read as a whole. */
const longestCms = 256 * 1024 * 1024;

/** null: not a PDF. */
export type PdfVerifier = (file: Blob, fileName: string, context: VerificationContext) => Promise<VerificationReport | null>;

/**
 * @param content what a detached signature signs; null: not given
 * @param verifyPdf the PDF side, which is a part of its own
 * @throws SigningError FILE_UNREADABLE, CANCELLED
 */
export async function verifyFile(file: FileToVerify, content: FileToVerify | null, context: VerificationContext, verifyPdf: PdfVerifier | null = null): Promise<VerificationReport> {
  if (file.data.size === 0) return unsigned("FILE_EMPTY");
  const head = new Uint8Array(await file.data.slice(0, 1024).arrayBuffer());
  const text = new TextDecoder("latin1").decode(head);
  if (text.startsWith("PK\u0003\u0004")) return await verifyAsic(file.data, context);
  // Before PDF, which may begin within the first kilobyte: a short .p7m has its document there.
  if (isDer(head) && head[2 + ((head[1] ?? 0) & 0x7f)] === 0x06) return await verifyCmsFile(file, content, context);
  const pdf = text.includes("%PDF-") && verifyPdf ? await verifyPdf(file.data, file.name, context) : null;
  if (pdf) return pdf;
  if (isDer(head) || /^-----BEGIN (PKCS7|CMS)-----/.test(text)) return await verifyCmsFile(file, content, context);
  // The older Word, Excel and PowerPoint (a compound file), and rich text.
  if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1") || text.startsWith("{\\rtf")) return unsigned("OFFICE_DOCUMENT");
  return unsigned((await hasXmlSignature(file.data, text)) ? "SIGNATURE_OTHER_KIND" : null);
}

const xmlWithin = 4 * 1024 * 1024;

/** Whether it is XML and speaks of signatures, at its beginning or (around a document) at its end. */
async function hasXmlSignature(data: Blob, head: string): Promise<boolean> {
  if (!/^(\u00ef\u00bb\u00bf)?\s*</.test(head)) return false;
  const ends = (await data.slice(0, xmlWithin).text()) + (await data.slice(Math.max(xmlWithin, data.size - xmlWithin)).text());
  return ends.includes(ns.ds) && /<(?:[\w.-]+:)?Signature[\s>]/.test(ends);
}

function unsigned(code: ReasonCode | null): VerificationReport {
  return fileReport({ format: null, reasons: code ? [{ code }] : [], signatures: [], files: [] });
}

/** A SEQUENCE of 128 bytes or more, or of no stated length: every CMS is. "0" is the same octet, and a list of telephone numbers may begin with it. */
function isDer([tag, length = 0]: Uint8Array): boolean {
  return tag === 0x30 && length >= 0x80 && length <= 0x88;
}

/** The outermost length, or the end of the armour, tells. See: [Note: cut off is not forged]. */
function cmsIsCutOff(bytes: Bytes): boolean {
  if (bytes[0] !== 0x30) return !/-----END (?:PKCS7|CMS)-----/.test(new TextDecoder("latin1").decode(bytes));
  const octets = (bytes[1] ?? 0) & 0x7f;
  if (octets === 0) return false;
  return bytes.length < 2 + octets + bytes.subarray(2, 2 + octets).reduce((sum, octet) => sum * 256 + octet, 0);
}

async function verifyCmsFile(file: FileToVerify, content: FileToVerify | null, context: VerificationContext): Promise<VerificationReport> {
  const nothing = (reason: Reason): VerificationReport => fileReport({ format: "cades-detached", reasons: [reason], signatures: [], files: [] });
  if (file.data.size > longestCms) return nothing({ code: "TOO_LARGE" });
  const bytes = new Uint8Array(await file.data.arrayBuffer());
  if (cmsIsCutOff(bytes)) return nothing({ code: "FILE_INCOMPLETE" });
  const cms = definiteOrNull(bytes);
  const digest: ContentDigest | null = content && (async (bits) => (await hashBlob(content.data, { bits, signal: context.signal ?? null })).digest);
  const found = cms && (await verifyCms({ cms, content: digest }, context));
  if (!found) return nothing({ code: "STRUCTURE_BROKEN" });
  const inside = parseSignedData(cms).content;
  const reports = inside ? found : found.map(besideItsDocument);
  const files = inside ? [{ name: file.name.replace(/\.p7m$/i, ""), size: inside.length, state: fileState(reports, null) }] : content ? [{ name: content.name, size: content.data.size, state: fileState(reports, null) }] : [];
  // Half of a document is not what was signed, and yet nobody has changed it. What is as it was signed lacks nothing.
  const lack = !inside && content && fileState(reports, null) === "other" ? await lackOf(content.data) : null;
  const reasons: readonly Reason[] = lack && content ? [{ code: lack, subject: content.name }] : [];
  return fileReport({ format: inside ? "cades-enveloping" : "cades-detached", reasons, signatures: reports, files });
}

/** Who chose the document is asked whether it is the right one before anybody is said to have changed it. */
function besideItsDocument(report: SignatureReport): SignatureReport {
  return { ...report, reasons: report.reasons.map((reason) => (reason.code === "CONTENT_CHANGED" ? { ...reason, code: "CONTENT_DIFFERS" } : reason)) };
}

/** Why a document may not be what was signed, as far as it shows. */
async function lackOf(data: Blob): Promise<"FILE_EMPTY" | "FILE_INCOMPLETE" | null> {
  if (data.size === 0) return "FILE_EMPTY";
  return (await isIncomplete(data)) ? "FILE_INCOMPLETE" : null;
}

/** Whether a PDF or a ZIP has no end; of other kinds it can't be seen. */
async function isIncomplete(data: Blob): Promise<boolean> {
  const head = await data.slice(0, 1024).text();
  if (head.startsWith("PK\u0003\u0004")) return await zipIsCutOff(data);
  return /%PDF-\d/.test(head) && isCutOff(new TextDecoder("latin1").decode(await data.slice(-tailWithin).arrayBuffer()));
}
