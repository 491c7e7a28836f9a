// Asking the addresses in a certificate whether it has been revoked: OCSP first, then the list.
import { SigningError } from "../error.ts";
import { fetchBytes, type WebPort } from "../port.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import { readCrl } from "./crl.ts";
import { ocspRequest, readOcsp } from "./ocsp.ts";
import type { RevocationProof } from "./proof.ts";

export interface AskOptions {
  readonly web: WebPort;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal?: AbortSignal | null;
}

/**
 * @throws SigningError REVOCATION_UNKNOWN: no address, or none answered usefully (the last failure is its cause);
 * NETWORK_NOT_ALLOWED when that is why
 */
export async function askRevocation(certificate: CertificateFacts, issuer: CertificateFacts, { web, now, signal = null }: AskOptions): Promise<RevocationProof> {
  let failure: unknown = null;
  const tries: readonly (() => Promise<RevocationProof | null>)[] = [
    ...certificate.ocspUrls.map((url) => async () => {
      const body = await ocspRequest(certificate, issuer);
      return await readOcsp(await fetchBytes(web, { url, method: "POST", contentType: "application/ocsp-request", body, signal }), certificate, issuer);
    }),
    ...certificate.crlUrls.map((url) => async () => await readCrl(await fetchBytes(web, { url, method: "GET", contentType: null, body: null, signal }), certificate, issuer)),
  ];
  for (const attempt of tries) {
    try {
      const proof = await attempt();
      if (proof && proof.state !== "unknown" && isFresh(proof, now)) return proof;
    } catch (error) {
      if (signal?.aborted) throw new SigningError("CANCELLED", "cancelled", error);
      failure = error;
    }
  }
  if (failure instanceof SigningError && failure.code === "NETWORK_NOT_ALLOWED") throw failure;
  throw new SigningError("REVOCATION_UNKNOWN", "no address told whether the certificate is revoked", failure);
}

const clockSkewMs = 10 * 60_000;

function isFresh({ nextUpdate, thisUpdate }: RevocationProof, now: number): boolean {
  return thisUpdate <= now + clockSkewMs && (nextUpdate === null || nextUpdate >= now - clockSkewMs);
}
