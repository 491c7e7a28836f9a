// Verification of a signed PDF: what each signature covers, what came after it, and its CMS by the shared verifier.
import { type Bytes, equal } from "../../card/bytes.ts";
import { SigningError } from "../error.ts";
import { hashBlob } from "../hash/streamHash.ts";
import { PdfDocument } from "../pdf/document.ts";
import { unpack } from "../pdf/filters.ts";
import { blobSource } from "../pdf/source.ts";
import { as, nameOf, type PdfDict, textOf } from "../pdf/values.ts";
import { readToken } from "../timestamp/token.ts";
import type { Evidence, VerificationContext } from "../verify/context.ts";
import { judge } from "../verify/judge.ts";
import { fileReport, fileState, type Reason, type ReasonCode, type SignatureReport, sortedReasons, type VerificationReport, verdictOf } from "../verify/report.ts";
import { verifyCms } from "../verify/verifyCms.ts";
import { coverageOf, type Coverage, cutPadding } from "./byteRange.ts";
import { readFields, type SignatureField } from "./fields.ts";
import { laterChanges } from "./laterChanges.ts";
import { certificationLevel } from "./permission.ts";

const cmsFilters: ReadonlySet<string> = new Set(["ETSI.CAdES.detached", "adbe.pkcs7.detached"]);

/**
 * @param fileName shown in the report
 * @returns null: not a PDF
 */
export async function verifyPdf(file: Blob, fileName: string, context: VerificationContext): Promise<VerificationReport | null> {
  if (!/%PDF-\d/.test(await file.slice(0, 1024).text())) return null;
  const report = (reasons: readonly Reason[], signatures: readonly SignatureReport[]): VerificationReport =>
    fileReport({ format: "pades", reasons, signatures, files: [{ name: fileName, size: file.size, state: fileState(signatures, null) }] });
  try {
    const document = await PdfDocument.open(blobSource(file));
    if (document.sections.some(({ trailer }) => trailer.entries.has("Encrypt"))) return report([{ code: "FILE_ENCRYPTED" }], []);
    const { signatures: fields } = await readFields(document);
    const evidence = await storedEvidence(document);
    const reports: SignatureReport[] = [];
    const reasons: Reason[] = [];
    for (const field of fields) {
      if (!field.value) continue;
      if (nameOf(field.value.entries.get("SubFilter")) === "ETSI.RFC3161") reasons.push(...(await checkDocumentStamp(file, document, field)));
      else reports.push(...(await verifyField(file, document, field, evidence, context)));
    }
    if (document.cutOff) reasons.push({ code: "FILE_INCOMPLETE" });
    return report(reasons, reports);
  } catch (error) {
    if (!(error instanceof SigningError) || error.code === "CANCELLED" || error.code === "FILE_UNREADABLE") throw error;
    return report([{ code: error.code === "UNSUPPORTED" ? "FEATURE_UNKNOWN" : error.code === "FILE_INCOMPLETE" ? "FILE_INCOMPLETE" : "DOCUMENT_BROKEN" }], []);
  }
}

async function verifyField(file: Blob, document: PdfDocument, field: SignatureField, evidence: Evidence, context: VerificationContext): Promise<readonly SignatureReport[]> {
  const value = field.value;
  const failed = async (code: ReasonCode): Promise<readonly SignatureReport[]> => [
    await judge({ certificate: null, reasons: [{ code, subject: field.name }], claimedTime: null, algorithm: null, tokens: [], evidence }, context),
  ];
  if (!value || value.repeated) return await failed("STRUCTURE_BROKEN");
  if (!cmsFilters.has(nameOf(value.entries.get("SubFilter")) ?? "")) return await failed("ALGORITHM_UNKNOWN");
  const coverage = coverageOf(file, value);
  if (!coverage) return await failed("NOT_EVERYTHING_SIGNED");
  const cut = cutPadding(coverage.contents);
  if (!cut) return await failed("STRUCTURE_BROKEN");
  const around = await judgeSurroundings(file, document, field, coverage);
  if (!cut.clean) around.push({ code: "NOT_EVERYTHING_SIGNED", subject: field.name });
  const digests = new Map<number, Promise<Bytes>>();
  const content = (bits: 256 | 384 | 512): Promise<Bytes> => {
    const found = digests.get(bits) ?? hashBlob(coverage.covered, { bits, signal: context.signal ?? null }).then(({ digest }) => digest);
    digests.set(bits, found);
    return found;
  };
  const found = await verifyCms({ cms: cut.cms, content, evidence, claimedTime: readDate(textOf(value.entries.get("M"))) }, context);
  if (!found || found.length !== 1) return await failed("STRUCTURE_BROKEN");
  return found.map((one) => {
    const reasons = sortedReasons([...one.reasons, ...around]);
    return { ...one, reasons, verdict: verdictOf(reasons) };
  });
}

/** Is it the end of the file, or what came after? */
async function judgeSurroundings(file: Blob, document: PdfDocument, field: SignatureField, { end }: Coverage): Promise<Reason[]> {
  const reason = (code: ReasonCode): Reason => ({ code, subject: field.name });
  const behind = await file.slice(document.end).text();
  const reasons: Reason[] = /^\s*$/.test(behind) ? [] : [reason("NOT_EVERYTHING_SIGNED")];
  const signed = await PdfDocument.open(blobSource(file, end)).catch(() => null);
  // The part that is covered must be a document by itself, and what follows must build on it.
  if (!signed || !document.sections.some(({ offset }) => offset === signed.startxref) || !(await holdsSignature(signed, field))) return [...reasons, reason("NOT_EVERYTHING_SIGNED")];
  if (end >= document.end) return reasons;
  const later = await laterChanges(signed, document, await certificationLevel(signed)).catch(() => ({ changed: true, added: true }));
  if (later.changed) reasons.push(reason("LATER_CHANGES"));
  else if (later.added) reasons.push(reason("LATER_ADDITIONS"));
  return reasons;
}

/** The signature must be in the revision that it covers. */
async function holdsSignature(signed: PdfDocument, field: SignatureField): Promise<boolean> {
  const { signatures } = await readFields(signed);
  const contents = (dict: PdfDict | null | undefined): Bytes | null => as("string", dict?.entries.get("Contents"))?.bytes ?? null;
  const now = contents(field.value);
  const then = contents(signatures.find(({ name }) => name === field.name)?.value);
  return now !== null && then !== null && equal(now, then);
}

/** A time stamp over the whole document (EN 319 142-1 §5.4.3) is no signature of anybody, but it must hold. */
async function checkDocumentStamp(file: Blob, document: PdfDocument, field: SignatureField): Promise<readonly Reason[]> {
  const subject = field.name;
  const coverage = field.value && coverageOf(file, field.value);
  if (!coverage) return [{ code: "TIMESTAMP_WRONG", subject }];
  const reasons = await judgeSurroundings(file, document, field, coverage);
  const cut = cutPadding(coverage.contents);
  const token = cut && await readToken(cut.cms, new Uint8Array(await coverage.covered.arrayBuffer())).catch(() => null);
  return token?.problem === null ? reasons : [...reasons, { code: token?.problem === "unknown" ? "FEATURE_UNKNOWN" : "TIMESTAMP_WRONG", subject }];
}

/** What a PDF keeps for the long term: the Document Security Store (EN 319 142-1 §5.4.2). */
async function storedEvidence(document: PdfDocument): Promise<Evidence> {
  const { dict: catalog } = await document.catalog();
  const store = as("dict", await document.get(catalog, "DSS"));
  const streams = async (key: string): Promise<readonly Bytes[]> => {
    const items = store ? (as("array", await document.get(store, key))?.items ?? []) : [];
    const out: Bytes[] = [];
    for (const item of items.slice(0, 1000)) {
      const found = as("stream", await document.resolve(item));
      if (found) out.push(await unpack(found));
    }
    return out;
  };
  return { certificates: await streams("Certs"), crls: await streams("CRLs"), ocspResponses: await streams("OCSPs") };
}

/** A date string (ISO 32000-1 §7.9.4) in milliseconds since the epoch; null when it is none. */
export function readDate(text: string | null): number | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?'?)?/.exec(text ?? "");
  if (!found) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map((part) => (part === undefined ? undefined : Number(part)));
  const offset = (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0)) * (found[7] === "-" ? -1 : 1);
  return Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000;
}
