// What is known about the revocation of every certificate on a path: from the signature itself, and, if the person wants
// it, from the network.
import { readCrl } from "../revocation/crl.ts";
import { askRevocation } from "../revocation/gather.ts";
import { readOcsp } from "../revocation/ocsp.ts";
import { type RevocationProof, strongest } from "../revocation/proof.ts";
import type { CertificateFacts } from "../x509/facts.ts";
import type { Path } from "../x509/chain.ts";
import type { Evidence, VerificationContext } from "./context.ts";
import type { RevocationState } from "./report.ts";

export interface RevocationJudgement {
  readonly state: RevocationState;
  /** When the proof about the signer's certificate was made. */
  readonly provenAt: number | null;
  /** The earliest revocation on the path. */
  readonly revokedAt: number | null;
}

export async function judgeRevocation(leaf: CertificateFacts, path: Path, evidence: Evidence, context: VerificationContext): Promise<RevocationJudgement> {
  let signer: RevocationProof | null = null;
  let revokedAt: number | null = null;
  const certificates = [leaf, ...path.issuers];
  for (const [i, certificate] of certificates.entries()) {
    const issuer = certificates[i + 1];
    if (!issuer) break;
    const proof = strongest([...(await found(certificate, issuer, evidence)), ...(await asked(certificate, issuer, context))]);
    if (i === 0) signer = proof;
    if (proof?.state === "revoked") revokedAt = Math.min(revokedAt ?? Infinity, proof.revokedAt ?? 0);
  }
  return { state: revokedAt !== null ? "revoked" : (signer?.state ?? "unknown"), provenAt: signer?.thisUpdate ?? null, revokedAt };
}

/** What comes with the signature; what is broken in it proves nothing. */
async function found(certificate: CertificateFacts, issuer: CertificateFacts, { crls, ocspResponses }: Evidence): Promise<readonly RevocationProof[]> {
  const readings = [
    ...ocspResponses.map((der) => readOcsp(der, certificate, issuer).catch(() => null)),
    ...crls.map((der) => readCrl(der, certificate, issuer).catch(() => null)),
  ];
  return (await Promise.all(readings)).filter((proof) => proof !== null);
}

async function asked(certificate: CertificateFacts, issuer: CertificateFacts, { web, now, signal = null }: VerificationContext): Promise<readonly RevocationProof[]> {
  if (!web) return [];
  return await askRevocation(certificate, issuer, { web, now, signal }).then(
    (proof) => [proof],
    () => [],
  );
}
