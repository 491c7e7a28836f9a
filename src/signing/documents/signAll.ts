// Several documents, one prompt. [Note: waiting for the PIN together] Each document is made ready in its turn until its
// digest waits for the card; only when all wait (or have failed) is a PIN asked for, and then one PIN signs as many as the
// card allows. What is signed is given out at once, so that a card pulled out later loses nothing.
import { CardError } from "../../card/error.ts";
import { joinBlobs } from "../../codec/distantFile.ts";
import { toSigningFailure } from "../error.ts";
import { signPdf, type SignPdfRequest } from "../pades/signPdf.ts";
import type { TrueTypeFont } from "../pdf/trueType.ts";
import type { WebPort } from "../port.ts";
import type { FileHash, SigningOptions } from "../sign/options.ts";
import { signAsic } from "../sign/signAsic.ts";
import { signCms, signCmsDigest } from "../sign/signCms.ts";
import type { Signer } from "../signer.ts";
import { isPdf } from "./check.ts";
import type { DocumentOutcome, DocumentToSign, SignedDocument, SigningJob } from "./job.ts";
import { containerName, signedName } from "./names.ts";

export interface SignAllOptions {
  readonly signer: Signer;
  readonly signerName: string;
  /** Signer's clock. */
  readonly at: Date;
  /** The time as the visible block shows it. */
  readonly shownTime: string;
  readonly font: TrueTypeFont;
  readonly fontName: string;
  /** The network, as far as the person allowed it. */
  readonly web: WebPort;
  /** How many documents have been made ready so far. */
  readonly onPrepared: (count: number) => void;
  /** Bytes read of all documents. */
  readonly onRead: (done: number, total: number) => void;
  /** What identifies a document that can't be shown; not for a PDF, whose hash is not that of the file. */
  readonly onHashed: (index: number, hash: FileHash) => void;
  /** A document has its signature, and a service is asked for what is to stand beside it. */
  readonly onAsking: (what: "stamping" | "proving") => void;
  readonly onOutcome: (index: number, outcome: DocumentOutcome) => void;
}

/** What one signature is made over. */
interface Unit {
  readonly indices: readonly number[];
  readonly sign: (signer: Signer, options: SigningOptions) => Promise<SignedDocument>;
}

/** Resolves when every document has its outcome. */
export async function signAll(job: SigningJob, options: SignAllOptions): Promise<void> {
  const running: Promise<void>[] = [];
  const total = job.documents.reduce((sum, { data }) => sum + data.size, 0);
  let before = 0;
  let prepared = 0;
  for (const unit of unitsOf(job, options)) {
    const start = before;
    await new Promise<void>((ready) => {
      const signer: Signer = {
        ...options.signer,
        sign: async (digest) => {
          ready();
          return await options.signer.sign(digest);
        },
      };
      const read: SigningOptions["progress"] = (progress) => {
        if (progress.phase === "reading") options.onRead(start + progress.done, total);
        if (progress.phase === "stamping" || progress.phase === "proving") options.onAsking(progress.phase);
        if (progress.phase === "hashed") options.onHashed(unit.indices[progress.index] ?? 0, progress.hash);
      };
      running.push(
        signOne(unit, signer, { ...signingOptions(job, options), progress: read }).then((outcome) => {
          for (const index of unit.indices) options.onOutcome(index, outcome.ok && index !== unit.indices[0] ? { ok: true, value: null } : outcome);
          ready();
        }),
      );
    });
    before += unit.indices.reduce((sum, index) => sum + (job.documents[index]?.data.size ?? 0), 0);
    prepared += unit.indices.length;
    options.onPrepared(prepared);
  }
  await Promise.all(running);
}

function unitsOf(job: SigningJob, options: SignAllOptions): readonly Unit[] {
  const { documents, format = "own" } = job;
  if (format === "container") return [{ indices: documents.map((_, index) => index), sign: (signer, how) => container(documents, signer, how) }];
  return documents.map((document, index): Unit => {
    const sign: Unit["sign"] = async (signer, how) => {
      if (document.digest) return await cmsOfDigest(document.name, document.digest, signer, how);
      if (format !== "own") return await cms(document, format, signer, how);
      return (await isPdf(document.data)) ? await pdf(document, job, options, signer, how) : await container([document], signer, how);
    };
    return { indices: [index], sign };
  });
}

async function signOne(unit: Unit, signer: Signer, options: SigningOptions): Promise<DocumentOutcome> {
  try {
    return { ok: true, value: await unit.sign(signer, options) };
  } catch (error) {
    if (error instanceof CardError) return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } };
    return { ok: false, error: toSigningFailure(error) };
  }
}

async function pdf(document: DocumentToSign, job: SigningJob, options: SignAllOptions, signer: Signer, how: SigningOptions): Promise<SignedDocument> {
  const { file, ...reached } = await signPdf({ ...pdfRequest(document, job, options), options: how, signer });
  return { name: signedName(document.name, job.words.suffix), data: file, ...reached };
}

async function container(documents: readonly DocumentToSign[], signer: Signer, how: SigningOptions): Promise<SignedDocument> {
  const files = documents.map(({ name, data }) => ({ name, mimeType: data.type, data }));
  const { parts, ...reached } = await signAsic(files, signer, how);
  return { name: containerName(documents.map(({ name }) => name)), data: joinBlobs(parts, "application/vnd.etsi.asic-e+zip"), ...reached };
}

async function cmsOfDigest(name: string, digest: Uint8Array<ArrayBuffer>, signer: Signer, how: SigningOptions): Promise<SignedDocument> {
  const { parts, ...reached } = await signCmsDigest(digest, signer, how);
  return { name, data: new Blob([...parts], { type: "application/pkcs7-signature" }), ...reached };
}

async function cms({ name, data }: DocumentToSign, form: "detached" | "enveloping", signer: Signer, how: SigningOptions): Promise<SignedDocument> {
  const { parts, ...reached } = await signCms(data, form, signer, how);
  const [ending, type] = form === "detached" ? (["p7s", "application/pkcs7-signature"] as const) : (["p7m", "application/pkcs7-mime"] as const);
  return { name: `${name}.${ending}`, data: joinBlobs(parts, type), ...reached };
}

function pdfRequest({ data, block, field = null }: DocumentToSign, job: SigningJob, options: SignAllOptions): Omit<SignPdfRequest, "signer"> {
  const { signerName, at, shownTime, font, fontName } = options;
  const lines = [signerName, `${job.words.signed}: ${shownTime}`, ...(job.reason ? [`${job.words.reason}: ${job.reason}`] : [])];
  const look = { lines, font, fontName };
  return { document: data, time: at, signerName, reason: job.reason, appearance: block && { ...block, ...look }, field: field === null ? null : { name: field, look } };
}

function signingOptions({ timestampUrl, proofs = false }: SigningJob, { at, web }: SignAllOptions): SigningOptions {
  // Proofs of validity come with the time stamp: without one they prove nothing later on.
  return { at, level: !timestampUrl ? "B-B" : proofs ? "B-LT" : "B-T", timestampUrl, web };
}
