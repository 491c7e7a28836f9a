// The signing worker's work, without the worker: what is signed is judged here (documents/ signs).
import { received } from "../codec/distantFile.ts";
import type { Outcome, RemoteWeb, SentFile, SigningWorkerApi, VerifyRequest } from "./api.ts";
import { SigningError, toSigningFailure } from "./error.ts";
import type { WebPort } from "./port.ts";
import type { Bytes } from "./signer.ts";
import { anchors, readAuthority } from "./trust/anchors.ts";
import { certificateReport } from "./verify/judge.ts";
import type { CertificateReport, VerificationReport } from "./verify/report.ts";
import { type ContainedFile, contentsOf } from "./verify/contents.ts";
import { type FileToVerify, type PdfVerifier, verifyFile } from "./verify/verifyFile.ts";
import { readCertificate } from "./x509/facts.ts";

export class SigningService implements SigningWorkerApi {
  #work = new AbortController();
  readonly #verifyPdf: PdfVerifier | null;

  constructor(verifyPdf: PdfVerifier | null = null) {
    this.#verifyPdf = verifyPdf;
  }

  verify(request: VerifyRequest, web: RemoteWeb | null): Promise<Outcome<VerificationReport>> {
    const signal = this.#begin();
    const { file, content, authorities, now } = request;
    return outcome(() => verifyFile(present(file), content && present(content), { anchors: anchors(authorities), now, web: web && portTo(web, signal), signal }, this.#verifyPdf));
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
  return { name, data: received(data, name) };
}

async function outcome<T>(act: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    return { ok: false, error: toSigningFailure(error) };
  }
}

function portTo(web: RemoteWeb, signal: AbortSignal): WebPort {
  return async ({ url, method, contentType, body }) => {
    const cancelled = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(new SigningError("CANCELLED", "cancelled")), { once: true });
    });
    const result = await Promise.race([web({ url, method, contentType, body }), cancelled]);
    if (result.ok) return result.value;
    throw new SigningError(result.error.code, result.error.message);
  };
}
