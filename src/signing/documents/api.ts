// What the worker for documents offers to the window that started it.
import type { LentFile } from "../../codec/distantFile.ts";
import type { CardFailure, Result } from "../../card/error.ts";
import type { RemoteWeb } from "../api.ts";
import type { FileHash } from "../sign/options.ts";
import type { Bytes, Signer } from "../signer.ts";
import type { DocumentCheck } from "./check.ts";
import type { DocumentOutcome, DocumentToSign, SigningJob } from "./job.ts";

/** Comlink proxies: only a window has the card. */
export interface JobCallbacks {
  readonly sign: (digest: Bytes) => Promise<Result<Bytes> | { readonly ok: false; readonly error: CardFailure }>;
  readonly web: RemoteWeb;
  readonly onPrepared: (count: number) => void;
  readonly onRead: (done: number, total: number) => void;
  readonly onHashed: (index: number, hash: FileHash) => void;
  readonly onAsking: (what: "stamping" | "proving") => void;
  readonly onOutcome: (index: number, outcome: DocumentOutcome) => void;
}

export interface JobSigner extends Pick<Signer, "certificateDer" | "chainDer" | "algorithm"> {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly shownTime: string;
}

/** A job as it goes to the worker. */
export interface SentJob extends Omit<SigningJob, "documents"> {
  readonly documents: readonly (Omit<DocumentToSign, "data"> & { readonly data: Blob | LentFile })[];
}

export interface DocumentsWorkerApi {
  check(file: Blob): Promise<DocumentCheck>;
  /** Resolves when every document has its outcome. @param font of the visible block; TrueType */
  signAll(job: SentJob, signer: JobSigner, font: Bytes, callbacks: JobCallbacks): Promise<void>;
}
