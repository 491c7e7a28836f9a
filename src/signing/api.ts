// What the signing worker offers to the page that started it. Plain data only: it crosses postMessage; the two things that
// only a page can do (the card, the network with its permissions) come back to it as calls.
import type { CardFailure } from "../card/error.ts";
import type { LentFile } from "../codec/distantFile.ts";
import type { SigningFailure } from "./error.ts";
import type { WebAnswer, WebRequest } from "./port.ts";
import type { Level, SigningNotice, SigningProgress } from "./sign/options.ts";
import type { FileToSign } from "./sign/signAsic.ts";
import type { Bytes, Signer } from "./signer.ts";
import type { CertificateReport, VerificationReport } from "./verify/report.ts";
import type { ContainedFile } from "./verify/contents.ts";

export type Outcome<T, E = SigningFailure> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** A Comlink proxy: the page has the card sign a digest. */
export type RemoteSign = (digest: Bytes) => Promise<Outcome<Bytes, CardFailure>>;
/** A Comlink proxy: the page asks an address, if the person allowed it. */
export type RemoteWeb = (request: Omit<WebRequest, "signal">) => Promise<Outcome<WebAnswer>>;
/** A Comlink proxy. */
export type RemoteProgress = (progress: SigningProgress) => void;

export type SignerIdentity = Pick<Signer, "certificateDer" | "chainDer" | "algorithm">;

export interface SigningWishes {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly level: Level;
  readonly timestampUrl: string | null;
}

export type SignRequest = { readonly format: "asic-e"; readonly files: readonly FileToSign[] } | { readonly format: "cades-detached" | "cades-enveloping"; readonly file: Blob };

export interface SignedDocument {
  /** Refers to the files that were signed: keep them until it is stored. */
  readonly data: Blob;
  /** What was reached … */
  readonly level: Level;
  /** … and why it is not more. */
  readonly notices: readonly SigningNotice[];
}

/** A file as it goes to the worker. */
export interface SentFile {
  readonly name: string;
  readonly data: Blob | LentFile;
}

export interface VerifyRequest<F = SentFile> {
  readonly file: F;
  /** What a detached signature signs. */
  readonly content: F | null;
  /** Authorities that the person added, DER. */
  readonly authorities: readonly Bytes[];
  readonly now: number;
}

/** Comlink-exposed API of signing.worker.ts. One act at a time; `cancel` ends it with CANCELLED. */
export interface SigningWorkerApi {
  sign(request: SignRequest, signer: SignerIdentity, wishes: SigningWishes, sign: RemoteSign, web: RemoteWeb | null, progress: RemoteProgress | null): Promise<Outcome<SignedDocument, SigningFailure | CardFailure>>;
  /** @param web null: no network, revocation as far as the file itself tells */
  verify(request: VerifyRequest, web: RemoteWeb | null): Promise<Outcome<VerificationReport>>;
  /** What lies inside a container, to be looked at. */
  contents(file: SentFile): Promise<Outcome<readonly ContainedFile[]>>;
  /** An authority's certificate in a file (DER or PEM), for the person to look at before trusting it. */
  readAuthority(file: Bytes): Promise<Outcome<{ readonly der: Bytes; readonly report: CertificateReport }>>;
  cancel(): Promise<void>;
}
