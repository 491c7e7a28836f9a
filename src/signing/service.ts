// The signing worker's work, without the worker.
import { CardError, type CardFailure } from "../card/error.ts";
import { borrow } from "../codec/distantFile.ts";
import type { Outcome, RemoteProgress, RemoteSign, RemoteWeb, SentFile, SignedDocument, SignerIdentity, SigningWishes, SigningWorkerApi, SignRequest, VerifyRequest } from "./api.ts";
import { SigningError, type SigningFailure, toSigningFailure } from "./error.ts";
import { noNetwork, type WebPort } from "./port.ts";
import { signAsic } from "./sign/signAsic.ts";
import { signCms } from "./sign/signCms.ts";
import type { SigningOptions } from "./sign/options.ts";
import type { Bytes, Signer } from "./signer.ts";
import { anchors, readAuthority } from "./trust/anchors.ts";
import { certificateReport } from "./verify/judge.ts";
import type { CertificateReport, VerificationReport } from "./verify/report.ts";
import { type ContainedFile, contentsOf } from "./verify/contents.ts";
import { type FileToVerify, type PdfVerifier, verifyFile } from "./verify/verifyFile.ts";
import { readCertificate } from "./x509/facts.ts";

const mimeTypes = { "asic-e": "application/vnd.etsi.asic-e+zip", "cades-detached": "application/pkcs7-signature", "cades-enveloping": "application/pkcs7-mime" } as const;

export class SigningService implements SigningWorkerApi {
  #work = new AbortController();
  readonly #verifyPdf: PdfVerifier | null;

  constructor(verifyPdf: PdfVerifier | null = null) {
    this.#verifyPdf = verifyPdf;
  }

  async sign(request: SignRequest, identity: SignerIdentity, wishes: SigningWishes, sign: RemoteSign, web: RemoteWeb | null, progress: RemoteProgress | null): Promise<Outcome<SignedDocument, SigningFailure | CardFailure>> {
    const signal = this.#begin();
    const signer: Signer = { ...identity, sign: (digest) => signedBy(sign, digest, signal) };
    const options: SigningOptions = { ...wishes, at: new Date(wishes.at), web: portTo(web, signal), signal, progress };
    try {
      const { parts, level, notices } = request.format === "asic-e" ? await signAsic(request.files, signer, options) : await signCms(request.file, request.format === "cades-detached" ? "detached" : "enveloping", signer, options);
      return { ok: true, value: { data: new Blob([...parts], { type: mimeTypes[request.format] }), level, notices } };
    } catch (error) {
      if (error instanceof CardError) return { ok: false, error: { code: error.code, message: error.message, detail: error.detail } };
      return { ok: false, error: toSigningFailure(error) };
    }
  }

  verify(request: VerifyRequest, web: RemoteWeb | null): Promise<Outcome<VerificationReport>> {
    const signal = this.#begin();
    const { file, content, authorities, now } = request;
    return outcome(() => verifyFile(present(file), content && present(content), { anchors: anchors(authorities), now, web: web ? portTo(web, signal) : null, signal }, this.#verifyPdf));
  }

  contents(file: SentFile): Promise<Outcome<readonly ContainedFile[]>> {
    return outcome(() => contentsOf(present(file)));
  }

  readAuthority(file: Bytes): Promise<Outcome<{ readonly der: Bytes; readonly report: CertificateReport }>> {
    return outcome(async () => {
      const der = readAuthority(file);
      return { der, report: await certificateReport(readCertificate(der)) };
    });
  }

  async cancel(): Promise<void> {
    this.#work.abort();
  }

  /** One act at a time: a new one ends the one before. */
  #begin(): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    return this.#work.signal;
  }
}

function present({ name, data }: SentFile): FileToVerify {
  return { name, data: data instanceof Blob ? data : borrow(data, name) };
}

async function outcome<T>(act: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error: toSigningFailure(error) };
  }
}

async function signedBy(sign: RemoteSign, digest: Bytes, signal: AbortSignal): Promise<Bytes> {
  if (signal.aborted) throw new SigningError("CANCELLED", "cancelled");
  const result = await sign(digest);
  if (result.ok) return result.value;
  throw new CardError(result.error.code, result.error.message, result.error.detail);
}

function portTo(web: RemoteWeb | null, signal: AbortSignal): WebPort {
  if (!web) return noNetwork;
  return async ({ url, method, contentType, body }) => {
    const cancelled = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new SigningError("CANCELLED", "cancelled")), { once: true });
    });
    const result = await Promise.race([web({ url, method, contentType, body }), cancelled]);
    if (result.ok) return result.value;
    throw new SigningError(result.error.code, result.error.message);
  };
}
