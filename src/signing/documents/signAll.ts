// Several documents, one prompt. [Note: waiting for the PIN together] Each document is made ready in its turn until its
// digest waits for the card; only when all wait (or have failed) is a PIN asked for, and then one PIN signs as many as the
// card allows. What is signed is given out at once, so that a card pulled out later loses nothing.
import { isPdf } from "./check.ts";
import { signedName } from "./names.ts";
import { signPdf, type SignPdfRequest } from "../pades/signPdf.ts";
import type { WebPort } from "../port.ts";
import type { SigningOptions } from "../sign/options.ts";
import { signAsic } from "../sign/signAsic.ts";
import type { TrueTypeFont } from "../pdf/trueType.ts";
import { toSigningFailure } from "../error.ts";
import { CardError } from "../../card/error.ts";
import type { Signer } from "../signer.ts";
import type { DocumentOutcome, DocumentToSign, SigningJob } from "./job.ts";

export interface SignAllOptions {
  readonly signer: Signer;
  readonly signerName: string;
  /** Signer's clock. */
  readonly at: Date;
  /** The time as the visible block shows it. */
  readonly shownTime: string;
  readonly font: TrueTypeFont;
  readonly fontName: string;
  /** How many documents have been made ready so far. */
  /** The network, as far as the person allowed it. */
  readonly web: WebPort;
  readonly onPrepared: (count: number) => void;
  readonly onOutcome: (index: number, outcome: DocumentOutcome) => void;
}

/** Resolves when every document has its outcome. */
export async function signAll(job: SigningJob, options: SignAllOptions): Promise<void> {
  const running: Promise<void>[] = [];
  for (const [index, document] of job.documents.entries()) {
    await new Promise<void>((ready) => {
      const signer: Signer = {
        ...options.signer,
        sign: async (digest) => {
          ready();
          return await options.signer.sign(digest);
        },
      };
      running.push(
        signOne(document, job, signer, options).then((outcome) => {
          options.onOutcome(index, outcome);
          ready();
        }),
      );
    });
    options.onPrepared(index + 1);
  }
  await Promise.all(running);
}

async function signOne(document: DocumentToSign, job: SigningJob, signer: Signer, options: SignAllOptions): Promise<DocumentOutcome> {
  const { name } = document;
  try {
    if (await isPdf(document.data)) {
      const { file, ...reached } = await signPdf({ ...pdfRequest(document, job, options), signer });
      return { ok: true, value: { name: signedName(name), data: file, ...reached } };
    }
    const { parts, ...reached } = await signAsic([{ name, mimeType: document.data.type, data: document.data }], signer, signingOptions(job, options));
    return { ok: true, value: { name: `${name}.asice`, data: new Blob([...parts], { type: "application/vnd.etsi.asic-e+zip" }), ...reached } };
  } catch (error) {
    if (error instanceof CardError) return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } };
    return { ok: false, error: toSigningFailure(error) };
  }
}

function pdfRequest({ data, block }: DocumentToSign, job: SigningJob, options: SignAllOptions): Omit<SignPdfRequest, "signer"> {
  const { signerName, at, shownTime, font, fontName } = options;
  const lines = [signerName, `${job.words.signed}: ${shownTime}`, ...(job.reason ? [`${job.words.reason}: ${job.reason}`] : [])];
  return { document: data, time: at, signerName, reason: job.reason, appearance: block && { ...block, lines, font, fontName }, options: signingOptions(job, options) };
}

function signingOptions({ timestampUrl }: SigningJob, { at, web }: SignAllOptions): SigningOptions {
  // Proofs of revocation are asked for with the time stamp: without one they prove nothing later on.
  return { at, level: timestampUrl ? "B-LT" : "B-B", timestampUrl, web };
}
