import type { WebPort } from "../port.ts";
import type { Bytes } from "../signer.ts";
import type { Anchor } from "../x509/chain.ts";

/** Against what a signature is judged. */
export interface VerificationContext {
  readonly anchors: readonly Anchor[];
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Asked about revocation only if given: the person wanted it. */
  readonly web?: WebPort | null;
  readonly signal?: AbortSignal | null;
}

/** What a container carries for the long term beside the signature itself (a PDF's DSS, XAdES CertificateValues …). */
export interface Evidence {
  readonly certificates: readonly Bytes[];
  readonly crls: readonly Bytes[];
  readonly ocspResponses: readonly Bytes[];
}

export const noEvidence: Evidence = { certificates: [], crls: [], ocspResponses: [] };
