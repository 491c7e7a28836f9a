import type { Bytes } from "../signer.ts";

/** What somebody entitled to say so said about one certificate. Times are milliseconds since the epoch. */
export interface RevocationProof {
  readonly kind: "ocsp" | "crl";
  /** OCSPResponse or CertificateList. */
  readonly der: Bytes;
  readonly state: "good" | "revoked" | "unknown";
  readonly revokedAt: number | null;
  /** The state was this then … */
  readonly thisUpdate: number;
  /** … and there will be newer word by then. */
  readonly nextUpdate: number | null;
}

/** The proof that says most: a revocation, then the newest. */
export function strongest(proofs: readonly RevocationProof[]): RevocationProof | null {
  const said = proofs.filter(({ state }) => state !== "unknown");
  const revoked = said.filter(({ state }) => state === "revoked").toSorted((a, b) => (a.revokedAt ?? 0) - (b.revokedAt ?? 0));
  return revoked[0] ?? said.toSorted((a, b) => b.thisUpdate - a.thisUpdate)[0] ?? null;
}
