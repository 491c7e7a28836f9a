// What the signing worker offers to the page that started it: it judges what is signed (documents/api.ts signs). Plain data
// only: it crosses postMessage; what only a page can do (the network with its permissions) comes back to it as calls.
import type { LentFile } from "../codec/distantFile.ts";
import type { SigningFailure } from "./error.ts";
import type { WebAnswer, WebRequest } from "./port.ts";
import type { Bytes } from "./signer.ts";
import type { CertificateReport, VerificationReport } from "./verify/report.ts";
import type { ContainedFile } from "./verify/contents.ts";

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: SigningFailure };

/** A Comlink proxy: the page asks an address, if the person allowed it. */
export type RemoteWeb = (request: Omit<WebRequest, "signal">) => Promise<Outcome<WebAnswer>>;

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
  /** @param web null: no network, revocation as far as the file itself tells */
  verify(request: VerifyRequest, web: RemoteWeb | null): Promise<Outcome<VerificationReport>>;
  /** What lies inside a container, to be looked at. */
  contents(file: SentFile): Promise<Outcome<readonly ContainedFile[]>>;
  /** An authority's certificate in a file (DER or PEM), for the person to look at before trusting it. */
  readAuthority(file: Bytes): Promise<Outcome<{ readonly der: Bytes; readonly report: CertificateReport }>>;
  cancel(): Promise<void>;
}
